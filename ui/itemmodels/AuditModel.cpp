// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/AuditModel.h"

#include <QTimer>

#include <algorithm>

namespace pricewright {
namespace {

constexpr int kMostWishes = 3; // blocks: what is in view lies within two

int clamped(qint64 rows) { return int(std::min<qint64>(rows, std::numeric_limits<int>::max() - 1)); }

} // namespace

AuditModel::AuditModel(QObject* parent) : QAbstractTableModel(parent) {}

void AuditModel::setFilter(const AuditFilter& filter) {
  m_filter = filter;
  begin();
}

void AuditModel::forget() {
  m_filter = {};
  beginResetModel();
  m_filtered = m_started = m_wantMore = m_wantNewer = m_stopped = m_end = false;
  m_newest = 0;
  m_found.clear();
  m_lines.clear();
  m_wanted.clear();
  m_underWay.reset();
  endResetModel();
  emit stateChanged();
}

// The rows of the filter before stay until the first page of the new one is there: nothing flickers while one types.
void AuditModel::begin() {
  if (m_underWay)
    emit cancelWanted();
  m_underWay.reset();
  m_started = m_stopped = m_blocked = m_end = false;
  m_wantMore = !m_filter.isEmpty();
  m_wantNewer = false;
  m_searched = 0;
  m_next = {};
  m_target = kPage;
  m_wanted.clear();
  ask(For::First, {});
  emit stateChanged();
}

void AuditModel::refresh() {
  m_blocked = false;
  if (!m_started) {
    if (!m_underWay)
      begin();
    return;
  }
  m_wantNewer = true;
  next();
}

void AuditModel::stop() {
  if (!m_wantMore)
    return;
  m_stopped = true;
  if (m_underWay && (m_underWay->what == For::More || m_underWay->what == For::First)) {
    m_underWay.reset();
    emit cancelWanted();
  }
  if (!m_started) { // nothing has come yet: an empty table that can be gone on with
    beginResetModel();
    m_started = m_filtered = true;
    m_found.clear();
    m_lines.clear();
    endResetModel();
  }
  emit stateChanged();
  next();
}

void AuditModel::resume() {
  m_stopped = m_blocked = false;
  m_wantMore = !m_filter.isEmpty() && !m_end;
  m_target = rowCount() + kPage;
  emit stateChanged();
  next();
}

void AuditModel::ask(For what, const JournalCursor& cursor) {
  m_underWay = UnderWay{++m_ticket, what};
  emit pageWanted({m_ticket, m_filter, cursor, kPage});
}

// One question at a time; what is in view comes before what is further down.
void AuditModel::next() {
  if (m_underWay || !m_started || m_blocked)
    return;
  while (!m_wanted.isEmpty()) {
    const int row = m_wanted.takeFirst();
    if (row >= rowCount() || line(row))
      continue;
    JournalCursor cursor;
    cursor.before = sequenceAt(row) + 1;
    return ask(For::Block, cursor);
  }
  if (m_wantNewer)
    return ask(For::Newer, {});
  if (m_wantMore && !m_stopped && !m_end)
    ask(For::More, m_next);
}

void AuditModel::arrived(quint64 ticket, const AuditLines& page) {
  if (!m_underWay || m_underWay->ticket != ticket)
    return;
  const For what = m_underWay->what;
  m_underWay.reset();
  switch (what) {
  case For::First:
    takeFirst(page);
    break;
  case For::More:
    takeMore(page);
    break;
  case For::Newer:
    takeNewer(page);
    break;
  case For::Block:
    keep(page);
    showKept(page);
    letGo(page.lines.empty() ? m_newest : page.lines.front().sequence);
    break;
  }
  emit stateChanged();
  next();
}

void AuditModel::failed(quint64 ticket, const Error& error) {
  if (!m_underWay || m_underWay->ticket != ticket)
    return;
  m_underWay.reset();
  m_wanted.clear();
  m_wantMore = false;
  m_blocked = true; // until somebody asks again: an error does not come a hundred times
  emit stateChanged();
  emit askFailed(error);
}

void AuditModel::keep(const AuditLines& page) {
  for (const AuditLine& l : page.lines)
    m_lines.insert_or_assign(l.sequence, l);
}

void AuditModel::showKept(const AuditLines& page) {
  if (page.lines.empty())
    return;
  const int first = rowOf(page.lines.front().sequence), last = rowOf(page.lines.back().sequence);
  if (first >= 0 && last >= first)
    emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void AuditModel::takeFirst(const AuditLines& page) {
  beginResetModel();
  m_started = true;
  m_filtered = !m_filter.isEmpty();
  m_newest = page.newest;
  m_found.clear();
  m_lines.clear();
  if (m_filtered)
    for (const AuditLine& l : page.lines)
      m_found.push_back(l.sequence);
  keep(page);
  m_next = page.next;
  m_end = page.end;
  m_searched = page.newest > 0 ? double(page.searched) / double(page.newest) : 1.0;
  m_wantMore = m_filtered && !m_end && rowCount() < m_target;
  endResetModel();
}

void AuditModel::takeMore(const AuditLines& page) {
  if (!page.lines.empty()) {
    beginInsertRows({}, int(m_found.size()), int(m_found.size() + page.lines.size()) - 1);
    for (const AuditLine& l : page.lines)
      m_found.push_back(l.sequence);
    keep(page);
    endInsertRows();
    letGo(page.lines.front().sequence);
  }
  m_next = page.next;
  m_end = page.end;
  m_searched = page.newest > 0 ? double(page.searched) / double(page.newest) : 1.0;
  m_wantMore = !m_end && rowCount() < m_target;
}

// Newer entries come in at the top; what one looks at stays where it is.
void AuditModel::takeNewer(const AuditLines& page) {
  m_wantNewer = false;
  if (!m_filtered) {
    const qint64 more = page.newest - m_newest;
    if (more < 0) // another file in its place
      return begin();
    if (more > 0) {
      beginInsertRows({}, 0, clamped(more) - 1);
      m_newest = page.newest;
      keep(page);
      endInsertRows();
    }
    return;
  }
  const qint64 top = m_found.empty() ? 0 : m_found.front();
  std::vector<qint64> more;
  for (const AuditLine& l : page.lines)
    if (l.sequence > top && l.sequence > m_newest)
      more.push_back(l.sequence);
  if (page.newest < m_newest || more.size() == std::size_t(kPage))
    return begin(); // more than a page has come: from the top
  m_newest = page.newest;
  if (more.empty())
    return;
  beginInsertRows({}, 0, int(more.size()) - 1);
  m_found.insert(m_found.begin(), more.begin(), more.end());
  keep(page);
  endInsertRows();
}

// Lines far from what was looked at last are asked for again when somebody comes back.
void AuditModel::letGo(qint64 near) {
  if (m_lines.size() <= kMostKept)
    return;
  std::vector<qint64> numbers;
  numbers.reserve(m_lines.size());
  for (const auto& [sequence, unused] : m_lines)
    numbers.push_back(sequence);
  const auto distance = [near](qint64 n) { return n > near ? n - near : near - n; };
  const auto half = numbers.begin() + qsizetype(kMostKept / 2);
  std::nth_element(numbers.begin(), half, numbers.end(), [&](qint64 a, qint64 b) { return distance(a) < distance(b); });
  for (auto it = half; it != numbers.end(); ++it)
    m_lines.erase(*it);
}

qint64 AuditModel::sequenceAt(int row) const {
  if (row < 0 || row >= rowCount())
    return 0;
  return m_filtered ? m_found[std::size_t(row)] : m_newest - row;
}

int AuditModel::rowOf(qint64 sequence) const {
  if (!m_filtered)
    return sequence >= 1 && sequence <= m_newest ? clamped(m_newest - sequence) : -1;
  const auto found = std::lower_bound(m_found.begin(), m_found.end(), sequence, std::greater<>());
  return found != m_found.end() && *found == sequence ? int(found - m_found.begin()) : -1;
}

const AuditLine* AuditModel::line(int row) const {
  const auto found = m_lines.find(sequenceAt(row));
  return found == m_lines.end() ? nullptr : &found->second;
}

// A block begins at a fixed row, so that scrolling to and fro asks for the same pages.
void AuditModel::wantBlock(int row) const {
  const int first = row / kPage * kPage;
  m_wanted.removeAll(first);
  m_wanted.prepend(first);
  while (m_wanted.size() > kMostWishes)
    m_wanted.removeLast();
  wake();
}

void AuditModel::wake() const {
  if (std::exchange(m_woken, true))
    return;
  QTimer::singleShot(0, const_cast<AuditModel*>(this), [this] {
    m_woken = false;
    const_cast<AuditModel*>(this)->next();
  });
}

int AuditModel::rowCount(const QModelIndex& parent) const {
  if (parent.isValid())
    return 0;
  return m_filtered ? int(m_found.size()) : clamped(m_newest);
}

int AuditModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(AuditColumn::Count); }

bool AuditModel::canFetchMore(const QModelIndex& parent) const {
  return !parent.isValid() && m_filtered && m_started && !m_end && !m_stopped && !m_blocked && !m_wantMore;
}

void AuditModel::fetchMore(const QModelIndex& parent) {
  if (!canFetchMore(parent))
    return;
  m_wantMore = true;
  m_target = rowCount() + kPage;
  wake();
}

} // namespace pricewright

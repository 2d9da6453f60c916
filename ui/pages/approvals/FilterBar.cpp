// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/FilterBar.h"

#include "itemmodels/Words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>

namespace pricewright {
namespace {

constexpr int kRoomForCategory = 720; // narrower: the text filter finds categories too
const QString kAll = QStringLiteral("*");
const QString kWaiting = QStringLiteral("*waiting");
const QString kSnoozed = QStringLiteral("*snoozed"); // only while something is put off
const QString kChanged = QStringLiteral("*changed"); // only while facts have changed
const QString kDecided = QStringLiteral("*decided");

// Never exec(): that would be an event loop in the event loop.
QMenu* menuBelow(QWidget* button) {
  auto* menu = new QMenu(button);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  return menu;
}

} // namespace

FilterBar::FilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_chipBox(new QWidget(this)) {
  m_chipBox->setFixedHeight(28);
  m_chipBox->setMinimumWidth(100);
  m_chipBox->installEventFilter(this);
  m_more = new ActionButton(theme, ActionButton::Kind::Secondary, QString(), m_chipBox);
  m_more->setFocusPolicy(Qt::StrongFocus);
  m_more->setTrailing(QStringLiteral("▾"));
  connect(m_more, &QPushButton::clicked, this, &FilterBar::showMore);
  m_text = new QLineEdit(this);
  m_text->setPlaceholderText(tr("Filter  /"));
  m_text->setAccessibleName(tr("Filter by SKU, product, zone or category"));
  m_text->setToolTip(tr("Filter by SKU, product, zone or category (/ or Ctrl+F)"));
  m_text->setClearButtonEnabled(true);
  m_text->setFixedHeight(28);
  m_text->setMinimumWidth(96);
  m_text->setMaximumWidth(180);
  m_text->installEventFilter(this);
  m_category = new ActionButton(theme, ActionButton::Kind::Secondary, tr("All categories"), this);
  m_category->setTrailing(QStringLiteral("▾"));
  m_category->setFocusPolicy(Qt::StrongFocus);
  m_sort = new ActionButton(theme, ActionButton::Kind::Secondary, tr("Value at stake"), this);
  m_sort->setFocusPolicy(Qt::StrongFocus);
  m_sort->setTrailing(QStringLiteral("↓"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(m_chipBox, 1);
  row->addWidget(m_text, 0, Qt::AlignTop);
  row->addWidget(m_category, 0, Qt::AlignTop);
  row->addWidget(m_sort, 0, Qt::AlignTop);
  connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
    m_filter.text = text;
    emit filterChanged(m_filter);
  });
  connect(m_category, &QPushButton::clicked, this, &FilterBar::showCategories);
  connect(m_sort, &QPushButton::clicked, this, &FilterBar::showSorts);
  chipFor(kAll, tr("All reasons"), 0);
  showState();
}

ActionButton* FilterBar::chipFor(const QString& key, const QString& text, int count) {
  ActionButton*& chip = m_chips[key];
  if (!chip) {
    chip = new ActionButton(m_theme, ActionButton::Kind::Chip, text, m_chipBox);
    chip->show();
    connect(chip, &QPushButton::clicked, this, [this, key] { choose(key); });
  }
  chip->setText(count < 0 ? text : QStringLiteral("%1 %2").arg(text, QLocale().toString(count)));
  chip->setAccessibleName(count < 0 ? text : tr("Show %1: %2 rows").arg(text, QLocale().toString(count)));
  return chip;
}

void FilterBar::setCounts(const QueueSnapshot& snapshot) {
  QMap<QString, int> families;
  for (auto it = snapshot.byReason.begin(); it != snapshot.byReason.end(); ++it)
    families[reasonFamily(it.key())] += it.value();
  const auto snoozed = std::count_if(snapshot.pending.begin(), snapshot.pending.end(), [&](const QueueRow& r) {
    return r.snoozedUntil && *r.snoozedUntil > snapshot.now;
  });
  QStringList wanted = QStringList{kAll, kWaiting, kDecided} + families.keys();
  if (m_changed > 0 || m_filter.changed)
    wanted << kChanged;
  if (snoozed > 0 || m_filter.snoozed)
    wanted << kSnoozed;
  // A chip that is chosen stays, at 0, so that nothing moves away under the pointer.
  for (const QString& key : m_chips.keys())
    if (!wanted.contains(key) && key != m_filter.reason)
      delete m_chips.take(key);
  chipFor(kAll, tr("All reasons"), static_cast<int>(snapshot.pending.size()) - static_cast<int>(snoozed));
  if (wanted.contains(kSnoozed))
    chipFor(kSnoozed, tr("Put off"), static_cast<int>(snoozed))
        ->setToolTip(tr("Back by themselves at their time; H says when"));
  QList<QPair<QString, int>> reasons;
  for (auto it = families.begin(); it != families.end(); ++it)
    reasons << qMakePair(it.key(), it.value());
  std::stable_sort(reasons.begin(), reasons.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [reason, count] : reasons)
    chipFor(reason, reasonWord(reason), count);
  if (m_chips.contains(m_filter.reason) && !families.contains(m_filter.reason))
    chipFor(m_filter.reason, reasonWord(m_filter.reason), 0);
  chipFor(kWaiting, tr("Waiting"), static_cast<int>(snapshot.approved.size()))
      ->setToolTip(tr("Approved and not yet released: can still be undone"));
  chipFor(kDecided, tr("Decided"), -1)->setToolTip(tr("Rejected, expired, superseded, published: the last 14 days"));
  if (wanted.contains(kChanged))
    chipFor(kChanged, tr("Changed"), m_changed)
        ->setToolTip(tr("Cost, price, limits or competitors have changed since the proposal"));
  m_order = QStringList{kAll};
  for (const auto& reason : reasons)
    m_order << reason.first;
  for (const QString& key : m_chips.keys())
    if (!m_order.contains(key) && !key.startsWith(u'*'))
      m_order << key;
  for (const QString& key : {kChanged, kSnoozed, kWaiting, kDecided})
    if (m_chips.contains(key))
      m_order << key;
  QStringList categories;
  for (const auto* rows : {&snapshot.pending, &snapshot.approved})
    for (const QueueRow& r : *rows)
      if (!r.category.isEmpty() && !categories.contains(r.category))
        categories << r.category;
  categories.sort(Qt::CaseInsensitive);
  m_categories = categories;
  showState();
}

void FilterBar::setFilter(const QueueProxy::Filter& filter) {
  m_filter = filter;
  if (!filter.reason.isEmpty())
    chipFor(filter.reason, reasonWord(filter.reason), 0);
  m_text->setText(filter.text);
  showState();
  emit filterChanged(m_filter);
}

void FilterBar::clear() { setFilter({}); }

void FilterBar::setChanged(int rows) { m_changed = rows; }

void FilterBar::choose(const QString& key) {
  m_filter.reason = key.startsWith(u'*') ? QString() : key;
  m_filter.waiting = key == kWaiting;
  m_filter.snoozed = key == kSnoozed;
  m_filter.changed = key == kChanged;
  m_filter.decided = key == kDecided;
  showState();
  emit filterChanged(m_filter);
}

QString FilterBar::chosenKey() const {
  return m_filter.waiting            ? kWaiting
         : m_filter.snoozed          ? kSnoozed
         : m_filter.changed          ? kChanged
         : m_filter.decided          ? kDecided
         : m_filter.reason.isEmpty() ? kAll
                                     : m_filter.reason;
}

void FilterBar::showState() {
  const QString chosen = chosenKey();
  for (auto it = m_chips.begin(); it != m_chips.end(); ++it)
    it.value()->setChecked(it.key() == chosen);
  m_category->setVisible((m_categories.size() > 1 && width() > kRoomForCategory) || !m_filter.category.isEmpty());
  m_category->setText(m_filter.category.isEmpty() ? tr("All categories") : m_filter.category);
  m_category->setAccessibleName(tr("Category: %1").arg(m_category->text()));
  m_category->updateGeometry();
  fitChips();
}

// One row of chips, whatever the width: reasons that find no room go into a menu, the rarest first, the chosen one
// never.
void FilterBar::fitChips() {
  constexpr int gap = 8;
  const QStringList order = m_order.isEmpty() ? m_chips.keys() : m_order;
  const QString chosen = chosenKey();
  const auto widthOf = [this](const QString& key) { return m_chips[key]->sizeHint().width() + gap; };
  int needed = -gap;
  for (const QString& key : order)
    needed += widthOf(key);
  m_folded.clear();
  const int room = m_chipBox->width();
  for (auto key = order.rbegin();
       key != order.rend() && needed + (m_folded.isEmpty() ? 0 : m_more->sizeHint().width() + gap) > room; ++key) {
    if (key->startsWith(u'*') || *key == chosen)
      continue;
    needed -= widthOf(*key);
    m_folded.prepend(*key);
    m_more->setText(tr("%1 more").arg(QLocale().toString(m_folded.size())));
    m_more->setAccessibleName(tr("%1 more reasons").arg(QLocale().toString(m_folded.size())));
  }
  int x = 0;
  const auto place = [&](ActionButton* chip) {
    const QRect box(x, 0, std::min(chip->sizeHint().width(), std::max(24, room - x)), 28);
    chip->setGeometry(QStyle::visualRect(layoutDirection(), QRect(0, 0, room, 28), box));
    x += box.width() + gap;
  };
  m_more->setVisible(!m_folded.isEmpty());
  for (const QString& key : order) {
    if (key == kWaiting && !m_folded.isEmpty())
      place(m_more);
    m_chips[key]->setVisible(!m_folded.contains(key));
    if (!m_folded.contains(key))
      place(m_chips[key]);
  }
}

void FilterBar::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showState();
}

void FilterBar::showMore() {
  QMenu* menu = menuBelow(m_more);
  for (const QString& key : std::as_const(m_folded))
    connect(menu->addAction(m_chips[key]->text()), &QAction::triggered, this, [this, key] { choose(key); });
  menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height() + 2)));
}

void FilterBar::setSort(QueueColumn column, Qt::SortOrder order) {
  m_sort->setText(column == QueueColumn::Stake ? tr("Value at stake") : QueueModel::columnName(column));
  m_sort->setTrailing(order == Qt::DescendingOrder ? QStringLiteral("↓") : QStringLiteral("↑"));
  m_sort->setAccessibleName(
      tr("Order: %1, %2")
          .arg(m_sort->text(), order == Qt::DescendingOrder ? tr("largest first") : tr("smallest first")));
}

void FilterBar::showCategories() {
  QMenu* menu = menuBelow(m_category);
  const auto add = [&, menu](const QString& text, const QString& category) {
    QAction* action = menu->addAction(text);
    action->setCheckable(true);
    action->setChecked(m_filter.category == category);
    connect(action, &QAction::triggered, this, [this, category] {
      m_filter.category = category;
      showState();
      emit filterChanged(m_filter);
    });
  };
  add(tr("All categories"), QString());
  for (const QString& category : std::as_const(m_categories))
    add(category, category);
  menu->popup(m_category->mapToGlobal(QPoint(0, m_category->height() + 2)));
}

void FilterBar::showSorts() {
  QMenu* menu = menuBelow(m_sort);
  for (const QueueColumn c : {QueueColumn::Stake, QueueColumn::Profit, QueueColumn::Change, QueueColumn::Confidence,
                              QueueColumn::Expires, QueueColumn::Product, QueueColumn::Zone, QueueColumn::Why}) {
    const bool words = c == QueueColumn::Product || c == QueueColumn::Zone || c == QueueColumn::Why;
    const bool upward = words || c == QueueColumn::Confidence || c == QueueColumn::Expires;
    const QString name = c == QueueColumn::Stake ? tr("Value at stake") : QueueModel::columnName(c);
    connect(menu->addAction(name), &QAction::triggered, this,
            [this, c, upward] { emit sortChosen(c, upward ? Qt::AscendingOrder : Qt::DescendingOrder); });
  }
  menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height() + 2)));
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_chipBox && event->type() == QEvent::Resize)
    fitChips();
  if (watched == m_text && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape && !m_text->text().isEmpty()) {
      m_text->clear();
      return true;
    }
    if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
      emit left();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

} // namespace pricewright

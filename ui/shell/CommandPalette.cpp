// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CommandPalette.h"

#include "controls/Paint.h"
#include "engine/texts/Texts.h"
#include "itemmodels/AuditWords.h"
#include "itemmodels/Format.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace pricewright {
namespace {

constexpr int kActionRole = Qt::UserRole + 1, kKeysRole = Qt::UserRole + 2, kHitRole = Qt::UserRole + 3,
              kDetailRole = Qt::UserRole + 4;
constexpr int kMostActionsBesideHits = 5, kPauseMs = 60; // typing goes on; then it is looked for

QString hitTitle(const SearchHit& hit) {
  switch (hit.kind) {
  case SearchHit::Kind::Decision:
    return QStringLiteral("%1   %2 → %3 %4")
        .arg(hit.title, moneyText(hit.now), moneyText(hit.proposed), currencyMark(hit.proposed.currency()));
  case SearchHit::Kind::Entry:
    return QStringLiteral("#%1  %2").arg(QLocale().toString(hit.sequence), auditKindText(hit.title));
  case SearchHit::Kind::Product:
  case SearchHit::Kind::Offer:
    break;
  }
  return hit.title;
}

QString hitDetail(const SearchHit& hit) {
  switch (hit.kind) {
  case SearchHit::Kind::Product:
    return CommandPalette::tr("product · %1").arg(hit.detail);
  case SearchHit::Kind::Decision:
    return CommandPalette::tr("decision · %1").arg(codeText(hit.detail));
  case SearchHit::Kind::Offer:
    return CommandPalette::tr("offer · %1").arg(hit.detail);
  case SearchHit::Kind::Entry:
    break;
  }
  return CommandPalette::tr("audit · %1").arg(hit.detail);
}

// "tro" of OJ-TRO-64
bool beginsPart(const QString& code, const QString& typed) {
  for (qsizetype at = code.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0;
       at = code.indexOf(typed, at + 1, Qt::CaseInsensitive))
    if (at == 0 || !code[at - 1].isLetterOrNumber())
      return true;
  return false;
}

class PaletteDelegate final : public QStyledItemDelegate {
 public:
  PaletteDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
  QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, 32}; }
  void paint(QPainter* p, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Tokens& t = m_theme.tokens();
    p->save();
    p->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected) {
      p->setPen(Qt::NoPen);
      p->setBrush(t.accentBg);
      p->drawRoundedRect(option.rect, Theme::kControlRadius, Theme::kControlRadius);
    }
    const bool enabled = index.flags() & Qt::ItemIsEnabled;
    QRect rest = option.rect.adjusted(10, 0, -10, 0);
    const QString keys = index.data(kKeysRole).toString();
    if (!keys.isEmpty()) {
      const QFont caps = m_theme.font(TypeRole::Axis);
      const int width = paint::keyCapWidth(caps, keys);
      const QRect cap(rest.right() + 1 - width, rest.center().y() - 8, width, 18);
      paint::keyCap(*p, QStyle::visualRect(option.direction, option.rect, cap), caps, keys, t.muted, t.surface,
                    t.border);
      rest.setRight(cap.left() - 8);
    }
    const QString detail = index.data(kDetailRole).toString();
    if (!detail.isEmpty()) {
      p->setFont(m_theme.font(TypeRole::Label));
      p->setPen(t.muted);
      const int width = std::min(rest.width() / 2, p->fontMetrics().horizontalAdvance(detail) + 2);
      const QRect part(rest.right() + 1 - width, rest.top(), width, rest.height());
      const Qt::Alignment end = option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
      paint::elidedText(*p, QStyle::visualRect(option.direction, option.rect, part),
                        end | Qt::AlignVCenter | Qt::AlignAbsolute, detail);
      rest.setRight(part.left() - 10);
    }
    p->setFont(m_theme.font(TypeRole::Body));
    p->setPen(enabled ? t.text : t.muted);
    const Qt::Alignment leading = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    paint::elidedText(*p, QStyle::visualRect(option.direction, option.rect, rest),
                      leading | Qt::AlignVCenter | Qt::AlignAbsolute, index.data(Qt::DisplayRole).toString());
    p->restore();
  }

 private:
  const Theme& m_theme;
};

} // namespace

QString keysOf(const QAction& action) {
  return action.shortcut().isEmpty() ? action.property("key").toString()
                                     : action.shortcut().toString(QKeySequence::NativeText);
}

CommandPalette::CommandPalette(const Theme& theme, QWidget* window) : OverlayCard(theme, window) {
  setAccessibleName(tr("Search and actions"));
  m_field = new QLineEdit(this);
  m_field->setPlaceholderText(tr("A SKU, a product, a decision, an offer, or what you want to do"));
  m_field->setAccessibleName(tr("Search, or find an action"));
  m_field->setFixedHeight(34);
  m_field->installEventFilter(this);
  m_list = new QListView(this);
  m_list->setModel(&m_model);
  m_list->setItemDelegate(new PaletteDelegate(theme, m_list));
  m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setFrameShape(NoFrame);
  m_list->setFixedHeight(32 * 9);
  m_list->setAccessibleName(tr("What was found"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 10, 10, 10);
  column->setSpacing(8);
  column->addWidget(m_field);
  column->addWidget(m_list);
  setFixedWidth(560);
  m_searchSoon.setSingleShot(true);
  m_searchSoon.setInterval(kPauseMs);
  connect(&m_searchSoon, &QTimer::timeout, this, [this] { emit searchWanted(typed()); });
  connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::fill);
  connect(m_field, &QLineEdit::textChanged, this,
          [this] { typed().isEmpty() ? m_searchSoon.stop() : m_searchSoon.start(); });
  connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::choose(const QList<QAction*>& actions) {
  m_actions = actions;
  m_hits.clear();
  m_field->clear();
  fill(QString());
  openCentered();
  m_field->setFocus();
}

// All letters must occur in order. A letter at a word's start counts most, one right after the last found counts more.
int CommandPalette::score(const QString& name, const QString& typed) {
  const QString hay = name.toCaseFolded(), needle = typed.toCaseFolded().remove(QLatin1Char(' '));
  int total = 0;
  qsizetype at = 0, last = -2;
  for (const QChar c : needle) {
    qsizetype found = -1;
    for (qsizetype i = at; i < hay.size() && found < 0; ++i) // a word's start, if there is one
      if (hay[i] == c && (i == 0 || !hay[i - 1].isLetterOrNumber()) && i != last + 1)
        found = i;
    if (at < hay.size() && hay[at] == c && at == last + 1)
      found = at;
    if (found < 0)
      found = hay.indexOf(c, at);
    if (found < 0)
      return -1;
    total += (found == 0 || !hay[found - 1].isLetterOrNumber()) ? 8 : (found == last + 1 ? 5 : 1);
    last = found;
    at = found + 1;
  }
  return total * 4 - static_cast<int>(std::min<qsizetype>(hay.size(), 60) / 8);
}

void CommandPalette::fill(const QString& typed) {
  QList<QPair<int, QAction*>> found;
  for (QAction* action : std::as_const(m_actions)) {
    const int value = score(action->text(), typed);
    if (typed.isEmpty() || value >= 0)
      found << qMakePair(typed.isEmpty() ? 0 : value, action);
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  m_model.clear();
  if (typed.trimmed().isEmpty())
    m_hits.clear();
  if (!m_hits.empty() && found.size() > kMostActionsBesideHits)
    found.resize(kMostActionsBesideHits);
  for (const auto& [value, action] : found) {
    auto* item = new QStandardItem(action->text());
    item->setData(QVariant::fromValue(action), kActionRole);
    item->setData(keysOf(*action), kKeysRole);
    item->setEnabled(action->isEnabled());
    m_model.appendRow(item);
  }
  addHits();
  if (m_model.rowCount() == 0) {
    auto* none = new QStandardItem(tr("Nothing is called “%1”").arg(typed.trimmed()));
    none->setEnabled(false);
    m_model.appendRow(none);
  }
  m_list->setCurrentIndex(m_model.index(0, 0));
}

// What names a product outright stands first, an action that merely has its letters behind it.
void CommandPalette::addHits() {
  int at = 0;
  for (std::size_t i = 0; i < m_hits.size(); ++i) {
    const SearchHit& hit = m_hits[i];
    auto* item = new QStandardItem(hitTitle(hit));
    item->setData(static_cast<int>(i), kHitRole);
    item->setData(hitDetail(hit), kDetailRole);
    item->setData(QStringLiteral("%1, %2").arg(hitTitle(hit), hitDetail(hit)), Qt::AccessibleTextRole);
    const bool first = hit.kind == SearchHit::Kind::Product && beginsPart(hit.sku, typed());
    if (first)
      m_model.insertRow(at++, item);
    else
      m_model.appendRow(item);
  }
}

void CommandPalette::showHits(const QString& words, const std::vector<SearchHit>& hits) {
  if (!isVisible() || words != typed())
    return;
  m_hits = hits;
  fill(m_field->text());
}

void CommandPalette::run() {
  const QModelIndex chosen = m_list->currentIndex();
  const QVariant hit = chosen.data(kHitRole);
  auto* action = chosen.data(kActionRole).value<QAction*>();
  dismiss();
  if (hit.isValid())
    emit hitChosen(m_hits[std::size_t(hit.toInt())]);
  if (action && action->isEnabled())
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_field || event->type() != QEvent::KeyPress)
    return OverlayCard::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key(), row = m_list->currentIndex().row();
  if (key == Qt::Key_Down || key == Qt::Key_Up) {
    const int next = row + (key == Qt::Key_Down ? 1 : -1);
    if (next >= 0 && next < m_model.rowCount())
      m_list->setCurrentIndex(m_model.index(next, 0));
    return true;
  }
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    run();
    return true;
  }
  return false;
}

KeySheet::KeySheet(const Theme& theme, QWidget* window) : OverlayCard(theme, window), m_title(new QLabel(this)) {
  setAccessibleName(tr("All keys"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 16, 20, 16);
  column->setSpacing(10);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  column->addWidget(m_title);
}

void KeySheet::show(const QString& page, const QList<QPair<QString, QString>>& keys) {
  delete m_rows;
  m_rows = new QWidget(this);
  m_title->setText(tr("Keys of %1").arg(page));
  auto* grid = new QGridLayout(m_rows);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(24);
  grid->setVerticalSpacing(7);
  int row = 0;
  for (const auto& [key, meaning] : keys) {
    auto* left = new QLabel(key, m_rows);
    left->setFont(theme().font(TypeRole::LabelStrong));
    auto* right = new QLabel(meaning, m_rows);
    right->setProperty("tone", QStringLiteral("muted"));
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row++, 1);
  }
  layout()->addWidget(m_rows);
  m_rows->show();
  layout()->activate();
  openCentered();
}

void KeySheet::keyPressEvent(QKeyEvent* event) {
  if (!event->isAutoRepeat() && event->key() != Qt::Key_Shift)
    dismiss();
  event->accept();
}

} // namespace pricewright

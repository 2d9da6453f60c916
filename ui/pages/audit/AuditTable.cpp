// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/AuditTable.h"

#include "controls/Paint.h"
#include "itemmodels/AuditWords.h"

#include <QKeyEvent>

namespace pricewright {
namespace {

constexpr int kMostChosen = 100'000;

struct Width {
  AuditColumn column;
  int least, ideal, share; // share of what is left over
};
constexpr Width kWidths[] = {{AuditColumn::When, 150, 158, 0},   {AuditColumn::Who, 76, 92, 0},
                             {AuditColumn::What, 156, 196, 1},   {AuditColumn::Subject, 150, 208, 2},
                             {AuditColumn::Change, 140, 170, 3}, {AuditColumn::Note, 96, 176, 3},
                             {AuditColumn::Number, 78, 86, 0}};

Qt::Alignment leading(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}
Qt::Alignment trailing(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}

} // namespace

void AuditDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  const Tokens& t = tokens();
  const auto column = static_cast<AuditColumn>(index.column());
  const QString text = index.data(Qt::DisplayRole).toString();
  const auto* model = static_cast<const AuditModel*>(index.model());
  const AuditLine* line = model->line(index.row());
  if (!line && column != AuditColumn::Number) {
    const int width = box.width() * (40 + (index.row() * 7 + index.column() * 13) % 45) / 100;
    QRect bar(box.left(), box.center().y() - 3, width, 7);
    if (option.direction == Qt::RightToLeft)
      bar.moveRight(box.right());
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(t.grid);
    p.drawRoundedRect(bar, 3, 3);
    return;
  }
  switch (column) {
  case AuditColumn::When:
    p.setPen(t.muted);
    paint::tabularText(p, box, leading(p), text);
    break;
  case AuditColumn::What: {
    const auto tone = static_cast<paint::Tone>(index.data(AuditModel::ToneRole).toInt());
    if (tone == paint::Tone::Neutral) {
      paint::elidedText(p, box, leading(p), text);
      break;
    }
    p.setFont(theme().font(TypeRole::LabelStrong));
    QRect room = box;
    room.setWidth(std::min(room.width(), paint::chipWidth(p.font(), text)));
    if (option.direction == Qt::RightToLeft)
      room.moveRight(box.right());
    paint::chip(p, room, t, tone, p.fontMetrics().elidedText(text, Qt::ElideRight, room.width() - 12));
    break;
  }
  case AuditColumn::Change:
    paintChange(p, box, *line);
    break;
  case AuditColumn::Note:
    p.setPen(t.muted);
    paint::elidedText(p, box, leading(p), text);
    break;
  case AuditColumn::Number:
    p.setPen(t.muted);
    paint::tabularText(p, box, trailing(p), text);
    break;
  default:
    paint::elidedText(p, box, leading(p), text);
  }
}

// What it was, muted; what it is since, strong. The value since gives way last.
void AuditDelegate::paintChange(QPainter& p, const QRect& box, const AuditLine& line) const {
  if (!line.field)
    return;
  const Tokens& t = tokens();
  const AuditField& f = *line.field;
  if (!f.changed) {
    p.setPen(t.muted);
    paint::elidedText(p, box, leading(p), auditChangeText(line));
    return;
  }
  const QString after = f.after.isEmpty() ? AuditModel::tr("none") : auditValueText(f.after);
  const QString all = auditChangeText(line);
  const QString before = all.left(all.size() - after.size());
  const QFont strong = theme().font(TypeRole::BodyStrong);
  const int wanted = QFontMetrics(strong).horizontalAdvance(after) + 2;
  const int beforeWidth = p.fontMetrics().horizontalAdvance(before) + 3;
  const int first = std::min(beforeWidth, std::max(box.width() / 2, box.width() - wanted));
  const bool mirrored = p.layoutDirection() == Qt::RightToLeft;
  const QRect left(mirrored ? box.right() - first + 1 : box.left(), box.top(), first, box.height());
  const QRect right(mirrored ? box.left() : box.left() + first, box.top(), box.width() - first, box.height());
  p.setPen(t.muted);
  paint::elidedText(p, left, leading(p), before);
  p.setPen(t.text);
  p.setFont(strong);
  paint::elidedText(p, right, leading(p), after);
}

AuditTable::AuditTable(const Theme& theme, AuditModel& model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model) {
  auto* look = new TableHeader(theme, this);
  look->setSectionsClickable(false);
  look->setStretchLastSection(true);
  setHorizontalHeader(look);
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(20);
  verticalHeader()->setDefaultSectionSize(theme.rowHeight());
  verticalHeader()->hide();
  setModel(&model);
  setItemDelegate(new AuditDelegate(theme, this));
  setAccessibleName(tr("The journal, newest first"));
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(NoEditTriggers);
  setShowGrid(false);
  setWordWrap(false);
  setFrameShape(NoFrame);
  setMouseTracking(true);
  setTabKeyNavigation(false);
  setHorizontalScrollMode(ScrollPerPixel);
  setMinimumHeight(120);
  connect(this, &QAbstractItemView::doubleClicked, this, &AuditTable::activatedByUser);
  connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
  connect(&theme, &Theme::densityChanged, this,
          [this] { verticalHeader()->setDefaultSectionSize(m_theme.rowHeight()); });
}

void AuditTable::focusRow(int row) {
  if (m_model.rowCount() == 0)
    return;
  setCurrentIndex(m_model.index(std::clamp(row, 0, m_model.rowCount() - 1), 0));
}

QList<int> AuditTable::chosenRows() const {
  QList<int> rows;
  for (const QItemSelectionRange& range : selectionModel()->selection())
    for (int row = range.top(); row <= range.bottom() && rows.size() < kMostChosen; ++row)
      rows << row;
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

void AuditTable::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    if (!chord && !event->isAutoRepeat())
      emit activatedByUser();
    return event->accept();
  }
  if (!chord && (event->key() == Qt::Key_J || event->key() == Qt::Key_K)) {
    moveFocus(event->key() == Qt::Key_J ? 1 : -1);
    return event->accept();
  }
  if (!chord && (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) &&
      !(event->modifiers() & Qt::ShiftModifier)) {
    focusRow(event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1);
    return event->accept();
  }
  const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
  if (typed || event->key() == Qt::Key_Escape || event->matches(QKeySequence::Copy))
    return event->ignore();
  QTableView::keyPressEvent(event);
}

void AuditTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  fitColumns();
}

void AuditTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (current.row() != previous.row() || !previous.isValid())
    emit focusChanged();
}

void AuditTable::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) {
  QTableView::selectionChanged(selected, deselected);
  emit choiceChanged();
}

// In a narrow window the reasons go first: they stand in the detail as well.
void AuditTable::fitColumns() {
  const int room = viewport()->width();
  int least = 0, ideal = 0, shares = 0;
  const auto add = [&](bool withNote) {
    least = ideal = shares = 0;
    for (const Width& w : kWidths)
      if (withNote || w.column != AuditColumn::Note)
        least += w.least, ideal += w.ideal, shares += w.share;
  };
  add(true);
  const bool withNote = least <= room;
  add(withNote);
  setColumnHidden(int(AuditColumn::Note), !withNote);
  const double grown = ideal > least ? std::clamp(double(room - least) / (ideal - least), 0.0, 1.0) : 1.0;
  const int over = std::max(0, room - ideal);
  for (const Width& w : kWidths)
    setColumnWidth(int(w.column), int(w.least + (w.ideal - w.least) * grown) + over * w.share / std::max(1, shares));
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/TableDelegate.h"

#include "controls/Paint.h"
#include "itemmodels/Format.h"
#include "itemmodels/LedgerModel.h"
#include "itemmodels/QueueProxy.h"

#include <QHeaderView>
#include <QMouseEvent>
#include <QTableView>

namespace pricewright {
namespace {

const QueueItem& queueItem(const QModelIndex& index) {
  return static_cast<const QueueProxy*>(index.model())->itemAt(index.row());
}

bool isFirstShown(const QStyleOptionViewItem& option, const QModelIndex& index) {
  const auto* view = qobject_cast<const QTableView*>(option.widget);
  return view && view->horizontalHeader()->visualIndex(index.column()) == 0;
}

Qt::Alignment leading(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}
// Figures end at the decimal mark's side in both directions of writing: left to right they sit at the right.
Qt::Alignment trailing(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}

} // namespace

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return {40, m_theme.rowHeight()};
}

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const Tokens& t = m_theme.tokens();
  const bool selected = option.state & QStyle::State_Selected;
  painter->save();
  painter->setLayoutDirection(option.direction);
  painter->fillRect(option.rect,
                    selected ? t.accentBg : ((option.state & QStyle::State_MouseOver) ? t.raised : t.surface));
  painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), t.grid);
  if (selected && m_accentBar && isFirstShown(option, index)) {
    QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
    if (option.direction == Qt::RightToLeft)
      bar.moveRight(option.rect.right());
    painter->fillRect(bar, t.accent);
  }
  painter->setFont(m_theme.font(TypeRole::Body));
  painter->setPen(t.text);
  painter->setClipRect(option.rect);
  paintContent(*painter, option.rect.adjusted(8, 0, -8, -1), option, index);
  painter->restore();
}

void TableDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem&,
                                 const QModelIndex& index) const {
  const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
  const QString text = index.data(Qt::DisplayRole).toString();
  if (alignment & Qt::AlignRight)
    paint::tabularText(p, box, trailing(p), text);
  else
    paint::elidedText(p, box, leading(p), text);
}

void QueueDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
  const Tokens& t = tokens();
  if (index.data(QueueModel::DimmedRole).toBool())
    p.setOpacity(0.4);
  const QString text = index.data(Qt::DisplayRole).toString();
  switch (static_cast<QueueColumn>(index.column())) {
  case QueueColumn::Check:
    paint::checkBox(p, option.rect, t, static_cast<Qt::CheckState>(index.data(Qt::CheckStateRole).toInt()), true);
    break;
  case QueueColumn::Sku:
    p.setPen(t.muted);
    p.setFont(theme().font(TypeRole::Label));
    paint::tabularText(p, box, leading(p), text);
    break;
  case QueueColumn::Zone:
  case QueueColumn::Category:
  case QueueColumn::Expires:
    p.setPen(t.muted);
    paint::elidedText(p, box, leading(p), text);
    break;
  case QueueColumn::Proposed:
    p.setFont(theme().font(TypeRole::BodyStrong));
    paint::tabularText(p, box, trailing(p), text);
    break;
  case QueueColumn::Change:
    paintChange(p, box, index);
    break;
  case QueueColumn::Margin:
    paintMargin(p, box, index);
    break;
  case QueueColumn::Interval:
    paintInterval(p, box, index);
    break;
  case QueueColumn::Why:
    paintWhy(p, box, index);
    break;
  default:
    TableDelegate::paintContent(p, box, option, index);
  }
}

void QueueDelegate::paintChange(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const int bp = queueItem(index).row->changeBp;
  const QColor color = bp > 0 ? t.positive : (bp < 0 ? t.negative : t.muted);
  const QString text = index.data(Qt::DisplayRole).toString();
  p.setPen(color);
  paint::tabularText(p, box, trailing(p), text);
  if (bp == 0)
    return;
  // The triangle keeps one place for the whole column, so that the column can be read down.
  const qreal widest =
      std::max(paint::tabularWidth(p.font(), text), paint::tabularWidth(p.font(), QStringLiteral("00.0")));
  const bool rtl = p.layoutDirection() == Qt::RightToLeft;
  const qreal x = rtl ? box.left() + widest + 4 : box.right() - widest - 14;
  paint::triangle(p, QRectF(x, box.top(), 10, box.height()), bp > 0, color);
}

void QueueDelegate::paintMargin(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QueueRow& r = *queueItem(index).row;
  if (!r.costKnown) {
    p.setPen(t.warning);
    paint::elidedText(p, box, trailing(p), index.data(Qt::DisplayRole).toString());
    return;
  }
  const QString then = percentText(r.marginThenBp, false), before = percentText(r.marginNowBp, false);
  const QString arrow = QStringLiteral(" → ");
  const qreal thenWidth =
      std::max(paint::tabularWidth(p.font(), then), paint::tabularWidth(p.font(), QStringLiteral("00.0")));
  const bool rtl = p.layoutDirection() == Qt::RightToLeft;
  paint::tabularText(p, box, trailing(p), then);
  p.setPen(t.muted);
  const QRectF rest = rtl ? QRectF(box).adjusted(thenWidth, 0, 0, 0) : QRectF(box).adjusted(0, 0, -thenWidth, 0);
  paint::tabularText(p, rest, trailing(p), rtl ? QStringLiteral(" ← ") + before : before + arrow);
}

void QueueDelegate::paintInterval(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const QueueRow& r = *queueItem(index).row;
  const auto* proxy = static_cast<const QueueProxy*>(index.model());
  const auto [from, to] = static_cast<const QueueModel*>(proxy->sourceModel())->intervalScale();
  paint::interval(p, box, tokens(), {r.profitLow, r.profit, r.profitHigh, from, to},
                  p.layoutDirection() == Qt::RightToLeft);
}

void QueueDelegate::paintWhy(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QString word = index.data(Qt::DisplayRole).toString();
  p.setFont(theme().font(TypeRole::LabelStrong));
  const int width = std::min(paint::chipWidth(p.font(), word), box.width());
  paint::chip(p, box, t, static_cast<paint::Tone>(index.data(QueueModel::ToneRole).toInt()), word);
  p.setFont(theme().font(TypeRole::Label));
  p.setPen(t.muted);
  const bool rtl = p.layoutDirection() == Qt::RightToLeft;
  const QRect rest = rtl ? box.adjusted(0, 0, -width - 6, 0) : box.adjusted(width + 6, 0, 0, 0);
  if (rest.width() > 24)
    paint::elidedText(p, rest, leading(p), index.data(QueueModel::DetailRole).toString());
}

bool QueueDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem&,
                                const QModelIndex& index) {
  if (index.column() != static_cast<int>(QueueColumn::Check) || event->type() != QEvent::MouseButtonRelease)
    return false;
  if (static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
    return false;
  const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
  return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QSize LedgerDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const { return {40, 26}; }

void LedgerDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem&,
                                  const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QString text = index.data(Qt::DisplayRole).toString();
  p.setFont(theme().font(TypeRole::Label));
  switch (index.column()) {
  case LedgerModel::Outcome:
    paint::chip(p, box, t, static_cast<paint::Tone>(index.data(LedgerModel::ToneRole).toInt()), text);
    break;
  case LedgerModel::Distance:
    paint::tabularText(p, box, trailing(p), text);
    break;
  case LedgerModel::Rule:
    paint::elidedText(p, box, leading(p), text);
    break;
  default:
    p.setPen(t.muted);
    paint::elidedText(p, box, leading(p), text);
  }
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/CellDelegate.h"

#include "controls/Paint.h"

#include <QLineEdit>
#include <QPainterPath>

#include <cmath>

namespace pricewright {
namespace {

Qt::Alignment leading(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}
Qt::Alignment trailing(const QPainter& p) {
  return (p.layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter |
         Qt::AlignAbsolute;
}

paint::Tone toneOf(const QModelIndex& index) {
  return static_cast<paint::Tone>(index.data(RowModel::ToneRole).toInt());
}

} // namespace

void CellDelegate::paintContent(QPainter& p, const QRect& box, const QStyleOptionViewItem&,
                                const QModelIndex& index) const {
  if (index.data(RowModel::LineRole).toInt() > 0)
    return paintGroup(p, box, index);
  const Tokens& t = tokens();
  const Column& column = m_columns[static_cast<std::size_t>(index.column())];
  if (index.data(RowModel::DimmedRole).toBool())
    p.setOpacity(0.4);
  const QString text = index.data(Qt::DisplayRole).toString();
  const paint::Tone tone = toneOf(index);
  p.setFont(theme().font(column.strong ? TypeRole::BodyStrong : TypeRole::Body));
  p.setPen(tone != paint::Tone::Neutral ? paint::toneText(t, tone) : (column.muted ? t.muted : t.text));
  switch (column.kind) {
  case CellKind::Code:
    p.setFont(theme().font(TypeRole::Label));
    p.setPen(tone != paint::Tone::Neutral ? paint::toneText(t, tone) : t.muted);
    paint::tabularText(p, box, leading(p), text);
    break;
  case CellKind::Text:
    paint::elidedText(p, box, leading(p), text);
    break;
  case CellKind::Delta:
    paintDelta(p, box, index);
    break;
  case CellKind::Chip:
    paintChip(p, box, index);
    break;
  case CellKind::Interval: {
    const QVariantList i = index.data(RowModel::IntervalRole).toList(), s = index.data(RowModel::ScaleRole).toList();
    if (i.size() == 3 && s.size() == 2 && std::isfinite(i[0].toDouble()) && std::isfinite(i[2].toDouble()))
      paint::interval(p, box, t, {i[0].toDouble(), i[1].toDouble(), i[2].toDouble(), s[0].toDouble(), s[1].toDouble()},
                      p.layoutDirection() == Qt::RightToLeft);
    else
      paint::elidedText(p, box, trailing(p), text);
    break;
  }
  case CellKind::Sparkline:
    paintSeries(p, box, index);
    break;
  default:
    paint::tabularText(p, box, trailing(p), text);
  }
}

void CellDelegate::paintGroup(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QString text = index.data(Qt::DisplayRole).toString();
  const Column& column = m_columns[static_cast<std::size_t>(index.column())];
  p.setFont(theme().font(TypeRole::LabelStrong));
  p.setPen(t.text);
  if (!isNumeric(column.kind) && !text.isEmpty()) {
    const bool folded = index.data(RowModel::LineRole).toInt() == 2;
    const bool rtl = p.layoutDirection() == Qt::RightToLeft;
    paint::elidedText(p, box, leading(p),
                      (folded ? (rtl ? QStringLiteral("◂  ") : QStringLiteral("▸  ")) : QStringLiteral("▾  ")) + text);
    return;
  }
  paint::tabularText(p, box, trailing(p), text);
}

void CellDelegate::paintDelta(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QString text = index.data(Qt::DisplayRole).toString();
  const double value = index.data(RowModel::NumberRole).toDouble();
  const QColor color = value > 0 ? t.positive : (value < 0 ? t.negative : t.muted);
  p.setPen(color);
  paint::tabularText(p, box, trailing(p), text);
  if (!(value > 0 || value < 0))
    return;
  // The triangle keeps one place for the whole column, so that the column can be read down.
  const qreal widest =
      std::max(paint::tabularWidth(p.font(), text), paint::tabularWidth(p.font(), QStringLiteral("00.0")));
  const bool rtl = p.layoutDirection() == Qt::RightToLeft;
  const qreal x = rtl ? box.left() + widest + 4 : box.right() - widest - 14;
  paint::triangle(p, QRectF(x, box.top(), 10, box.height()), value > 0, color);
}

void CellDelegate::paintChip(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const Tokens& t = tokens();
  const QString word = index.data(Qt::DisplayRole).toString();
  if (word.isEmpty())
    return;
  p.setFont(theme().font(TypeRole::LabelStrong));
  const int width = std::min(paint::chipWidth(p.font(), word), box.width());
  paint::chip(p, box, t, toneOf(index), word);
  p.setFont(theme().font(TypeRole::Label));
  p.setPen(t.muted);
  const bool rtl = p.layoutDirection() == Qt::RightToLeft;
  const QRect rest = rtl ? box.adjusted(0, 0, -width - 6, 0) : box.adjusted(width + 6, 0, 0, 0);
  if (rest.width() > 24)
    paint::elidedText(p, rest, leading(p), index.data(RowModel::DetailRole).toString());
}

void CellDelegate::paintSeries(QPainter& p, const QRect& box, const QModelIndex& index) const {
  const QVariantList points = index.data(RowModel::SeriesRole).toList();
  double low = INFINITY, high = -INFINITY;
  for (const QVariant& point : points)
    if (const double v = point.toDouble(); std::isfinite(v)) {
      low = std::min(low, v);
      high = std::max(high, v);
    }
  if (points.size() < 2 || !(high >= low))
    return;
  const QRectF plot = QRectF(box).adjusted(0, 6, 0, -6);
  QPainterPath path;
  bool pen = false;
  for (qsizetype i = 0; i < points.size(); ++i) {
    const double v = points[i].toDouble();
    if (!std::isfinite(v)) {
      pen = false;
      continue;
    }
    const double share = double(i) / double(points.size() - 1);
    const double x = p.layoutDirection() == Qt::RightToLeft ? plot.right() - share * plot.width()
                                                            : plot.left() + share * plot.width();
    const double y = high > low ? plot.bottom() - (v - low) / (high - low) * plot.height() : plot.center().y();
    pen ? path.lineTo(x, y) : path.moveTo(x, y);
    pen = true;
  }
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(QPen(tokens().accent, 1.3));
  p.setBrush(Qt::NoBrush);
  p.drawPath(path);
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const {
  auto* edit = new QLineEdit(parent);
  edit->setFrame(false);
  edit->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString());
  if (isNumeric(m_columns[static_cast<std::size_t>(index.column())].kind))
    edit->setAlignment(Qt::AlignRight);
  return edit;
}

// What cannot be taken is said, and the cell stays as it was.
void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
  const auto* edit = qobject_cast<QLineEdit*>(editor);
  const auto* lines = qobject_cast<TableLines*>(model);
  if (!edit || !lines || lines->isGroup(index.row()))
    return;
  const QString typed = edit->text().trimmed();
  const int row = lines->rowAt(index.row());
  if (typed == lines->rows().editText(row, index.column()))
    return;
  if (const QString wrong = lines->rows().checkEdit(row, index.column(), typed); !wrong.isEmpty()) {
    emit editRefused(wrong);
    return;
  }
  model->setData(index, typed, Qt::EditRole);
}

} // namespace pricewright

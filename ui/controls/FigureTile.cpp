// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/FigureTile.h"

#include <QPainterPath>

#include <cmath>

namespace pricewright {
namespace {

constexpr int kPadding = 14, kLineWidth = 110, kLineHeight = 30;

// "5 of 8 · before 71 %": where not all has room, so many of its parts as are there in full. The tool tip has the rest.
QString wholeParts(QString text, const QFontMetrics& metrics, int room) {
  const QString between = QStringLiteral(" · ");
  while (metrics.horizontalAdvance(text) > room && text.contains(between))
    text.truncate(text.lastIndexOf(between));
  return text;
}

} // namespace

FigureTile::FigureTile(const Theme& theme, const QString& name, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme) {
  setText(name);
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  setFigure({QStringLiteral("–"), {}, 0, paint::Tone::Neutral, {}, {}, {}});
}

void FigureTile::setFigure(Figure figure) {
  m_figure = std::move(figure);
  QStringList more{m_figure.beside, m_figure.definition};
  more.removeAll(QString());
  setToolTip(more.join(u'\n'));
  QStringList words{text(), m_figure.value, m_figure.delta, m_figure.beside};
  words.removeAll(QString());
  setAccessibleName(words.join(QStringLiteral(", ")));
  setAccessibleDescription(m_figure.definition);
  update();
}

void FigureTile::paintEvent(QPaintEvent*) {
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = m_theme.tokens();
  p.setPen(QPen(hasFocus() ? t.accent : t.border, hasFocus() ? 2 : 1));
  p.setBrush(underMouse() ? t.raised : t.surface);
  p.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Theme::kCardRadius, Theme::kCardRadius);
  const bool rtl = layoutDirection() == Qt::RightToLeft;
  const auto start = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
  const QRect box = rect().adjusted(kPadding, 10, -kPadding, -10);
  p.setFont(m_theme.font(TypeRole::Label));
  p.setPen(t.muted);
  paint::elidedText(p, {box.left(), box.top(), box.width(), 20}, start, text());
  QFont big = m_theme.font(TypeRole::Title);
  big.setPixelSize(24);
  p.setFont(big);
  p.setPen(t.text);
  paint::tabularText(p, QRectF(box.left(), box.top() + 21, box.width(), 32), start, m_figure.value);
  const bool hasLine = m_figure.weeks.size() > 2 && box.width() > 2 * kLineWidth;
  QRect words(box.left(), box.top() + 55, box.width() - (hasLine ? kLineWidth + 10 : 0), box.height() - 55);
  if (hasLine && rtl)
    words.moveRight(box.right());
  p.setFont(m_theme.font(TypeRole::Label));
  QRect first(words.left(), words.top(), words.width(), 19);
  if (m_figure.direction != 0) {
    paint::triangle(p, QRectF(rtl ? first.right() - 9 : first.left(), first.top() + 5.5, 9, 8), m_figure.direction > 0,
                    paint::toneText(t, m_figure.tone));
    rtl ? first.setRight(first.right() - 14) : first.setLeft(first.left() + 14);
  }
  if (!m_figure.delta.isEmpty()) {
    p.setPen(paint::toneText(t, m_figure.tone));
    paint::elidedText(p, first, start, wholeParts(m_figure.delta, p.fontMetrics(), first.width()));
  }
  p.setPen(t.muted);
  const int top = m_figure.delta.isEmpty() ? words.top() : words.top() + 19;
  paint::elidedText(p, {words.left(), top, words.width(), 19}, start,
                    wholeParts(m_figure.beside, p.fontMetrics(), words.width()));
  if (hasLine)
    paintLine(p, QRectF(rtl ? box.left() : box.right() - kLineWidth, box.bottom() - kLineHeight - 2, kLineWidth,
                        kLineHeight));
}

void FigureTile::paintLine(QPainter& p, const QRectF& box) const {
  double low = INFINITY, high = -INFINITY;
  for (const double v : m_figure.weeks)
    if (std::isfinite(v))
      low = std::min(low, v), high = std::max(high, v);
  if (!std::isfinite(low))
    return;
  const double span = high > low ? high - low : 1;
  QPainterPath path;
  bool open = false;
  const double step = box.width() / double(m_figure.weeks.size() - 1);
  for (std::size_t i = 0; i < m_figure.weeks.size(); ++i) {
    const double v = m_figure.weeks[i];
    if (!std::isfinite(v)) {
      open = false;
      continue;
    }
    const QPointF at(box.left() + step * double(i), box.bottom() - (v - low) / span * box.height());
    open ? path.lineTo(at) : path.moveTo(at);
    open = true;
  }
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(m_theme.tokens().accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  p.drawPath(path);
}

} // namespace pricewright

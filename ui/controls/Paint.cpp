// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/Paint.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainterPath>
#include <QRawFont>

#include <cmath>

namespace pricewright::paint {
namespace {

// One font's figures, measured once: tables ask for the same few fonts thousands of times.
struct Figures {
  QFont font;
  QRawFont raw;
  qreal widest = 0;
};

const Figures& figuresOf(const QFont& font) {
  static std::vector<Figures> known; // GUI thread only; a handful of fonts
  for (const Figures& f : known)
    if (f.font == font)
      return f;
  if (known.size() > 32)
    known.clear();
  Figures f{font, QRawFont::fromFont(font), 0};
  const QFontMetricsF metrics(font);
  for (char digit = '0'; digit <= '9'; ++digit)
    f.widest = std::max(f.widest, metrics.horizontalAdvance(QLatin1Char(digit)));
  known.push_back(std::move(f));
  return known.back();
}

struct Shaped {
  QList<quint32> glyphs;
  QList<QPointF> positions;
  qreal width = 0;
};

// Nothing where the font lacks a sign or the text wants real shaping: then the ordinary way draws it.
std::optional<Shaped> shape(const Figures& f, const QString& text) {
  for (const QChar c : text)
    if (c.unicode() >= 0x0590 && c.unicode() < 0x2000)
      return std::nullopt;
  Shaped s;
  s.glyphs = f.raw.glyphIndexesForString(text);
  if (s.glyphs.size() != text.size() || s.glyphs.contains(quint32(0)))
    return std::nullopt;
  const QList<QPointF> advances = f.raw.advancesForGlyphIndexes(s.glyphs, QRawFont::UseDesignMetrics);
  for (qsizetype i = 0; i < s.glyphs.size(); ++i) {
    const bool isFigure = text[i] >= QLatin1Char('0') && text[i] <= QLatin1Char('9');
    const qreal advance = advances[i].x(), cell = isFigure ? f.widest : advance;
    s.positions.append(QPointF(s.width + (cell - advance) / 2, 0));
    s.width += cell;
  }
  return s;
}

} // namespace

QColor toneText(const Tokens& t, Tone tone) {
  switch (tone) {
  case Tone::Accent:
    return t.accent;
  case Tone::Positive:
    return t.positive;
  case Tone::Warning:
    return t.warning;
  case Tone::Negative:
    return t.negative;
  case Tone::Neutral:
    break;
  }
  return t.muted;
}

QColor toneGround(const Tokens& t, Tone tone) {
  switch (tone) {
  case Tone::Accent:
    return t.accentBg;
  case Tone::Positive:
    return t.positiveBg;
  case Tone::Warning:
    return t.warningBg;
  case Tone::Negative:
    return t.negativeBg;
  case Tone::Neutral:
    break;
  }
  return t.canvas;
}

qreal tabularWidth(const QFont& font, const QString& text) {
  const std::optional<Shaped> s = shape(figuresOf(font), text);
  return s ? s->width : QFontMetricsF(font).horizontalAdvance(text);
}

void tabularText(QPainter& p, const QRectF& box, Qt::Alignment alignment, const QString& text) {
  const Figures& f = figuresOf(p.font());
  const std::optional<Shaped> s = shape(f, text);
  if (!s || s->width > box.width() + 0.5) {
    elidedText(p, box.toAlignedRect(), alignment, text);
    return;
  }
  const QFontMetricsF metrics(p.font());
  qreal x = box.left();
  if (alignment & Qt::AlignRight)
    x = box.right() - s->width;
  else if (alignment & Qt::AlignHCenter)
    x = box.center().x() - s->width / 2;
  const qreal baseline = box.center().y() + (metrics.ascent() - metrics.descent()) / 2;
  QGlyphRun run;
  run.setRawFont(f.raw);
  run.setGlyphIndexes(s->glyphs);
  run.setPositions(s->positions);
  p.drawGlyphRun(QPointF(x, baseline), run);
}

void elidedText(QPainter& p, const QRect& box, Qt::Alignment alignment, const QString& text) {
  const QFontMetrics metrics(p.font());
  p.drawText(box, static_cast<int>(alignment) | Qt::TextSingleLine,
             metrics.elidedText(text, Qt::ElideRight, box.width()));
}

int chipWidth(const QFont& font, const QString& text) {
  return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(text))) + 14;
}

void chip(QPainter& p, const QRect& box, const Tokens& t, Tone tone, const QString& text) {
  const QFontMetrics metrics(p.font());
  const int height = std::min(box.height(), metrics.height() + 4);
  QRect r(box.left(), box.center().y() - height / 2 + 1, std::min(box.width(), chipWidth(p.font(), text)), height);
  if (p.layoutDirection() == Qt::RightToLeft)
    r.moveRight(box.right());
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(toneGround(t, tone));
  p.drawRoundedRect(r, Theme::kChipRadius, Theme::kChipRadius);
  p.setPen(toneText(t, tone));
  if (r.width() >= chipWidth(p.font(), text))
    p.drawText(r, Qt::AlignCenter | Qt::TextSingleLine, text);
  else
    elidedText(p, r.adjusted(6, 0, -6, 0), Qt::AlignCenter, text);
}

void checkBox(QPainter& p, const QRectF& box, const Tokens& t, Qt::CheckState state, bool enabled) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const QRectF r(std::floor(box.center().x() - 6.5) + 0.5, std::floor(box.center().y() - 6.5) + 0.5, 13, 13);
  const QColor line = enabled ? (state == Qt::Unchecked ? t.faint : t.accent) : t.border;
  p.setPen(QPen(line, 1.2));
  p.setBrush(state == Qt::Unchecked ? QBrush(Qt::NoBrush) : QBrush(line));
  p.drawRoundedRect(r, 3, 3);
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(t.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (state == Qt::Checked)
    p.drawPolyline(
        QPolygonF{r.topLeft() + QPointF(3, 6.8), r.topLeft() + QPointF(5.5, 9.3), r.topLeft() + QPointF(10, 4)});
  else if (state == Qt::PartiallyChecked)
    p.drawLine(r.topLeft() + QPointF(3.5, 6.5), r.topLeft() + QPointF(9.5, 6.5));
  p.restore();
}

void triangle(QPainter& p, const QRectF& box, bool up, const QColor& color) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setPen(Qt::NoPen);
  p.setBrush(color);
  const QPointF c = box.center();
  const qreal w = 4.5, h = 4, sign = up ? 1 : -1;
  p.drawPolygon(QPolygonF{c + QPointF(0, -h * sign), c + QPointF(w, h * sign), c + QPointF(-w, h * sign)});
  p.restore();
}

int keyCapWidth(const QFont& font, const QString& key) {
  return std::max(18, QFontMetrics(font).horizontalAdvance(key) + 10);
}

void keyCap(QPainter& p, const QRect& box, const QFont& font, const QString& key, const QColor& text,
            const QColor& ground, const QColor& border) {
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  p.setFont(font);
  p.setPen(border);
  p.setBrush(ground);
  p.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
  p.setPen(text);
  p.drawText(box, Qt::AlignCenter, key);
  p.restore();
}

void interval(QPainter& p, const QRectF& box, const Tokens& t, const Interval& i, bool rightToLeft) {
  if (!(i.to > i.from) || !std::isfinite(i.low) || !std::isfinite(i.high) || !std::isfinite(i.middle))
    return;
  p.save();
  p.setRenderHint(QPainter::Antialiasing);
  const auto x = [&](double value) {
    const double share = std::clamp((value - i.from) / (i.to - i.from), 0.0, 1.0);
    return rightToLeft ? box.right() - share * box.width() : box.left() + share * box.width();
  };
  const qreal y = std::floor(box.center().y()) + 0.5;
  p.setPen(QPen(t.border, 1));
  p.drawLine(QPointF(box.left(), y), QPointF(box.right(), y));
  if (i.from <= 0 && i.to >= 0) {
    p.setPen(QPen(t.faint, 1));
    const qreal zero = std::round(x(0)) + 0.5;
    p.drawLine(QPointF(zero, y - 5), QPointF(zero, y + 5));
  }
  const QColor line = t.faint;
  p.setPen(QPen(line, 3, Qt::SolidLine, Qt::RoundCap));
  p.drawLine(QPointF(x(i.low), y), QPointF(x(i.high), y));
  p.setPen(QPen(line, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  const auto openEnd = [&](qreal at, qreal outward) {
    p.drawPolyline(QPolygonF{QPointF(at - outward * 3, y - 4), QPointF(at, y), QPointF(at - outward * 3, y + 4)});
  };
  const qreal mirror = rightToLeft ? -1 : 1;
  if (i.low < i.from)
    openEnd(x(i.low), -mirror);
  if (i.high > i.to)
    openEnd(x(i.high), mirror);
  p.setPen(Qt::NoPen);
  p.setBrush(i.middle >= 0 ? t.positive : t.negative);
  constexpr qreal kArrow = 8; // room for it beside a middle that lies beyond the scale
  const qreal middle = x(i.middle) - (i.middle > i.to ? mirror * kArrow : i.middle < i.from ? -mirror * kArrow : 0);
  p.drawEllipse(QPointF(middle, y), 3.5, 3.5);
  p.restore();
}

} // namespace pricewright::paint

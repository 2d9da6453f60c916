// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/today/CycleTimeline.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QToolTip>

namespace pricewright {
namespace {

constexpr int kRow = 22, kLabels = 110, kGap = 8, kLeastBar = 4, kMostReasons = 6, kReasonsInLine = 2;

// The commonest reasons, and how many more there are.
QString reasonsText(const StationReport& s, std::size_t most) {
  std::vector<std::pair<qint64, QString>> all;
  for (auto it = s.reasons.begin(); it != s.reasons.end(); ++it)
    all.emplace_back(it.value(), codeText(it.key()));
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  QStringList parts;
  for (std::size_t i = 0; i < all.size() && i < most; ++i)
    parts << QStringLiteral("%1 %2").arg(all[i].second, QLocale().toString(all[i].first));
  if (all.size() > most)
    parts << CycleTimeline::tr("%1 more").arg(all.size() - most);
  return parts.join(QStringLiteral(" · "));
}

QString stationName(const StationReport& s) { return codeText(QStringLiteral("station.") + s.station); }

QString countText(const StationReport& s) {
  const int n = static_cast<int>(std::min<qint64>(s.count, INT_MAX));
  return s.station == u"lists"     ? CycleTimeline::tr("%n list(s)", nullptr, n)
         : s.station == u"expire"  ? CycleTimeline::tr("%n proposal(s)", nullptr, n)
         : s.station == u"monitor" ? CycleTimeline::tr("%n offer(s)", nullptr, n)
                                   : CycleTimeline::tr("%n price(s)", nullptr, n);
}

} // namespace

CycleTimeline::CycleTimeline(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  setAccessibleName(tr("Stations of the cycle"));
  connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CycleTimeline::setReport(std::optional<CycleReport> report) {
  if (m_report && report && *m_report == *report)
    return;
  m_report = std::move(report);
  m_chosen = -1;
  describe();
  updateGeometry();
  update();
  emit chosenChanged();
}

QSize CycleTimeline::sizeHint() const {
  return {400, m_report ? kRow * static_cast<int>(m_report->stations.size()) : 0};
}

paint::Tone CycleTimeline::toneOf(const StationReport& s) {
  if (s.ended != QLatin1String("done"))
    return paint::Tone::Negative;
  if (s.station == u"breaker" && !s.reasons.isEmpty()) // it did its work, and what it found is bad
    return paint::Tone::Negative;
  return s.fallback.isEmpty() ? paint::Tone::Positive : paint::Tone::Warning;
}

QString CycleTimeline::words(int station) const {
  const StationReport& s = m_report->stations[std::size_t(station)];
  QStringList parts;
  if (s.count > 0 && s.reasons.isEmpty())
    parts << countText(s);
  if (!s.fallback.isEmpty())
    parts << tr("fallback taken: %1").arg(codeText(s.fallback));
  if (s.ended.startsWith(QLatin1String("failed:")))
    parts << tr("failed: %1").arg(errorText(fail(s.ended.mid(7))));
  else if (s.ended != QLatin1String("done"))
    parts << codeText(s.ended);
  if (!s.reasons.isEmpty())
    parts << reasonsText(s, kReasonsInLine);
  return parts.join(QStringLiteral(" · "));
}

QString CycleTimeline::reasons(int station) const {
  if (!m_report || station < 0 || station >= int(m_report->stations.size()))
    return {};
  return reasonsText(m_report->stations[std::size_t(station)], kMostReasons);
}

void CycleTimeline::describe() {
  QStringList all;
  for (int i = 0; m_report && i < int(m_report->stations.size()); ++i) {
    const StationReport& s = m_report->stations[std::size_t(i)];
    all << QStringLiteral("%1: %2, %3").arg(stationName(s), secondsText(s.took), words(i));
  }
  setAccessibleDescription(all.join(QStringLiteral("; ")));
}

void CycleTimeline::paintEvent(QPaintEvent*) {
  if (!m_report)
    return;
  QPainter p(this);
  p.setRenderHint(QPainter::Antialiasing);
  const Tokens& t = m_theme.tokens();
  const bool rtl = layoutDirection() == Qt::RightToLeft;
  Duration whole{};
  for (const StationReport& s : m_report->stations)
    whole += s.took;
  const double scale = 0.55 * std::max(40, width() - kLabels - kGap) / std::max(1.0, double(whole.count()));
  const auto flip = [&](QRectF r) {
    if (rtl)
      r.moveRight(width() - r.left());
    return r;
  };
  double at = kLabels + kGap;
  for (int i = 0; i < int(m_report->stations.size()); ++i) {
    const StationReport& s = m_report->stations[std::size_t(i)];
    const QRectF row(0, i * kRow, width(), kRow);
    if (i == m_chosen) {
      p.setPen(Qt::NoPen);
      p.setBrush(hasFocus() ? t.accentBg : t.raised);
      p.drawRoundedRect(row.adjusted(0, 1, 0, -1), Theme::kChipRadius, Theme::kChipRadius);
    }
    p.setFont(m_theme.font(TypeRole::Label));
    p.setPen(i == m_chosen ? t.text : t.muted);
    paint::elidedText(p, flip(QRectF(0, row.top(), kLabels, kRow)).toAlignedRect(),
                      (rtl ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::AlignAbsolute, stationName(s));
    const double long_ = std::max<double>(kLeastBar, double(s.took.count()) * scale);
    p.setPen(Qt::NoPen);
    p.setBrush(paint::toneText(t, toneOf(s)));
    p.drawRoundedRect(flip(QRectF(at, row.top() + 4, long_, kRow - 8)), 2, 2);
    const QString took = secondsText(s.took);
    const double textAt = at + long_ + 6;
    const double tookWidth = QFontMetricsF(p.font()).horizontalAdvance(took) + 1;
    const auto start = (rtl ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter | Qt::AlignAbsolute;
    p.setPen(t.text);
    p.drawText(flip(QRectF(textAt, row.top(), tookWidth, kRow)), int(start), took);
    p.setPen(t.muted);
    const double left = textAt + tookWidth + 6;
    paint::elidedText(p, flip(QRectF(left, row.top(), std::max(0.0, width() - left), kRow)).toAlignedRect(), start,
                      words(i));
    at += double(s.took.count()) * scale;
  }
}

void CycleTimeline::choose(int station) {
  if (!m_report || m_report->stations.empty())
    return;
  m_chosen = std::clamp(station, 0, int(m_report->stations.size()) - 1);
  update();
  emit chosenChanged();
}

void CycleTimeline::keyPressEvent(QKeyEvent* event) {
  const int last = m_report ? int(m_report->stations.size()) - 1 : -1;
  if (event->key() == Qt::Key_Down && m_chosen < last)
    choose(m_chosen + 1);
  else if (event->key() == Qt::Key_Up && m_chosen > 0)
    choose(m_chosen - 1);
  else if (event->key() == Qt::Key_Down)
    focusNextPrevChild(true);
  else if (event->key() == Qt::Key_Up)
    focusNextPrevChild(false);
  else
    event->ignore();
}

void CycleTimeline::mousePressEvent(QMouseEvent* event) { choose(static_cast<int>(event->position().y()) / kRow); }

bool CycleTimeline::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip || !m_report)
    return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int station = help->pos().y() / kRow;
  if (station < int(m_report->stations.size()))
    QToolTip::showText(help->globalPos(), words(station) + QLatin1Char('\n') + reasons(station), this);
  return true;
}

} // namespace pricewright

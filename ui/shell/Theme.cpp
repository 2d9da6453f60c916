// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QSettings>
#include <QStyleFactory>

#include <cmath>

namespace pricewright {
namespace {

// light: muted and warning are a step darker than drawn, so that they keep 4.5:1 on the selected row as well.
const Tokens kLight = {.canvas = 0xF5F6F8,
                       .surface = 0xFFFFFF,
                       .raised = 0xFAFBFC,
                       .border = 0xE2E6EC,
                       .grid = 0xEDEFF3,
                       .text = 0x1A1F29,
                       .muted = 0x5F697C,
                       .faint = 0x98A2B3,
                       .accent = 0x2F5BEA,
                       .accentBg = 0xEAF0FF,
                       .onAccent = 0xFFFFFF,
                       .positive = 0x0A7450,
                       .positiveBg = 0xE5F6EE,
                       .negative = 0xC2352B,
                       .negativeBg = 0xFDECEA,
                       .warning = 0x8F5F00,
                       .warningBg = 0xFFF4DB,
                       .series1 = 0xD55E00,
                       .series2 = 0x00986F,
                       .series3 = 0xB5609A};
const Tokens kDark = {.canvas = 0x0F1216,
                      .surface = 0x161A20,
                      .raised = 0x1B2027,
                      .border = 0x2A303A,
                      .grid = 0x222831,
                      .text = 0xE6E9EE,
                      .muted = 0x98A2B3,
                      .faint = 0x6B7585,
                      .accent = 0x7AA2FF,
                      .accentBg = 0x1C2945,
                      .onAccent = 0x0F1216,
                      .positive = 0x4CC38A,
                      .positiveBg = 0x15322A,
                      .negative = 0xFF7A6E,
                      .negativeBg = 0x3A1E1C,
                      .warning = 0xE5B454,
                      .warningBg = 0x332A14,
                      .series1 = 0xFF9447,
                      .series2 = 0x35C79A,
                      .series3 = 0xE29BCB};

double linear(double channel) {
  return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}
double luminance(const QColor& c) {
  return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

double contrastRatio(const QColor& a, const QColor& b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Tokens& Theme::tokensFor(bool dark) { return dark ? kDark : kLight; }

QList<ContrastPair> Theme::contrastPairs(bool dark) {
  const Tokens& t = tokensFor(dark);
  QList<ContrastPair> pairs;
  const QList<QPair<QString, QColor>> grounds = {{QStringLiteral("canvas"), t.canvas},
                                                 {QStringLiteral("surface"), t.surface},
                                                 {QStringLiteral("raised"), t.raised},
                                                 {QStringLiteral("selected row"), t.accentBg}};
  const QList<QPair<QString, QColor>> words = {
      {QStringLiteral("text"), t.text},         {QStringLiteral("muted"), t.muted},
      {QStringLiteral("accent"), t.accent},     {QStringLiteral("positive"), t.positive},
      {QStringLiteral("negative"), t.negative}, {QStringLiteral("warning"), t.warning}};
  for (const auto& [ground, background] : grounds)
    for (const auto& [word, foreground] : words)
      pairs.append({word + QStringLiteral(" on ") + ground, foreground, background});
  pairs.append({QStringLiteral("primary button"), t.onAccent, t.accent});
  pairs.append({QStringLiteral("chip: healthy"), t.positive, t.positiveBg});
  pairs.append({QStringLiteral("chip: blocked"), t.negative, t.negativeBg});
  pairs.append({QStringLiteral("chip: look"), t.warning, t.warningBg});
  for (const QColor& banner : {t.positiveBg, t.negativeBg, t.warningBg}) {
    pairs.append({QStringLiteral("words in a banner"), t.text, banner});
    pairs.append({QStringLiteral("labels in a banner"), t.muted, banner, 4.5});
  }
  for (const auto& [ground, background] : grounds)
    for (const QColor& line : {t.series1, t.series2, t.series3})
      pairs.append({QStringLiteral("line on ") + ground, line, background, 3.0});
  return pairs;
}

Theme::Theme(QObject* parent) : QObject(parent), m_tokens(kLight) {
  const QPalette system = QApplication::palette();
  m_systemDark = system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
  // Inter has even figures and long x-height; without it the system's own face does.
  const QStringList families = QFontDatabase::families();
  m_family = families.contains(QStringLiteral("Inter")) ? QStringLiteral("Inter") : QApplication::font().family();
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  apply();
}

void Theme::setScheme(ColorScheme scheme) {
  m_scheme = scheme;
  apply();
  emit changed();
}

void Theme::setSystemDark(bool dark) {
  if (std::exchange(m_systemDark, dark) != dark && m_scheme == ColorScheme::System)
    setScheme(ColorScheme::System);
}

void Theme::setDensity(RowDensity density) {
  if (m_density == density)
    return;
  m_density = density;
  emit densityChanged();
}

int Theme::rowHeight() const {
  switch (m_density) {
  case RowDensity::Compact:
    return 26;
  case RowDensity::Comfortable:
    return 36;
  case RowDensity::Normal:
    break;
  }
  return 30;
}

QFont Theme::font(TypeRole role) const {
  QFont f(m_family);
  f.setHintingPreference(QFont::PreferNoHinting);
  switch (role) {
  case TypeRole::Title:
    f.setPixelSize(20);
    break;
  case TypeRole::Body:
  case TypeRole::BodyStrong:
    f.setPixelSize(13);
    break;
  case TypeRole::Label:
  case TypeRole::LabelStrong:
    f.setPixelSize(12);
    break;
  case TypeRole::Axis:
    f.setPixelSize(11);
    break;
  }
  const bool strong = role == TypeRole::Title || role == TypeRole::BodyStrong || role == TypeRole::LabelStrong;
  f.setWeight(strong ? QFont::DemiBold : QFont::Normal);
  return f;
}

QPalette Theme::palette() const {
  const Tokens& t = m_tokens;
  QPalette p;
  const auto set = [&p](QPalette::ColorRole role, const QColor& c) { p.setColor(role, c); };
  set(QPalette::Window, t.canvas);
  set(QPalette::WindowText, t.text);
  set(QPalette::Base, t.surface);
  set(QPalette::AlternateBase, t.raised);
  set(QPalette::Text, t.text);
  set(QPalette::Button, t.surface);
  set(QPalette::ButtonText, t.text);
  set(QPalette::BrightText, t.negative);
  set(QPalette::ToolTipBase, t.raised);
  set(QPalette::ToolTipText, t.text);
  set(QPalette::PlaceholderText, t.muted);
  set(QPalette::Link, t.accent);
  set(QPalette::LinkVisited, t.accent);
  set(QPalette::Highlight, t.accent);
  set(QPalette::HighlightedText, t.onAccent);
  set(QPalette::Light, t.surface);
  set(QPalette::Midlight, t.grid);
  set(QPalette::Mid, t.border);
  set(QPalette::Dark, t.faint);
  set(QPalette::Shadow, m_dark ? QColor(0, 0, 0) : t.faint);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, t.muted);
  return p;
}

QString Theme::styleSheet() const {
  static const QString sheet = QStringLiteral(R"(
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 4px 6px; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @accentBg; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @grid; margin: 4px 8px; }
QLineEdit, QPlainTextEdit { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 4px 8px;
            selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid @accent; }
QComboBox { background: @surface; border: 1px solid @border; border-radius: 6px; padding: 3px 8px; min-height: 18px; }
QComboBox:focus, QComboBox:on { border: 1px solid @accent; }
QComboBox:disabled { color: @muted; background: @raised; }
QComboBox:editable { padding: 3px 0 3px 2px; }
QComboBox QLineEdit { border: none; padding: 0 6px; }
QComboBox::drop-down { border: none; width: 22px; }
QCheckBox { spacing: 6px; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid @muted; border-radius: 3px; background: @surface; }
QCheckBox::indicator:checked { background: #2F5BEA; border: 1px solid #2F5BEA; image: url(:/marks/tick.svg); }
QCheckBox:focus { color: @accent; }
QComboBox::down-arrow { image: url(:/marks/chevron.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; selection-background-color: @accentBg;
                              selection-color: @text; outline: none; }
QFrame#card { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame#popup { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame#topBar { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame#navigation { background: @surface; border: none; border-right: 1px solid @border; }
QFrame#statusBar { background: @surface; border: none; border-top: 1px solid @border; }
QFrame#actionBar { background: @raised; border: none; border-top: 1px solid @border;
                   border-bottom-left-radius: 7px; border-bottom-right-radius: 7px; }
QFrame#paneDivider { background: @grid; border: none; }
QTextBrowser, QTableView, QListView { background: transparent; color: @text; border: none;
            selection-background-color: @accentBg; selection-color: @text; }
QTextBrowser { selection-background-color: @accent; selection-color: @onAccent; }
QProgressBar { background: @grid; border: none; border-radius: 3px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: @border; border-radius: 3px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @faint; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter#panes::handle { background: @border; }
QLabel[tone="muted"] { color: @muted; }
QLabel[tone="positive"] { color: @positive; }
QLabel[tone="negative"] { color: @negative; }
QLabel[tone="warning"] { color: @warning; }
)");
  const Tokens& t = m_tokens;
  // Longer names first: @accentBg before @accent.
  const QList<QPair<QLatin1String, QColor>> names = {
      {QLatin1String("@accentBg"), t.accentBg}, {QLatin1String("@accent"), t.accent},
      {QLatin1String("@onAccent"), t.onAccent}, {QLatin1String("@surface"), t.surface},
      {QLatin1String("@raised"), t.raised},     {QLatin1String("@border"), t.border},
      {QLatin1String("@positive"), t.positive}, {QLatin1String("@negative"), t.negative},
      {QLatin1String("@warning"), t.warning},   {QLatin1String("@grid"), t.grid},
      {QLatin1String("@muted"), t.muted},       {QLatin1String("@faint"), t.faint},
      {QLatin1String("@text"), t.text}};
  QString filled = sheet;
  for (const auto& [name, color] : names)
    filled.replace(name, color.name());
  return filled;
}

void Theme::apply() {
  m_dark = m_scheme == ColorScheme::Dark || (m_scheme == ColorScheme::System && m_systemDark);
  m_tokens = tokensFor(m_dark);
  QApplication::setFont(font(TypeRole::Body));
  QApplication::setPalette(palette());
  if (auto* app = qobject_cast<QApplication*>(QCoreApplication::instance()))
    app->setStyleSheet(styleSheet());
}

void Theme::remember() const {
  QSettings settings;
  settings.setValue(QStringLiteral("look/scheme"), static_cast<int>(m_scheme));
  settings.setValue(QStringLiteral("look/density"), static_cast<int>(m_density));
}

void Theme::recall() {
  const QSettings settings;
  const int scheme = settings.value(QStringLiteral("look/scheme"), 0).toInt();
  const int density = settings.value(QStringLiteral("look/density"), 1).toInt();
  setScheme(static_cast<ColorScheme>(std::clamp(scheme, 0, 2)));
  setDensity(static_cast<RowDensity>(std::clamp(density, 0, 2)));
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

namespace pricewright {

enum class ColorScheme { System, Light, Dark };
enum class RowDensity { Compact, Normal, Comfortable };
enum class TypeRole { Title, Body, BodyStrong, Label, LabelStrong, Axis };

// Every color of the window, once for light and once for dark. What a token is used for stands beside it.
struct Tokens {
  QColor canvas, surface, raised;                    // window / cards, tables, navigation / headers, action bars
  QColor border, grid;                               // 1 px lines / table and chart lines
  QColor text, muted, faint;                         // values / labels / decoration only, never words
  QColor accent, accentBg, onAccent;                 // own price, selection, primary action / its ground / text on it
  QColor positive, positiveBg, negative, negativeBg; // gain, healthy / loss, blocked; always with a sign or shape
  QColor warning, warningBg;                         // needs a look, stale
  QColor series1, series2, series3;                  // competitors, always with a direct label
};

// A text color and a ground that the window really puts it on; the contrast test reads them all.
struct ContrastPair {
  QString what;
  QColor foreground, background;
  double atLeast = 4.5;
};
double contrastRatio(const QColor& a, const QColor& b); // WCAG 2.1, 1 … 21

// Owns the look: tokens, palette, style sheet and fonts. Applies them to the application, also while it runs. GUI
// thread.
class Theme : public QObject {
  Q_OBJECT
 public:
  static constexpr int kPageMargin = 20, kCardRadius = 8, kControlRadius = 6, kChipRadius = 4;

  explicit Theme(QObject* parent = nullptr);
  const Tokens& tokens() const { return m_tokens; }
  bool isDark() const { return m_dark; }
  ColorScheme scheme() const { return m_scheme; }
  void setScheme(ColorScheme scheme);
  void setSystemDark(bool dark); // what the desktop says; counts while the scheme is System
  void toggle() { setScheme(m_dark ? ColorScheme::Light : ColorScheme::Dark); }
  RowDensity density() const { return m_density; }
  void setDensity(RowDensity density);
  int rowHeight() const;
  QFont font(TypeRole role) const;
  QPalette palette() const;
  QString styleSheet() const;
  void remember() const; // to the settings
  void recall();         // from the settings

  static const Tokens& tokensFor(bool dark);
  static QList<ContrastPair> contrastPairs(bool dark);

 signals:
  void changed(); // colors
  void densityChanged();

 private:
  void apply();
  Tokens m_tokens;
  QString m_family;
  ColorScheme m_scheme = ColorScheme::System;
  RowDensity m_density = RowDensity::Normal;
  bool m_dark = false, m_systemDark = false;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/Theme.h"

#include <QPushButton>

namespace pricewright {

// A button that carries the key that presses it. Primary: filled accent. Secondary: framed. Quiet: bare. Chip: framed,
// checkable, for filters. Its text elides where there is no room, never overlaps.
class ActionButton : public QPushButton {
  Q_OBJECT
 public:
  enum class Kind { Primary, Secondary, Quiet, Chip };
  ActionButton(const Theme& theme, Kind kind, const QString& text, QWidget* parent = nullptr);
  void setKind(Kind kind);
  Kind kind() const { return m_kind; }
  void setKeys(const QStringList& keys); // shown as key caps behind the text
  void setKeyFirst(bool first);          // "[A] Approve" instead of "Approve [A]"
  void setGlyph(const QString& iconName);
  void setTrailing(const QString& mark); // "▾" or "↓", drawn muted behind the text
  QStringList keys() const { return m_keys; }
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Colors {
    QColor ground, border, text, key, keyGround, keyBorder;
  };
  Colors colors() const;
  QFont textFont() const;
  QFont keyFont() const;
  int keysWidth() const;
  int textWidth() const;
  void paintKeys(QPainter& p, QRect& rest, const Colors& c) const;
  const Theme& m_theme;
  Kind m_kind;
  QStringList m_keys;
  QString m_glyph, m_trailing;
  bool m_keyFirst = false;
};

} // namespace pricewright

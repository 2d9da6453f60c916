// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDBusVariant>
#include <QObject>

namespace pricewright {

// Whether the desktop is dark, and when that changes: asked from the desktop portal, where there is one (Qt 6.4 has no
// signal for it). Never waits; without a session bus nothing happens.
class SystemColors : public QObject {
  Q_OBJECT
 public:
  explicit SystemColors(QObject* parent = nullptr);
  // Of the portal's answer: 1 prefers dark, 2 prefers light, anything else says nothing.
  static std::optional<bool> darkOf(const QVariant& answer);

 signals:
  void darkChanged(bool dark);

 private slots:
  void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

 private:
  void ask();
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace pricewright {

// One window for one workspace file at this desk. Who comes second is refused, and the first window is asked to come to
// the front. A window that died leaves nothing that stands in the way.
class InstanceGuard : public QObject {
  Q_OBJECT
 public:
  using QObject::QObject;
  ~InstanceGuard() override { release(); }
  bool claim(const QString& path); // false: another window has it, and has been told
  bool holds(const QString& path) const;
  void takeOver(InstanceGuard& other); // what the other one holds; one's own is released
  void release();

 signals:
  void wanted(); // somebody tried to open the same file

 private:
  static QString nameOf(const QString& path);
  void listen();
  std::unique_ptr<QLockFile> m_lock;
  std::unique_ptr<QLocalServer> m_server;
  QString m_name;
};

} // namespace pricewright

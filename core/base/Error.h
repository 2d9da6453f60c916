// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

#include <memory>

namespace pricewright {

// What went wrong, for a program to act on and for the engine's error texts to say in words.
// `code` is dotted and stable ("storage.disk-full"): tests, scripts and translations rely on it. `arguments` are the
// facts that belong into the sentence (path, line, limit). `cause` is the error below, where one layer wraps another.
struct Error {
  QString code;
  QMap<QString, QString> arguments;
  std::shared_ptr<const Error> cause;

  Error with(const QString& name, const QString& value) const;
  Error causedBy(Error below) const;
  bool is(QStringView wanted) const { return code == wanted; }
  // For logs and tests: code{name=value, …} ← cause. Never shown to users.
  QString debugText() const;
};

} // namespace pricewright

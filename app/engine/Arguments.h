// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <QMultiMap>
#include <QSet>
#include <QStringList>

#include <vector>

namespace pricewright {

// An option of a command: "--name VALUE", or "--name" alone where value is empty.
struct Option {
  const char* name;
  const char* value;
  const char* meaning;
};

// What was typed behind a command, checked against its options.
struct Arguments {
  QStringList words;                  // in order, without options
  QMultiMap<QString, QString> values; // --name VALUE and --name=VALUE; may repeat
  QSet<QString> switches;

  bool has(const char* name) const {
    return switches.contains(QLatin1String(name)) || values.contains(QLatin1String(name));
  }
  QString value(const char* name, const QString& otherwise = {}) const;
  QStringList all(const char* name) const;
  // Errors: usage.unknown-option, .needs-value, .needs-no-value. What follows "--" is words.
  static Result<Arguments> parse(const QStringList& typed, const std::vector<Option>& options);
};
// "name=value" pairs of one repeatable option; usage.not-a-pair.
Result<QMap<QString, QString>> pairs(const Arguments& arguments, const char* option);

} // namespace pricewright

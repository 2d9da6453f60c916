// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Arguments.h"

#include <algorithm>

namespace pricewright {

QString Arguments::value(const char* name, const QString& otherwise) const {
  const QStringList found = all(name);
  return found.isEmpty() ? otherwise : found.last();
}

QStringList Arguments::all(const char* name) const {
  QStringList found = values.values(QLatin1String(name));
  std::reverse(found.begin(), found.end()); // QMultiMap gives the newest first
  return found;
}

Result<Arguments> Arguments::parse(const QStringList& typed, const std::vector<Option>& options) {
  Arguments parsed;
  for (qsizetype i = 0; i < typed.size(); ++i) {
    const QString& word = typed[i];
    if (word == u"--") {
      parsed.words += typed.mid(i + 1);
      break;
    }
    if (!word.startsWith(u"--")) {
      parsed.words << word;
      continue;
    }
    const qsizetype equals = word.indexOf(u'=');
    const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
    const auto option =
        std::find_if(options.begin(), options.end(), [&](const Option& o) { return name == QLatin1String(o.name); });
    if (option == options.end())
      return fail(QStringLiteral("usage.unknown-option"), {{QStringLiteral("option"), word}});
    const bool wantsValue = *option->value != '\0';
    if (!wantsValue) {
      if (equals >= 0)
        return fail(QStringLiteral("usage.needs-no-value"), {{QStringLiteral("option"), name}});
      parsed.switches.insert(name);
    } else if (equals >= 0) {
      parsed.values.insert(name, word.mid(equals + 1));
    } else if (i + 1 < typed.size()) {
      parsed.values.insert(name, typed[++i]);
    } else {
      return fail(QStringLiteral("usage.needs-value"), {{QStringLiteral("option"), name}});
    }
  }
  return parsed;
}

Result<QMap<QString, QString>> pairs(const Arguments& arguments, const char* option) {
  QMap<QString, QString> found;
  for (const QString& text : arguments.all(option)) {
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 1)
      return fail(QStringLiteral("usage.not-a-pair"),
                  {{QStringLiteral("option"), QString::fromLatin1(option)}, {QStringLiteral("value"), text}});
    found.insert(text.left(equals), text.mid(equals + 1));
  }
  return found;
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/Error.h"

#include <QStringList>

namespace pricewright {

Error Error::with(const QString& name, const QString& value) const {
  Error copy = *this;
  copy.arguments.insert(name, value);
  return copy;
}

Error Error::causedBy(Error below) const {
  Error copy = *this;
  copy.cause = std::make_shared<const Error>(std::move(below));
  return copy;
}

QString Error::debugText() const {
  QStringList facts;
  for (auto it = arguments.begin(); it != arguments.end(); ++it)
    facts << it.key() + u'=' + it.value();
  QString text = code;
  if (!facts.isEmpty())
    text += u'{' + facts.join(QStringLiteral(", ")) + u'}';
  if (cause)
    text += QStringLiteral(" <- ") + cause->debugText();
  return text;
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFileInfo>
#include <QString>

namespace pricewright::test {

// The system's Python, which has the system's modules; another one that comes first in the path may not.
inline QString python() {
  const QString systems = QStringLiteral("/usr/bin/python3");
  return QFileInfo::exists(systems) ? systems : QStringLiteral("python3");
}

} // namespace pricewright::test

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace pricewright {

// A short UTF-8 word as a QString: field names, codes, SQL. Text for people goes through tr().
inline QString s(const char* text) { return QString::fromUtf8(text); }

} // namespace pricewright

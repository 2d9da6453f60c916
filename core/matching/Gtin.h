// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include <optional>

namespace pricewright {

// A trade item number (8, 12, 13 or 14 digits; blanks and hyphens between them are allowed) as 14 digits with leading
// zeros. None where the length or the check digit is wrong, and none for numbers that each shop gives out for itself
// (weighed goods, in-store codes): two shops may use the same one for different things.
std::optional<QString> worldwideGtin(QStringView text);

// Of 14 digits: the item inside, without packaging level and check digit (12 digits). A case and its single item can
// share it; equal bodies with unequal numbers are a packaging level, not the same sales unit.
QStringView gtinBody(QStringView fourteen);

} // namespace pricewright

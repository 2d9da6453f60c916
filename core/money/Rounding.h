// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
namespace pricewright {

// HalfUp rounds ties away from zero; Up and Down mean away from and towards zero; Ceiling and Floor are signed.
enum class Rounding { HalfEven, HalfUp, HalfDown, Up, Down, Ceiling, Floor };

} // namespace pricewright

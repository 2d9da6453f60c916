// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
namespace pricewright::paint {

// What a chip, a message or a number means; the theme turns it into two colors.
enum class Tone { Neutral, Accent, Positive, Warning, Negative };

} // namespace pricewright::paint

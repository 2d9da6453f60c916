// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pricewright {

// How boxes of choices and numbers behave in all of the window, from the first call on. The wheel scrolls what they
// stand in and never changes them: whoever scrolls a form past one would not see it. A closed box takes no letters and
// digits: they are keys of its page (P plans, 2 is the second view). Arrows, Space and F4 work, and an open one can be
// typed into.
void keepFormManners();

} // namespace pricewright

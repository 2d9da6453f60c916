// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pricewright::test {

// Folders that may or may not be there: "" where they are not, and the test then reports itself skipped.
QString realDataFolder(); // PRICEWRIGHT_REAL_DATA, else shared/data beside the checkout
QString oraclesFolder();  // PRICEWRIGHT_ORACLES, else shared/oracles beside the checkout
QString sampleFolder();   // resources/sample of the source tree

// Asked for while running, not compiled in: what is compiled is then the same in every checkout, and found in its
// cache.
QString sourceTree(const char* path);   // "/tests/fuzz/corpus/csv" -> where it lies
QString builtProgram(const char* name); // "pricewright-engine" -> where it was built

} // namespace pricewright::test

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// usage: pw_generate FOLDER [skus] [weeks]: writes a made-up shop with known elasticities as CSV files.
#include "benchmarks/Generator.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::fprintf(stderr, "usage: pw_generate FOLDER [skus] [weeks]\n");
    return 2;
  }
  pricewright::test::GeneratorOptions options;
  if (argc > 2)
    options.skus = std::atoi(argv[2]);
  if (argc > 3)
    options.weeks = std::atoi(argv[3]);
  const auto made = pricewright::test::generateShop(QString::fromLocal8Bit(argv[1]), options);
  if (!made) {
    std::fprintf(stderr, "%s\n", qPrintable(made.error().debugText()));
    return 1;
  }
  std::printf("%lld sales, %lld costs, %lld stock counts, %lld offers\n", made->sales, made->costs, made->stock,
              made->offers);
  return 0;
}

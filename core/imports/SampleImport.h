// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "catalog/CatalogStore.h"
#include "imports/Importer.h"
#include "market/OfferStore.h"

namespace pricewright {

// A folder of files with a manifest `sample.json` that says what each of them is: how the bundled sample comes in, and
// how a user can hand over a whole starting point at once.
struct FolderManifest {
  struct File {
    QString file;
    ImportMapping mapping;
  };
  QString name, currency;
  std::optional<Instant> asOf; // the "now" that the data are of
  std::vector<File> files;     // in the order in which they are imported
  std::vector<Source> sources;
  QString market, timeZone; // facts of every zone that the files make; "" where the manifest does not say
  bool grossPrices = false;
  std::vector<VatRate> vatRates;
};
// import.no-manifest, import.bad-manifest (key), and what is wrong with a mapping.
Result<FolderManifest> readManifest(const QString& folder);

// Sources and tax rates first, then the files in their order, then the facts of the zones that they made. Importing a
// folder twice changes nothing the second time. Takes a manager: zones, tax and sources are set. Stops at the first
// file that fails as a whole: what came before stays, each file as its own batch.
Result<std::vector<ImportReport>> importFolder(Importer& importer, OfferStore& offers, CatalogStore& catalog,
                                               const Actor& by, const QString& folder, const JobContext& job);

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/market/MarketMonitor.h"
#include "fetching/AddressGuard.h"
#include "market/PageBatch.h"

namespace pricewright {

// What is wished as a page, by the addresses that the workspace may ask. Nothing is written. watch.bad-url, .bad-packs,
// fetch.* (see admissibleUrl)
Result<AddressAllowList> allowedAddresses(Workspace& workspace);
Result<PageBatch::Page> pageOf(const PageWish& wish, const AddressAllowList& allowed);

// Pages to be watched, in one transaction with one entry: nothing else is written by this workspace meanwhile.
class PageAdder {
 public:
  static Result<PageAdder> begin(Workspace& workspace);
  Result<PageAdded> add(const PageBatch::Page& page);
  Status commit() { return m_batch.commit(); }

 private:
  PageAdder(Workspace& workspace, PageBatch batch) : m_workspace(workspace), m_batch(std::move(batch)) {}
  Workspace& m_workspace;
  PageBatch m_batch;
};

} // namespace pricewright

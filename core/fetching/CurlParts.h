// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "fetching/AddressGuard.h"

#include <curl/curl.h>

#include <memory>

// What everything that talks to strangers through libcurl shares. For .cpp files.
namespace pricewright {

void startCurl(); // libcurl's own set-up is per process and must not run twice at once

struct CurlEasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using CurlEasy = std::unique_ptr<CURL, CurlEasyCloser>;
struct CurlListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, CurlListCloser>;

// Of the last transfer: false where the other side's certificate was looked at and did not hold.
bool certificateFits(CURL* handle);

// Looks at an address right before it is connected to, whatever name led there.
struct AddressWatch {
  const AddressAllowList* allowed = nullptr;
  bool guards = true; // off: a proxy, which the user has named
  QString address;    // that was connected to, or was to be
  QString refusal;    // why not: a code of addressRefusal(); "" where the last address was let through
};
// Makes `handle` ask `watch`, which has to outlive its transfers.
void watchAddresses(CURL* handle, AddressWatch& watch);

} // namespace pricewright

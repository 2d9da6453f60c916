// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "feeds/FeedMapping.h"

namespace pricewright {

// The answers of Prisync's API, version 2, as its documentation describes them (https://prisync.com/api, the
// OpenAPI text at https://prisync.com/apidoc/doc/api-v2-swagger-docs.yaml, and the examples of
// https://gist.github.com/prisync). Requests carry the headers "apikey" and "apitoken".
//   GET /api/v2/list/product/startFrom/N          { "results": [ { "id", "name", "product_code", "barcode",
//                                                   "brand": { "id", "name" } … } × 100 ], "nextURL": path or null }
//   GET /api/v2/list/product/summary/startFrom/N  the same with "summary": { site: { "price", "stock" } … }
//   GET /api/v2/get/product/id/N                  { "id" …, "urls": [ id … ] }
//   GET /api/v2/get/url/id/N                      { "id", "url", "price", "currency", "stock" … }
// product_code is ours. Numbers may come as strings, anything may be null or missing, `urls` may stand in the list
// already, as ids or as whole objects, and a summary may be an array with "site": all of it is read.
struct PrisyncProduct {
  QString id, name, brand, code, barcode;
  QStringList urls;       // ids that are still to be asked for
  bool knowsUrls = false; // the answer told them
};
struct PrisyncPage {
  std::vector<PrisyncProduct> products;
  QString next; // "" is the last one
};
// Prices that stand in the answer itself are taken. feed.bad-json, .no-items, .too-large, and FeedIntake's.
Result<PrisyncPage> readPrisyncList(const QByteArray& bytes, FeedIntake& intake);
Status readPrisyncProduct(const QByteArray& bytes, PrisyncProduct& product, FeedIntake& intake); // fills `urls`
Status readPrisyncUrl(const QByteArray& bytes, const PrisyncProduct& product, FeedIntake& intake);

} // namespace pricewright

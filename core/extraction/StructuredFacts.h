// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/PageScan.h"
#include "extraction/ProductFact.h"
#include "extraction/pricetext/PriceText.h"

namespace pricewright {

// What a graph says about the page's own product: of several products the one whose name, address and place fit the
// page.
void addGraphFacts(const PageScan& scan, const DataGraph& graph, FactSource source, ProductFacts& facts);
// Properties outside of any item, and those of <meta>.
void addLooseFacts(const PageScan& scan, ProductFacts& facts);
void addMetaFacts(const PageScan& scan, ProductFacts& facts);
// Objects with prices in scripts and in attributes.
void addStateFacts(const PageScan& scan, ProductFacts& facts);

// A price as machines write it: "1299.00", and as people do who had to fill in the field: "1.299,00 €".
std::optional<Decimal> machineAmount(std::string_view text, const PageScan& scan, QString& currency);
// An ISO code, of a code or a symbol; "" for anything else.
QString currencyCode(std::string_view text, const PageScan& scan);
// "InStock" (also limited, or in shops only), "OutOfStock", "PreOrder", "BackOrder", "Discontinued"; "" if it says
// none.
QString availabilityCode(std::string_view text);
QString conditionCode(std::string_view text); // "New", "Used", "Refurbished", "Damaged"
// 8, 12, 13 or 14 digits with a right check digit, or ISBN-10.
bool isGtin(QStringView text);

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "extraction/Recipe.h"
#include "fetching/Crawl.h"
#include "market/Site.h"

namespace pricewright {

// What stands in a site's row, as those who fetch and read understand it. What cannot be read is left out.
SiteMemory memoryFrom(const QJsonObject& json);
QJsonObject toJson(const SiteMemory& memory);
SitePolicy policyOf(const Site& site);
std::vector<RecipeField> recipeFrom(const QJsonArray& json); // [{"field", "selector", "attribute"}]
QJsonArray recipeJson(const std::vector<RecipeField>& recipe);
QJsonObject headersOf(const CrawlOutcome& outcome); // of an answer, those that matter

} // namespace pricewright

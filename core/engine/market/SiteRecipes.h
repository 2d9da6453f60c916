// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Workspace.h"
#include "extraction/PageOutline.h"

namespace pricewright {

// Recipes: where a site keeps its price, for pages that general rules cannot read. Taught by pointing at a page that
// was kept; tried on all kept pages of the site before it counts.

// The newest page that was kept of each watched address of a site.
struct KeptPage {
  int watchNo = 0;
  QString url, sku, zone, sha256, contentType;
  Instant at{};
};
struct RecipeDesk {
  Site site;
  std::vector<RecipeField> recipe;
  std::vector<KeptPage> pages; // newest first, at most kMostRecipePages
  int shown = -1;              // of these, whose outline it is; −1: no page was kept yet
  PageOutline outline;
};
constexpr std::size_t kMostRecipePages = 50;

// `watchNo`: whose page is shown; 0: the newest one. site.unknown
Result<RecipeDesk> recipeDesk(Workspace& workspace, const QString& host, int watchNo = 0);
// page.unknown, extraction.no-node, extraction.no-selector
Result<RecipeField> learnRecipeField(Workspace& workspace, const KeptPage& page, NodeId node, ProductField field);

// What another recipe would read of the kept pages.
struct RecipeTrial {
  struct Row {
    KeptPage page;
    QString before, now;                    // price with its currency, or the code of why there is none
    bool isKnown = false, wasKnown = false; // there is a price with it, there is one without
  };
  std::vector<Row> rows;
  int priced = 0, pricedBefore = 0, differ = 0;
};
Result<RecipeTrial> tryRecipe(Workspace& workspace, const QString& host, const std::vector<RecipeField>& recipe);
// The site's pages are due at once. extraction.selector, site.unknown, catalog.not-allowed. Gives what it was before:
// its undo.
Result<std::vector<RecipeField>> setRecipe(Workspace& workspace, const QString& host,
                                           const std::vector<RecipeField>& recipe);

} // namespace pricewright

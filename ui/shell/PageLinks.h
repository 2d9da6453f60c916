// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "shell/AuditLink.h"
#include "shell/CatalogueLink.h"
#include "shell/CostsLink.h"
#include "shell/ExperimentsLink.h"
#include "shell/ImportsLink.h"
#include "shell/InsightsLink.h"
#include "shell/MainWindow.h"
#include "shell/MarketLink.h"
#include "shell/ModelsLink.h"
#include "shell/PromotionsLink.h"
#include "shell/PublicationsLink.h"
#include "shell/ReviewLink.h"
#include "shell/RulesLink.h"
#include "shell/ScenariosLink.h"
#include "shell/SettingsLink.h"
#include "shell/TargetsLink.h"
#include "shell/TodayLink.h"

namespace pricewright {

// What answers each page of a window, all of them together: for the program, and for whatever wants a whole window.
// Both outlive it.
struct PageLinks {
  PageLinks(Engine& engine, MainWindow& window)
      : review(engine, window.approvals()), today(engine, window.today()), catalogue(engine, window.catalogue()),
        publications(engine, window.publications()), audit(engine, window.audit()), imports(engine, window.imports()),
        rules(engine, window.rules()), costs(engine, window.costs()), promotions(engine, window.promotions()),
        targets(engine, window.targets()), models(engine, window.models()), market(engine, window.market()),
        scenarios(engine, window.scenarios()), experiments(engine, window.experiments()),
        insights(engine, window.insights()), settings(engine, window.settings()) {
    // Queued: new sales are judged once they are in.
    QObject::connect(&window.imports(), &ImportsPage::importRequested, &experiments, &ExperimentsLink::check,
                     Qt::QueuedConnection);
  }

  ReviewLink review;
  TodayLink today;
  CatalogueLink catalogue;
  PublicationsLink publications;
  AuditLink audit;
  ImportsLink imports;
  RulesLink rules;
  CostsLink costs;
  PromotionsLink promotions;
  TargetsLink targets;
  ModelsLink models;
  MarketLink market;
  ScenariosLink scenarios;
  ExperimentsLink experiments;
  InsightsLink insights;
  SettingsLink settings;
};

} // namespace pricewright

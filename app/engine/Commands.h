// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Session.h"

#include <limits>
#include <span>

namespace pricewright {

// A command and what it takes. Words are what stands behind its name without being an option.
struct Command {
  const char* name;
  const char* words; // for the help: "ID…"
  int leastWords, mostWords;
  const char* help;
  std::vector<Option> options;
  int (*run)(Session&);
  bool hidden = false;
};
std::span<const Command> allCommands();        // in the order of the overview
std::vector<Command> marketCommands();         // those of the watch over competitors
std::vector<Command> administrationCommands(); // settings, users, models, proofs

// One function a command, grouped by file in commands/.
int runInit(Session& s); // WorkspaceCommands.cpp
int runStatus(Session& s);
int runImport(Session& s); // ImportCommands.cpp
int runImportFolder(Session& s);
int runCycle(Session& s); // CycleCommands.cpp
int runPublish(Session& s);
int runRollback(Session& s);
int runBatchList(Session& s); // BatchCommands.cpp
int runBatchShow(Session& s);
int runBatchMake(Session& s);
int runBatchMove(Session& s);
int runBatchCancel(Session& s);
int runBatchMerge(Session& s);
int runBatchRelease(Session& s);
int runBatchVerify(Session& s);
int runQueueList(Session& s); // QueueCommands.cpp
int runQueueApprove(Session& s);
int runQueueReject(Session& s);
int runQueueUndo(Session& s);
int runQueueEdit(Session& s);
int runExplain(Session& s);     // ExplainCommand.cpp
int runAuditVerify(Session& s); // ProofCommands.cpp
int runAuditAccept(Session& s);
int runAuditList(Session& s);
int runAuditExport(Session& s); // AuditCommands.cpp
int runAuditCheck(Session& s);
int runAuditKey(Session& s);
int runExport(Session& s);
int runOracle(Session& s);
int runOptimize(Session& s); // ModelCommands.cpp
int runFit(Session& s);
int runModelsList(Session& s); // RegistryCommands.cpp
int runModelsAdd(Session& s);
int runModelsCompare(Session& s);
int runModelsPromote(Session& s);
int runModelsRollback(Session& s);
int runDrift(Session& s);
int runExtract(Session& s); // ExtractCommands.cpp
int runRobots(Session& s);
int runMonitorRun(Session& s); // MonitorCommands.cpp
int runMonitorStatus(Session& s);
int runMonitorAdd(Session& s);
int runMonitorOn(Session& s);
int runMonitorOff(Session& s);
int runSiteSet(Session& s); // MarketCommands.cpp
int runSiteTerms(Session& s);
int runReplayPages(Session& s);
int runOffers(Session& s);
int runSiteOutline(Session& s); // SiteCommands.cpp
int runSiteRecipe(Session& s);
int runOfferShow(Session& s);
int runMatchSuggest(Session& s); // MatchCommands.cpp
int runMatchList(Session& s);
int runMatchConfirm(Session& s);
int runMatchReject(Session& s);
int runOffersMark(Session& s);
int runFeatures(Session& s);
int runLearning(Session& s);
int runScenarioPlan(Session& s); // ScenarioCommands.cpp
int runScenarioList(Session& s);
int runForecast(Session& s); // ForecastCommands.cpp
int runBacktest(Session& s);
int runUsersList(Session& s); // CatalogCommands.cpp
int runUsersSet(Session& s);
int runZonesList(Session& s);
int runZonesSet(Session& s);
int runVatList(Session& s);
int runVatSet(Session& s);
int runBoundsList(Session& s);
int runBoundsSet(Session& s);
int runExceptionsList(Session& s);
int runExceptionsAdd(Session& s);
int runSettingsList(Session& s); // PolicyCommands.cpp
int runSettingsSet(Session& s);
int runRulesList(Session& s);
int runRulesAdd(Session& s);
int runSourcesList(Session& s);
int runSourcesSet(Session& s);

} // namespace pricewright

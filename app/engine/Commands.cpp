// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"

namespace pricewright {
namespace {

constexpr int kAny = std::numeric_limits<int>::max();

std::vector<Option> selection(std::initializer_list<Option> more = {}) {
  std::vector<Option> options{{"all", "", "every pending decision"},
                              {"only", "REASON", "every pending decision with this reason"},
                              {"zone", "CODE", "only in this price zone"},
                              {"category", "CODE", "only in this category"},
                              {"comment", "TEXT", "kept with the decision"}};
  options.insert(options.end(), more);
  return options;
}

std::vector<Option> importOptions() {
  return {{"kind", "KIND", "products, costs, stock, sales, promotions, offers, prices, fx"},
          {"mapping", "NAME|FILE", "a saved mapping, or one in a JSON file"},
          {"column", "FIELD=COLUMN", "which column a field is read from; may repeat"},
          {"set", "FIELD=VALUE", "the same value for every row; may repeat"},
          {"keep-only", "COLUMN=VALUE", "skip rows with another value; may repeat"},
          {"separator", "CHAR", ", ; tab |; guessed if left out"},
          {"encoding", "NAME", "utf-8 or latin-1; guessed if left out"},
          {"decimal-mark", "CHAR", ". or ,; guessed if left out"},
          {"date-format", "FORMAT", "yyyy-MM-dd, d.M.yyyy …, or week:1989-09-14 for week numbers"},
          {"invoice-lines", "", "rows are invoice lines: summed to weeks"},
          {"not-product", "CODE", "invoice lines: a code that is no product; may repeat"},
          {"lettered-codes", "", "invoice lines: product codes may start with a letter"},
          {"round-prices", "", "round prices that are finer than the currency"},
          {"known-only", "", "reject unknown SKUs and zones instead of making them"},
          {"preview", "", "show how the file would be read and change nothing"},
          {"save-mapping", "NAME", "keep this mapping under a name"},
          {"rejects", "FILE", "where rejected rows go; beside the input if left out"},
          {"undo", "BATCH", "take a whole import back"}};
}

std::vector<Command> journey() {
  return {
      {"init",
       "",
       0,
       0,
       "makes a workspace, empty or from a folder of sample files",
       {{"name", "NAME", "the workspace's name"},
        {"currency", "CODE", "for totals and new price zones; USD if left out"},
        {"as-of", "TIME", "the workspace's now starts here: for data of the past"},
        {"user", "NAME", "its first user"},
        {"sample", "FOLDER", "fill it from this folder's sample.json"}},
       runInit},
      {"status", "", 0, 0, "what is in the workspace and what is under way", {}, runStatus},
      {"import", "FILE", 0, 1, "products, costs, stock, sales, promotions, offers, prices or fx from CSV",
       importOptions(), runImport},
      {"import-folder", "FOLDER", 1, 1, "imports what a folder's sample.json lists", {}, runImportFolder},
      {"cycle",
       "",
       0,
       0,
       "runs a pricing cycle: watch, learn, optimize, guard, queue, publish",
       {{"seed", "N", "seed of the random draws; drawn anew if left out"},
        {"no-publish", "", "everything but the release"}},
       runCycle},
      {"queue list",
       "",
       0,
       0,
       "what waits for a human, by value at stake",
       {{"most", "N", "at most so many rows"},
        {"only", "REASON", "only with this reason"},
        {"zone", "CODE", "only in this price zone"},
        {"category", "CODE", "only in this category"},
        {"pending", "", "without what waits for its release"}},
       runQueueList},
      {"queue approve", "ID[:HASH]|SKU@ZONE…", 0, kAny,
       "approves decisions; released at the next slot, undone until then", selection(), runQueueApprove},
      {"queue reject", "ID[:HASH]|SKU@ZONE…", 0, kAny, "rejects decisions with a reason",
       selection({{"reason", "CODE",
                   "too-high, too-low, timing, competitor-data-doubtful, cost-doubtful, brand-policy, "
                   "non-price-response, other"}}),
       runQueueReject},
      {"queue undo",
       "ID|SKU@ZONE…",
       1,
       kAny,
       "takes approvals and rejections back, until the release",
       {},
       runQueueUndo},
      {"queue edit",
       "ID|SKU@ZONE PRICE",
       2,
       2,
       "sets another price, guarded on the spot",
       {{"preview", "", "only say what the guardrails make of it"}},
       runQueueEdit},
      {"explain",
       "ID|SKU[@ZONE]",
       1,
       1,
       "all the evidence of a decision, also of a price that did not change",
       {{"replay", "", "recompute it from its stored inputs and compare every bit"}},
       runExplain},
      {"publish",
       "",
       0,
       0,
       "releases what is due and finishes what was interrupted",
       {{"wait", "", "wait for the scheduled release"}},
       runPublish},
      {"rollback", "BATCH|ID", 1, 1, "puts the prices before a batch or decision back, as one step", {}, runRollback},
      {"audit verify", "", 0, 0, "checks the whole journal and its signed head", {}, runAuditVerify},
      {"audit list",
       "",
       0,
       0,
       "entries of the journal",
       {{"after", "N", "only later entries"}, {"most", "N", "at most so many"}},
       runAuditList},
      {"export",
       "WHAT",
       1,
       1,
       "decisions, prices, audit or cycle as CSV or JSON",
       {{"csv", "PRESET", "machine or excel"},
        {"decimal-mark", "CHAR", "for excel: . or ,"},
        {"to", "FILE", "instead of standard output"},
        {"cycle", "ID", "only of this cycle"},
        {"state", "STATE", "only decisions in this state; may repeat"},
        {"channel", "CODE", "only prices of this channel"}},
       runExport},
  };
}

std::vector<Command> administration() {
  return {
      {"settings list",
       "",
       0,
       0,
       "every setting with its value, unit and meaning",
       {{"changed", "", "only what differs from the default"}},
       runSettingsList},
      {"settings set", "KEY VALUE", 2, 2, "changes a setting", {}, runSettingsSet},
      {"users list", "", 0, 0, "who may do what", {}, runUsersList},
      {"users set",
       "NAME ROLE",
       2,
       2,
       "adds or changes a user: analyst, manager, director",
       {{"display-name", "NAME", "as shown"}},
       runUsersSet},
      {"zones list", "", 0, 0, "price zones", {}, runZonesList},
      {"zones set",
       "CODE",
       1,
       1,
       "adds or changes a price zone",
       {{"name", "NAME", "as shown"},
        {"market", "COUNTRY", "decides VAT and law"},
        {"currency", "CODE", "of its prices"},
        {"time-zone", "ZONE", "for schedules: Europe/Berlin"},
        {"gross", "", "prices include VAT"},
        {"net", "", "prices exclude VAT"}},
       runZonesSet},
      {"vat list", "", 0, 0, "VAT rates", {}, runVatList},
      {"vat set", "MARKET CLASS PERCENT", 3, 3, "records a VAT rate", {{"from", "DAY", "first day"}}, runVatSet},
      {"bounds list", "[SKU[@ZONE]]", 0, 1, "floors, ceilings, advertised minima, ladders", {}, runBoundsList},
      {"bounds set",
       "SKU[@ZONE]",
       1,
       1,
       "absolute floor, ceiling, minimum advertised price, ladder",
       {{"min", "PRICE|none", "absolute floor"},
        {"max", "PRICE|none", "absolute ceiling"},
        {"map", "PRICE|none", "minimum advertised price by contract"},
        {"step", "N", "ladder: minor units between prices"},
        {"endings", "N,…|none", "ladder: 99,95"},
        {"cycle", "N", "ladder: after how many minor units endings repeat"}},
       runBoundsSet},
      {"exceptions add",
       "SKU[@ZONE] REASON PERCENT",
       3,
       3,
       "a time-limited exception from the minimum margin",
       {{"until", "TIME", "its end"}},
       runExceptionsAdd},
      {"rules list", "", 0, 0, "pricing rules, by priority", {}, runRulesList},
      {"rules add", "FILE.json", 1, 1, "adds or changes a rule", {}, runRulesAdd},
      {"sources list", "", 0, 0, "where competitor prices come from", {}, runSourcesList},
      {"sources set",
       "CODE",
       1,
       1,
       "adds or changes a source",
       {{"name", "NAME", "as shown"},
        {"terms", "TEXT", "where the data come from and under what terms"},
        {"freshness-hours", "N", "older offers are stale"},
        {"demand", "on|off", "off: for index, rules and guardrails only"},
        {"public", "on|off", "off: refused at run time"}},
       runSourcesSet},
      {"oracle", "TOPIC.json", 1, 1, "answers cases with expected values", {}, runOracle, true},
  };
}

} // namespace

std::span<const Command> allCommands() {
  static const std::vector<Command> commands = [] {
    std::vector<Command> all = journey();
    for (Command& command : administration())
      all.push_back(std::move(command));
    return all;
  }();
  return commands;
}

} // namespace pricewright

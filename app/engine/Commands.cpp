// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlertCommands.h"
#include "EarningsCommands.h"
#include "ExperimentAnalyzeCommand.h"
#include "ExperimentCommands.h"
#include "ExperimentStudyCommands.h"
#include "FeedCommands.h"
#include "NoticeCommands.h"
#include "RevenueCommands.h"

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
          {"set", "FIELD=VALUE", "the same value for every row, such as days=7; may repeat"},
          {"keep-only", "COLUMN=VALUE", "skip rows with another value; may repeat"},
          {"separator", "CHAR", ", ; tab |; guessed if left out"},
          {"encoding", "NAME", "utf-8, latin-1 or windows-1252; guessed if left out"},
          {"decimal-mark", "CHAR", ". or ,; guessed if left out"},
          {"date-format", "FORMAT", "yyyy-MM-dd, d.M.yyyy …, week:1989-09-14 for week numbers, or excel"},
          {"invoice-lines", "", "rows are single sales: summed to weeks; guessed if left out"},
          {"period-totals", "", "rows are totals of periods, never invoice lines"},
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
      {"batch list", "", 0, 0, "batches with slot and effect, and whether every price is live", {}, runBatchList},
      {"batch show", "BATCH", 1, 1, "one batch: its rows, what the files say, what happened", {}, runBatchShow},
      {"batch make",
       "ID|SKU@ZONE…",
       0,
       kAny,
       "approves rows into a batch of their own, with one signature",
       {{"name", "NAME", "of the batch"},
        {"day", "DAY", "effective when it begins in each zone; the next release if left out"},
        {"all", "", "every pending decision"},
        {"comment", "TEXT", "kept with the decisions"},
        {"preview", "", "only say what it would do, and who stays out"}},
       runBatchMake},
      {"batch move", "BATCH TIME", 2, 2, "another release slot", {}, runBatchMove},
      {"batch cancel", "BATCH", 1, 1, "undoes a release before its slot: its rows wait again", {}, runBatchCancel},
      {"batch merge", "BATCH INTO", 2, 2, "puts the rows of one waiting batch into another", {}, runBatchMerge},
      {"batch release", "BATCH", 1, 1, "releases one batch now, also one that failed", {}, runBatchRelease},
      {"batch verify", "", 0, 0, "reads the price files back and compares every price", {}, runBatchVerify},
      {"publish",
       "",
       0,
       0,
       "releases what is due and finishes what was interrupted",
       {{"wait", "", "wait for the scheduled release"}},
       runPublish},
      {"rollback", "BATCH|ID", 1, 1, "puts the prices before a batch or decision back, as one step", {}, runRollback},
      {"audit verify", "", 0, 0, "checks the whole journal and its signed head", {}, runAuditVerify},
      {"audit accept",
       "",
       0,
       0,
       "goes on with a journal whose end is not what was signed, as after putting back a backup",
       {{"reason", "TEXT", "why; kept in the journal"}},
       runAuditAccept},
      {"audit list",
       "",
       0,
       0,
       "entries of the journal",
       {{"after", "N", "only later entries"}, {"most", "N", "at most so many"}},
       runAuditList},
      {"audit export",
       "FILE",
       1,
       1,
       "writes entries out, with a proof that can be checked without the workspace",
       {{"format", "FORMAT", "proof (signed JSON lines; the default), csv or excel"},
        {"who", "NAME", "only by this user; may repeat"},
        {"what", "KIND", "only of this kind, such as decision.approved, or decision. for all of them; may repeat"},
        {"sku", "CODE", "only about this product; OJ-* for all that begin so"},
        {"from", "TIME", "not before"},
        {"before", "TIME", "only before"},
        {"text", "TEXT", "only where this text stands"},
        {"decimal-mark", "CHAR", "for excel: . or ,"}},
       runAuditExport},
      {"audit check",
       "FILE",
       1,
       1,
       "checks a proof; no workspace is needed",
       {{"key", "FINGERPRINT", "accept only this device's signature"}},
       runAuditCheck},
      {"audit key", "", 0, 0, "the fingerprint of this device's key, which signs proofs", {}, runAuditKey},
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

} // namespace

std::span<const Command> allCommands() {
  static const std::vector<Command> commands = [] {
    std::vector<Command> all;
    for (auto part : {journey, marketCommands, feedCommands, alertCommands, noticeCommands, experimentCommands,
                      experimentStudyCommands, experimentAnalyzeCommands, revenueCommands, earningsCommands,
                      administrationCommands})
      for (Command& command : part())
        all.push_back(std::move(command));
    return all;
  }();
  return commands;
}

} // namespace pricewright

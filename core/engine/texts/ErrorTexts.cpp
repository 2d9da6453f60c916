// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/TextTables.h"

#include <QtGlobal>

namespace pricewright {
namespace {

#define ROW(code, english) {code, QT_TRANSLATE_NOOP("Texts", english)}
constexpr TextRow kErrorTexts[] = {
    // The workspace file
    ROW("storage.newer-file",
        "The workspace {path} was made by a newer version of this program (file version {version}, known here: "
        "{known}). It was not touched. Update the program, then open it again."),
    ROW("storage.older-file", "The workspace {path} was made by an older version (file version {version}) and must be "
                              "brought up to date, which reading alone does not do. Open it once for writing."),
    ROW("storage.not-a-workspace", "{path} is not a Pricewright workspace. It was not touched. Choose another file, or "
                                   "make a workspace with: init."),
    ROW("storage.corrupt", "The workspace {path} is damaged. Nothing was written to it. Restore its newest backup, "
                           "which lies beside it, or the copy that you keep."),
    ROW("storage.disk-full", "The disk that holds {path} is full. The change was not made; everything before it is "
                             "kept. Free some space and do it again."),
    ROW("storage.read-only", "The workspace {path} can only be read. Nothing was changed. Allow writing to the file "
                             "and its folder, or work on a copy."),
    ROW("storage.busy", "Another program is writing to {path} and did not finish in time. Nothing was changed here. "
                        "Try again in a moment."),
    ROW("storage.vanished",
        "The workspace {path} is no longer there: it was moved or deleted, or its disk was taken out. "
        "Nothing was changed. Put it back, or open it where it is now."),
    ROW("storage.missing", "There is no workspace at {path}. Check the name, or make one with: init."),
    ROW("storage.no-folder",
        "The folder {folder} does not exist, so nothing can be made in it. Make the folder first, or "
        "name one that is there."),
    ROW("storage.exists", "{path} is there already and was not touched. Choose another name for the new workspace."),
    ROW("storage.io",
        "Reading or writing {path} failed ({message}). What was saved before is kept. Check the disk and do it again."),
    ROW("storage.failed", "The workspace {path} could not do this ({doing}: {message}). Nothing of it was kept."),
    ROW("storage.constraint",
        "The workspace refused a change that breaks its own limits ({message}). Nothing of the change was kept."),
    ROW("storage.commit-unknown", "It is not known whether the last change reached the disk. Open the workspace again "
                                  "and look before you repeat it."),
    ROW("storage.rolled-back",
        "The change was taken back as a whole, because a part of it failed. The workspace is as it was before."),
    ROW("storage.migration-failed",
        "Bringing {path} up to date failed at step {step}. The file is as it was, and its backup lies beside it."),
    ROW("storage.bad-migration", "This program's own step {step} for bringing workspaces up to date is damaged. No "
                                 "file was touched. Install the program again."),
    ROW("storage.nested-transaction", "A change was begun within another one. Nothing was written. This is a fault of "
                                      "the program: please report it."),
    ROW("storage.no-transaction", "A change was made outside a transaction. Nothing was written. This is a fault of "
                                  "the program: please report it."),
    ROW("engine.cycle-running", "A pricing cycle is already running on this workspace ({program}, process {process} on "
                                "{computer}). Nothing was changed. Wait until it has ended."),
    ROW("engine.cycle-lock",
        "A pricing cycle cannot be started, because {path} cannot be written. Nothing was changed. "
        "Make the workspace's folder writable."),
    // The journal
    ROW("audit.no-transaction", "A journal entry ({kind}) was made outside a transaction. Nothing was written. This is "
                                "a fault of the program: please report it."),
    ROW("audit.broken-chain", "The journal is broken at entry {entry}: what is in the file is not what was written. "
                              "Keep the file as it is, and compare it with a backup."),
    ROW("audit.head-differs",
        "The journal does not reach, or does not agree with, the signed head that is kept outside the file ({path}, "
        "entry {head}): entries were removed or replaced, or an older file was put in its place. Nothing is changed in "
        "it any "
        "more. Keep a copy of it and compare it with a backup. Where the difference is meant, a director goes on with "
        "pricewright-engine audit accept --reason TEXT."),
    ROW("audit.head-signature", "The signed head of the journal at {path} does not carry this device's signature. It "
                                "was not overwritten, and nothing is changed in the workspace. Find out who "
                                "changed it; a director may then go on with pricewright-engine audit accept."),
    ROW("audit.nothing-to-accept", "The journal agrees with its signed head. There is nothing to accept."),
    ROW("audit.reason-missing", "Say why the journal's difference is accepted: --reason TEXT. Nothing was changed."),
    ROW("audit.witness-unavailable",
        "The journal's head cannot be kept outside the workspace, at {path} ({message}). Changes are recorded, but a "
        "shortened journal would not be noticed. Make the folder writable."),
    ROW("audit.bad-key", "This device's signing key at {path} cannot be used. It was not replaced. Restore it from a "
                         "backup; without it, older heads cannot be checked."),
    ROW("audit.bad-workspace-id",
        "The workspace's own id, {id}, is no id: the file was changed by another program. Nothing was signed."),
    ROW("audit.no-sha256",
        "The system's cryptography library offers no SHA-256, so nothing can be proven. Install OpenSSL 3."),
    ROW("audit.cancelled", "Stopped. Nothing was written or changed."),
    ROW("audit.no-entry", "The journal has no entry {entry}."),
    ROW("audit.proof-unreadable", "The proof cannot be read ({what}). Nothing can be said about it."),
    // Catalogue
    ROW("catalog.not-empty", "This workspace has contents already. Nothing was changed."),
    ROW("catalog.bad-name", "A workspace needs a name. Nothing was made."),
    ROW("catalog.bad-code", "A code must not be empty, and must not begin or end with a space. Nothing was changed."),
    ROW("catalog.bad-role", "There is no such role. The roles are analyst, manager and director; a product's are kvi, "
                            "foreground, background and tail."),
    ROW("catalog.bad-pack", "A pack needs at least one piece and a positive content. Nothing was changed."),
    ROW("catalog.bad-bounds",
        "Bounds must be positive, and the floor must not lie above the ceiling. The old bounds are kept."),
    ROW("catalog.bad-ladder", "These price endings make no ladder. The old one is kept."),
    ROW("catalog.bad-rate", "A VAT rate lies between 0 and 100 %. Nothing was changed."),
    ROW("catalog.bad-market",
        "\"{value}\" is not the code of a market. Use a country's two letters, as DE or US, or EU. "
        "Laws and VAT rates are found by it."),
    ROW("catalog.bad-time-zone", "This time zone is not known here. Use a name like Europe/Berlin."),
    ROW("catalog.bad-exception", "A margin exception needs a reason (clearance, near_expiry, loss_leader), a period "
                                 "that ends after it begins, and somebody who approves it."),
    ROW("catalog.bad-value", "This value cannot be kept for the workspace. The old one holds."),
    ROW("catalog.bad-price", "A price must be positive. Nothing was changed."),
    ROW("catalog.bad-period", "A price must not end before it begins. Nothing was changed."),
    ROW("catalog.bad-batch-state", "Batch {batch} is {state} and cannot become {wanted}."),
    ROW("catalog.batch-without-name", "A batch needs a name and an owner."),
    ROW("catalog.fixed-value", "This value belongs to the workspace from its first day and cannot be changed."),
    ROW("catalog.not-allowed", "{who} may not do this: it takes the role {needed}, and the role of {who} is: {role}. "
                               "Nothing was changed. A director gives roles with: users set NAME ROLE."),
    ROW("catalog.reserved-name",
        "{user} is what the program calls itself in the journal. Choose another name. Nothing was changed."),
    ROW("catalog.last-director",
        "The last director cannot be taken away: somebody must be able to decide. Make another one first."),
    ROW("catalog.outside-bounds", "This price lies outside the product's absolute bounds. The price in force holds."),
    ROW("catalog.price-out-of-order",
        "This price would begin before one that is recorded already. Prices are only ever added at the end."),
    ROW("catalog.wrong-currency", "A price must be in the currency of its price zone. Nothing was changed."),
    ROW("catalog.zone-has-prices",
        "This price zone has prices already, so its currency can no longer change. Make a new zone instead."),
    ROW("catalog.unknown-batch", "There is no batch {batch}. `status` lists the open ones."),
    ROW("catalog.unknown-category", "There is no such category."),
    ROW("catalog.unknown-channel", "There is no such channel."),
    ROW("catalog.unknown-listing", "This product is not sold in that price zone."),
    ROW("catalog.unknown-sku",
        "There is no product with the code {sku}. Codes are compared exactly, leading zeros included."),
    ROW("catalog.unknown-user",
        "This user is not in the workspace's table. A director adds people with: users set NAME ROLE."),
    ROW("catalog.unknown-zone", "There is no such price zone. `zones list` shows those there are."),
    ROW("market.bad-source", "A source needs a code and a positive freshness limit."),
    ROW("market.bad-competitor", "A competitor needs a code."),
    ROW("market.unknown-offer", "There is no offer {offer}."),
    // Settings
    ROW("settings.unknown", "There is no setting {key}. `settings list` shows all of them."),
    ROW("settings.wrong-type", "This is no value for {key}. The old value holds."),
    ROW("settings.too-small", "{key} must be at least {limit}. The old value holds."),
    ROW("settings.too-large", "{key} must be at most {limit}. The old value holds."),
    ROW("settings.not-of-workspace", "{key} belongs to this device, not to the workspace."),
    // Decisions and people
    ROW("decision.unknown",
        "There is no such decision. `queue list` shows what waits, `explain SKU@ZONE` what was decided last."),
    ROW("decision.none-yet", "No cycle has priced {sku} yet. Run one with: cycle."),
    ROW("decision.no-cycle-yet", "No cycle has run yet. Run one with: cycle."),
    ROW("decision.changed-meanwhile",
        "Somebody else changed this decision meanwhile. Nothing was overwritten. Look at it again."),
    ROW("decision.case-damaged", "The stored inputs of this decision are damaged: their checksum does not fit. Its "
                                 "price is not affected, but it cannot be replayed."),
    ROW("decision.bad-json", "A stored decision cannot be read ({what})."),
    ROW("decision.not-in-queue", "{what} does not wait in the queue. `queue list` shows what does."),
    ROW("decision.unknown-case", "The stored inputs {case} are not in the workspace."),
    ROW("decision.unknown-cycle", "There is no cycle {cycle}."),
    ROW("decision.bad-cycle-state", "A cycle cannot end as: {state}."),
    ROW("decision.cycle-ended", "Cycle {cycle} has ended already: {state}."),
    ROW("decision.case-differs", "Stored inputs are never changed: {case} is there already, with another content."),
    ROW("decision.listing-twice", "{sku} in {zone} was decided twice in one cycle. Nothing of the cycle was saved. "
                                  "This is a fault of the program: please report it."),
    ROW("decision.without-id",
        "A decision on {sku} has no id. Nothing was saved. This is a fault of the program: please report it."),
    ROW("decision.wrong-currency",
        "A decision mixes currencies. Nothing was saved. This is a fault of the program: please report it."),
    ROW("decision.bad-rule", "The rule {rule} cannot be kept: look at {field}. The rules are as they were."),
    ROW("decision.rule-name-taken", "Another rule is called \"{rule}\" already. The rules are as they were."),
    ROW("approval.no-role",
        "{user} has no role in this workspace and cannot decide. A director gives one with: users set NAME ROLE."),
    ROW("approval.own-proposal", "Who proposed or edited a price cannot approve it. Ask somebody else. Where one "
                                 "person works alone, a director can allow it in Settings: the audit then says so."),
    ROW("approval.over-role-limit", "A change of {change} is beyond what this role may approve ({limit}). Somebody "
                                    "with a higher role must decide."),
    ROW("approval.director-only", "Only a director may release this."),
    ROW("approval.conflict", "The limits leave no room for this price, so it cannot be approved. The price in force "
                             "holds. Change what is in conflict, then run a cycle."),
    ROW("approval.expired", "This proposal expired at {at}: its evidence is too old. Run a cycle for a fresh one."),
    ROW("approval.superseded", "A newer decision on the same price has taken this one's place."),
    ROW("approval.content-changed",
        "The proposal has changed since you looked at it. Nothing was decided. Look at it again."),
    ROW("approval.already-decided", "{by} has decided this already: it is {state}."),
    ROW("approval.not-pending", "This does not wait for a decision: it is {state}."),
    ROW("approval.unknown-reason", "{reason} is no reason for a rejection. Known are: too-high, too-low, timing, "
                                   "competitor-data-doubtful, cost-doubtful, brand-policy, non-price-response, other."),
    ROW("engine.price-unchanged", "{sku} already has this price, or the limits leave it there: nothing was proposed."),
    ROW("engine.not-own-proposal", "Somebody else proposed this price. It was left in the queue."),
    ROW("engine.changed-meanwhile", "It was changed again since. Nothing was put back."),
    ROW("planner.no-price", "This listing has no price in force, so there is nothing to compare with."),
    ROW("cost.unknown-event", "That change of costs is no longer in the inbox. Nothing was changed."),
    ROW("catalog.delegate-time", "A delegation ends at a time to come, within a year. Nothing was changed."),
    ROW("catalog.delegate-self", "Nobody decides in his own stead. Choose another person."),
    ROW("catalog.delegate-unknown", "There is no active user {user} in this workspace. Nothing was changed."),
    ROW("catalog.delegate-unknown-one", "That delegation has ended already, or is between two others."),
    ROW("catalog.bad-cost", "{value} is no cost: it must be above zero. Nothing was changed."),
    ROW("approval.edit-refused", "The guardrails do not let this price through: {reason}. The proposal is as it was."),
    ROW("approval.too-late-to-undo",
        "This is being released or is published already and cannot be undone. Take it back with: rollback."),
    // Publishing
    ROW("channels.not-published", "Batch {batch} is not published, so there is nothing to roll back."),
    ROW("channels.newer-price", "The price of {sku} was changed again since then. Roll back the newer change first."),
    ROW("channels.outside-bounds",
        "The price of {sku} now lies outside its absolute bounds and was not published. The price in force holds."),
    ROW("channels.price-changed-meanwhile",
        "The price in force changed after the approval, so this was not published. Run a cycle for a fresh proposal."),
    ROW("channels.no-price", "There is no price to publish in this channel. The old file is kept."),
    ROW("chart.write-failed", "{path} could not be written: {why}. A file that was there is as it was; choose another "
                              "folder, or make room."),
    ROW("channels.folder-unwritable", "The folder for price files, {path}, cannot be written. The old files are "
                                      "complete and stay; the batch is tried again at the next release."),
    ROW("channels.disk-full", "The disk with the price files ({path}) is full. The old files are complete and stay; "
                              "the batch is tried again at the next release."),
    ROW("channels.write-failed", "The price file {path} could not be written. The old file is complete and stays; the "
                                 "batch is tried again at the next release."),
    ROW("channels.read-back-differs", "The price file {path} was read back and is not what was written. The batch "
                                      "counts as failed and is tried again."),
    ROW("channels.release-running", "Prices are being released at this moment ({program}, process {process} on "
                                    "{computer}). Nothing was changed here. Try again in a moment."),
    ROW("channels.release-lock", "Nothing can be released, because {path} cannot be written. Nothing was changed. Make "
                                 "the workspace's folder writable."),
    ROW("channels.list-missing", "The price file {path} is not there. The prices in force are kept in the workspace; "
                                 "write the files again."),
    ROW("channels.unreadable-list",
        "The price file {path} cannot be read as a price list: it was changed by hand or by "
        "another program. The prices in force are kept in the workspace; write it again."),
    // Batches that wait
    ROW("batch.too-early", "Batch {batch} cannot go out before {at}: until then its approvals can be undone."),
    ROW("batch.slot-past", "This time has passed. Batch {batch} keeps its slot. Choose a later one."),
    ROW("batch.slot-far", "This is more than a year ahead. Nothing was changed. Choose an earlier day."),
    ROW("batch.day-past", "{day} has passed where these prices are asked. No batch was made. Choose a later day."),
    ROW("batch.not-waiting", "Batch {batch} is {state} and no longer waits for its release. Nothing was changed."),
    ROW("batch.empty",
        "Batch {batch} would be left without a price, or nothing was chosen of it. Nothing was changed."),
    ROW("batch.nothing-to-sign", "None of these prices can be signed: {why}. No batch was made."),
    ROW("batch.same", "Batch {batch} cannot be joined with itself. Nothing was changed."),
    // Planner, models, rules
    ROW("job.cancelled", "Stopped, as you asked. Nothing is half done."),
    ROW("planner.inference-failed", "Demand could not be estimated ({why}). Rules stood in for the model."),
    ROW("planner.inference-timeout", "Demand was not estimated within {seconds} s. Rules stood in for the model."),
    ROW("planner.unknown-listing", "Listing {listing} is not part of this decision's inputs."),
    ROW("planner.bad-price",
        "{price} {currency} is no price that can be set here: it must be positive and in the price's own currency."),
    ROW("optimizer.bad-curve", "This demand curve cannot be used: {what}."),
    ROW("optimizer.unbounded", "No price is best under this demand: {what}."),
    ROW("decision.rules-changed", "The rules were changed by somebody else since you began. Yours were not saved and "
                                  "are kept here: look at the newer ones, then save again."),
    ROW("decision.rules-same", "Nothing differs from the rules in force: there is nothing to save."),
    ROW("rules.not-a-list", "Rules are a JSON list."),
    ROW("rules.not-an-object", "Rule {rule} is not a JSON object. The rules are as they were."),
    ROW("rules.missing-id", "A rule needs an id. The rules are as they were."),
    ROW("rules.duplicate-id", "Two rules have the id {rule}. The rules are as they were."),
    ROW("rules.unknown-field", "Rule {rule}: there is no field \"{field}\". The rules are as they were."),
    ROW("rules.unknown-kind", "Rule {rule}: {value} is no kind of rule. Known are: floor, ceiling, match, undercut, "
                              "index, cost-plus, ending, hold."),
    ROW("rules.unknown-role", "Rule {rule}: {value} is no role. Known are: kvi, foreground, background, tail."),
    ROW("rules.bad-condition", "Rule {rule}: {field} cannot be {value}. The rules are as they were."),
    ROW("rules.bad-amount", "Rule {rule}: the amount {value} does not fit its kind. The rules are as they were."),
    ROW("rules.bad-percent", "Rule {rule}: the percentage {value} does not fit its kind. The rules are as they were."),
    ROW("rules.bad-endings", "Rule {rule}: {value} is no list of price endings. The rules are as they were."),
    ROW("rules.bad-against", "Rule {rule}: prices are compared with the median or the lowest, not with {value}."),
    ROW("rules.bad-priority", "Rule {rule}: {value} is no priority. Write a whole number."),
    ROW("rules.bad-stock", "Rule {rule}: {value} is no stock. Write a number that is not negative."),
    ROW("rules.bad-schedule", "Rule {rule}: the schedule's {field} cannot be {value}. The rules are as they were."),
    ROW("rules.unlawful-segment", "A price must not depend on \"{segment}\": {reason}. Lawful segments are contract, "
                                  "loyalty, quantity, channel and market. The rules are as they were."),
    ROW("statistics.too-few-rows", "There are too few rows for this estimate: {rows}, where {needed} are needed."),
    ROW("statistics.collinear", "These columns say the same thing, so their effects cannot be told apart."),
    ROW("statistics.not-finite", "The data hold something that is not a number, or is infinite."),
    ROW("statistics.bad-shape", "The columns have different lengths."),
    ROW("statistics.negative-weight", "A weight is negative."),
    ROW("statistics.bad-standard-error", "A standard error is not positive."),
    ROW("margin.no-cost", "Without a positive cost there is no margin. The price holds."),
    ROW("margin.impossible", "No price reaches this margin. The price holds."),
    // Money, time, ids, texts
    ROW("money.unknown-currency",
        "{code} is not an active ISO 4217 currency code with 0, 2 or 3 digits. Codes are written in capitals: EUR."),
    ROW("money.no-currency", "An amount needs a currency."),
    ROW("money.not-a-number", "\"{value}\" is not a number. Write digits with a dot: 3.49."),
    ROW("money.out-of-range", "{value} is too large to be an amount."),
    ROW("money.bad-weights", "Nothing can be split by these weights: none may be negative, and one must be positive."),
    ROW("money.bad-ladder", "These steps and endings make no price ladder (step {step}, cycle {cycle})."),
    ROW("fx.bad-rate", "\"{value}\" is no exchange rate for {currency}: it must be a positive number."),
    ROW("fx.bad-places", "A rate can be given with 0 to 60 decimal places, not {places}."),
    ROW("fx.no-rate",
        "There is no exchange rate for {currency} on or before {day}. Import rates with: import FILE --kind fx."),
    ROW("id.not-an-id", "\"{text}\" is not an id."),
    ROW("time.not-a-time", "\"{text}\" is not a day or time. Write 2026-03-01 or 2026-03-01T09:30:00Z."),
    ROW("json.invalid", "This is not JSON ({what}, at character {offset})."),
    ROW("json.not-an-object", "A JSON object (text in braces) was expected."),
    ROW("oracle.unknown-topic", "There are no answers on the topic \"{topic}\". Known are: {known}."),
    ROW("oracle.no-cases", "The file holds no cases."),
    ROW("oracle.bad-case",
        "{field} is missing, or is not what it should be: a number or a list of as many as there are products. Nothing "
        "was computed."),
    ROW("export.not-written", "The report could not be written to {path} ({what}). An older file is kept as it was."),
    ROW("usage.unknown-report", "There is no report \"{what}\". Known are: decisions, prices, audit, cycle."),
    ROW("engine.no-workspace", "No workspace is open."),
    ROW("engine.comment-empty", "There is nothing in the comment. Nothing was written."),
    ROW("engine.comment-too-long", "The comment is longer than {most} characters. Nothing was written."),
    ROW("engine.snooze-time", "Decisions can be put off until a later time, a month at most. Nothing was changed."),
    ROW("engine.open-elsewhere",
        "{path} is open in another Pricewright window already; it has been asked to come to the "
        "front."),
    ROW("engine.other-workspace",
        "Another workspace was opened meanwhile: what was found for the one before was not kept."),
    ROW("engine.cancelled", "It was cancelled before it began; nothing was changed."),
    // Tables on their way out, and workbooks on their way back
    ROW("export.cancelled", "Stopped: {path} was not written. A file that was there is as it was."),
    ROW("export.too-many-rows", "A workbook holds at most {most} rows. Nothing was written to {path}: choose CSV, or "
                                "filter the table."),
    ROW("sheet.not-ours", "This workbook was not written here, or its hidden sheet is gone. Nothing was taken from it. "
                          "Write the prices out anew, and edit that file."),
    ROW("sheet.other-workspace", "This workbook ({title}) belongs to another workspace. Nothing was taken from it."),
    ROW("sheet.column-missing", "The column {column} is missing from the workbook. Nothing was taken from it. Put it "
                                "back, or write the prices out anew."),
    ROW("sheet.file", "{path} cannot be read ({what}). Nothing was taken from it."),
    ROW("sheet.changed", "{path} was changed since it was read. Nothing was proposed. Read it again."),
    ROW("sheet.unknown-price", "{sku} is not sold in {zone}."),
    ROW("sheet.twice", "{sku} in {zone} stands in the workbook twice: the first row counts."),
    ROW("sheet.other-currency", "The price is in {needed}, the row says {currency}."),
    ROW("xlsx.cancelled", "Stopped: the workbook was not read to its end, and nothing was taken from it."),
    ROW("xlsx.damaged", "The workbook is damaged (at {part}: {why}). Nothing was taken from it. Open it in a "
                        "spreadsheet, save it anew, and try again."),
    ROW("xlsx.not-a-workbook",
        "This is no workbook. Nothing was taken from it. Save the table as .xlsx and try again."),
    ROW("xlsx.protected", "The workbook is locked by a password, or is of the format before .xlsx. Nothing was taken "
                          "from it. Save it as .xlsx without a password."),
    ROW("xlsx.too-large", "The workbook is larger than is read here ({what}). Nothing was taken from it. Delete what "
                          "is not needed, and save it anew."),
    // The command line
    ROW("usage.no-workspace", "Which workspace? Name it with --workspace FILE, or set PRICEWRIGHT_WORKSPACE."),
    ROW("usage.unknown-command", "There is no command \"{command}\". `pricewright-engine --help` lists them."),
    ROW("usage.unknown-option", "There is no option {option} here. `{command} --help` lists them."),
    ROW("usage.needs-value", "--{option} needs a value."),
    ROW("usage.needs-no-value", "--{option} takes no value."),
    ROW("usage.not-a-pair", "--{option} takes NAME=VALUE, not \"{value}\"."),
    ROW("usage.needs-kind", "What is in the file? Say --kind products, costs, stock, sales, promotions, offers, prices "
                            "or fx, or name a mapping."),
    ROW("usage.nothing-selected", "Which decisions? Name them (ID or SKU@ZONE), or say --all, or --only REASON."),
    ROW("usage.watch-what", "Which page? Say monitor add SKU[@ZONE] URL, or --file PAGES.csv."),
    ROW("usage.which-zone", "{sku} is sold in several price zones. Say which: {sku}@ZONE."),
    ROW("usage.bad-price",
        "\"{value}\" is no price in {currency}: it must be positive, with no more digits than the currency has."),
    ROW("usage.bad-value", "\"{value}\" is no value for {option}: {wanted}."),
    ROW("usage.unknown-value", "There is no \"{value}\" to pick by with --{option}. There are: {known}."),
    ROW("usage.file-unreadable", "{path} cannot be read ({why})."),
    ROW("usage.wrong", "This is used as: {what}."),
};
#undef ROW

} // namespace

std::span<const TextRow> errorTexts() { return kErrorTexts; }

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"
#include "catalog/Catalog.h"

#include <QJsonObject>
#include <QStringList>

namespace pricewright {

enum class AlertKind { MoveDown, MoveUp, Undercut, IndexBelow, IndexAbove, PriceWar, SoldOut, Silent };
QString alertKindName(AlertKind k); // "move-down", "move-up", "undercut", "index-below" …
std::optional<AlertKind> alertKindFrom(QStringView name);
enum class AlertSemantics {
  Crossing, // fires when it becomes true; again only after it was clearly false
  Level     // fires while it is true, every so many hours at most
};
enum class AlertGrouping { None, Competitor, Category }; // None: all that comes together is one message

// Which alert a user wants, and how he wants to hear of it. Percents are basis points: 2000 is 20 %.
struct AlertRule {
  QString name;
  AlertKind kind = AlertKind::MoveDown;
  // move-*: against the highest (lowest) delivered price that held within `days`. undercut: theirs below ours,
  // delivered and for our content. price-war: the reference fell that much in 7 days.
  int percentBp = 2000;
  int days = 7;          // move-*: 1 … 90
  int levelBp = 10000;   // index-*: 10000 is parity
  int leastProducts = 5; // an index of fewer is undecidable
  int undercuts = 3;     // price-war: or so many mutual undercuts in 7 days; 0: they do not matter
  int hours = 0;         // silent: the source has been stale for longer than this
  // Whom it is about; "" is anyone. An index of no category is one for each. sold-out without a competitor: all of
  // them.
  struct Scope {
    QString category, competitor, sku; // codes
    std::optional<SkuRole> role;
    bool operator==(const Scope&) const = default;
  } scope;
  AlertSemantics semantics = AlertSemantics::Crossing;
  int hysteresisBp = 200; // crossing: below the threshold by this before it can fire again
  int repeatHours = 24;   // level
  // From and to in minutes of the day by the clock of that zone; the same: no quiet hours. A window over midnight is
  // one. What happens in it is told in one message when it ends; a critical rule is told at once.
  int quietFrom = 0, quietTo = 0;
  QByteArray quietZone = "UTC";
  bool isCritical = false;
  AlertGrouping grouping = AlertGrouping::None;
  int everyMinutes = 60; // between two messages of one group
  int mostADay = 10;     // messages; what comes later that day is one summary; 0: no limit
  bool onDesktop = true;
  QStringList emails, webhooks;
  bool operator==(const AlertRule&) const = default;

  // {"name":…, "kind":"move-down", "percent":20, "days":7, "level":95, "least_products":5, "undercuts":3, "hours":6,
  //  "scope":{"category":…, "competitor":…, "sku":…, "role":"kvi"}, "semantics":"crossing"|"level", "hysteresis":2,
  //  "repeat_hours":24, "quiet":{"from":"22:00", "to":"07:00", "zone":"Europe/Berlin"}, "critical":false,
  //  "group":{"by":"none"|"competitor"|"category", "minutes":60}, "most_a_day":10,
  //  "deliver":{"desktop":true, "email":[…], "webhook":[…]}}
  // Only name and kind must be there. What a kind does not use may stay away, and is then as above. Errors name the
  // field: alert.bad-name, .bad-kind, .bad-number (least, most), .bad-scope, .bad-semantics, .bad-quiet, .bad-group,
  // .bad-delivery, .bad-field (unknown, or of the wrong type).
  static Result<AlertRule> parse(const QJsonObject& json);
  QJsonObject toJson() const;
  Status check() const; // the same limits for a rule that was made in another way
  // How far back what it looks at may lie, where offers hold that long at most.
  Duration reach(Duration longestHold) const;
};
// What a new workspace may begin with: a competitor drops by more than 20 % in 7 days; a price war; a known-value item
// undercut by more than 5 %.
std::vector<AlertRule> suggestedAlerts(const QByteArray& timeZone);

// Whether it is quiet for the rule at that moment, and until when. Both by the wall clock: where clocks are put back,
// both passes of an hour are quiet; an hour that is skipped is not waited for.
bool isQuiet(const AlertRule& rule, Instant at);
Instant quietUntil(const AlertRule& rule, Instant at); // `at` itself where it is not quiet
Day alertDayOf(const AlertRule& rule, Instant at);     // by the same clock

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "AlertCommands.h"

namespace pricewright {
namespace {

std::vector<Option> ruleOptions(std::initializer_list<Option> more = {}) {
  std::vector<Option> options{
      {"kind", "KIND", "move-down, move-up, undercut, index-below, index-above, price-war, sold-out or silent"},
      {"percent", "P", "how much; 20 if left out"},
      {"days", "N", "move-…: within so many days; 7 if left out"},
      {"at", "INDEX", "index-…: the level; 100 is parity"},
      {"least", "N", "index-…: prices that it must stand on; 5 if left out"},
      {"undercuts", "N", "price-war: or so many mutual undercuts in 7 days; 3 if left out"},
      {"hours", "H", "silent: stale for longer than this"},
      {"category", "CODE", "only of this category"},
      {"competitor", "CODE", "only of this competitor"},
      {"sku", "CODE", "only of this product"},
      {"role", "ROLE", "only of products of this role: kvi, foreground …"},
      {"crossing", "", "fires when it becomes true, once (the usual)"},
      {"level", "", "fires as long as it is true, see --repeat"},
      {"hysteresis", "P", "--crossing: so far below the limit before it can fire again; 2 if left out"},
      {"repeat", "H", "--level: every so many hours at most; 24 if left out"},
      {"quiet", "22:00-07:00", "what happens then is told in one message at the end"},
      {"zone", "ZONE", "of the quiet hours: Europe/Berlin"},
      {"critical", "", "told in quiet hours too"},
      {"group", "BY", "none, competitor or category"},
      {"every", "MINUTES", "between two messages of one group; 60 if left out"},
      {"most-a-day", "N", "messages, then one summary; 10 if left out, 0: no limit"},
      {"email", "ADDRESS", "who is told; may repeat"},
      {"webhook", "URL", "what is called; may repeat"},
      {"no-desktop", "", "not told in the window"}};
  options.insert(options.end(), more);
  return options;
}

} // namespace

std::vector<Command> alertCommands() {
  constexpr int kAny = std::numeric_limits<int>::max();
  return {
      {"moves",
       "",
       0,
       0,
       "what competitors' prices did, newest first",
       {{"days", "N", "back; 7 if left out"},
        {"competitor", "CODE", "only of this competitor"},
        {"category", "CODE", "only in this category"},
        {"most", "N", "at most so many; 1000 if left out"}},
       runMoves},
      {"index",
       "",
       0,
       0,
       "our price index by category and competitor, and how it went",
       {{"days", "N", "back; 30 if left out"}, {"least", "N", "prices that it must stand on; 5 if left out"}},
       runIndex},
      {"alert add", "NAME", 1, 1, "an alert, from now on", ruleOptions(), runAlertAdd},
      {"alert list", "", 0, 0, "the alerts", {{"removed", "", "also those that were removed"}}, runAlertList},
      {"alert try", "[NAME]", 0, 1, "how often an alert would have fired, and when; kept, or as the options say",
       ruleOptions({{"back", "DAYS", "so many days back; 90 if left out. Of a kept alert also --days"}}), runAlertTry},
      {"alert on", "NAME", 1, 1, "switches an alert on; what is true already does not fire it", {}, runAlertOn},
      {"alert off", "NAME", 1, 1, "switches an alert off", {}, runAlertOff},
      {"alert remove", "NAME", 1, 1, "removes an alert; its events stay", {}, runAlertRemove},
      {"alert restore", "NAME", 1, 1, "puts a removed alert back, off", {}, runAlertRestore},
      {"alert check", "", 0, 0, "looks at all alerts now", {}, runAlertCheck},
      {"alert inbox",
       "",
       0,
       0,
       "what fired and nobody has seen to yet",
       {{"most", "N", "at most so many; 100 if left out"}},
       runAlertInbox},
      {"alert mark",
       "seen|acted|snoozed|new EVENT…",
       2,
       kAny,
       "what became of events of the inbox",
       {{"until", "TIME", "snoozed: until then"}},
       runAlertMark},
      {"alert suggest",
       "",
       0,
       0,
       "alerts to begin with",
       {{"add", "", "adds those that are not there"}},
       runAlertSuggest},
  };
}

} // namespace pricewright

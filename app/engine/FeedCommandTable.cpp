// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "FeedCommands.h"

namespace pricewright {

std::vector<Command> feedCommands() {
  return {
      {"feed add",
       "CODE",
       1,
       1,
       "a price-intelligence service or a competitor's product feed; changes one that is there",
       {{"kind", "KIND", "prisync, json, xml (Google's product data as RSS or Atom) or table (CSV, TSV)"},
        {"at", "URL|FOLDER", "https, sftp://user@host/folder/, or the folder that files are dropped into"},
        {"name", "TEXT", "what people call it"},
        {"competitor", "CODE", "whose prices they are, made where it is new; left out: rows name their sellers"},
        {"mapping", "FILE.json", "where what stands in it, which files count, where the key goes"},
        {"every", "MINUTES", "how often it is pulled; 1440 if never set"},
        {"rate", "N", "requests a minute at most; 60 if never set"},
        {"secret", "NAME", "of its key, which is kept outside: secret set NAME.HOST"},
        {"stands-in", "", "it answers for pages that fail"},
        {"trusts-codes", "", "the products of ours that it names are confirmed matches"}},
       runFeedAdd},
      {"feed list", "", 0, 0, "the feeds: when they were pulled last, what they brought, what is due", {}, runFeedList},
      {"feed run",
       "[CODE]",
       0,
       1,
       "pulls the feeds that are due, or the one that is named, and keeps their prices",
       {{"all", "", "all feeds that are on, not only those that are due"}},
       runFeedRun},
      {"feed on", "CODE", 1, 1, "it is pulled again", {}, runFeedOn},
      {"feed off", "CODE", 1, 1, "it is not pulled any more; what it brought stays", {}, runFeedOff},
      {"feed check",
       "FILE",
       1,
       1,
       "what would be read from a file of a feed, and what could not be: without a workspace",
       {{"kind", "KIND", "prisync, json, xml or table"},
        {"mapping", "FILE.json", "as for feed add"},
        {"most", "N", "rows that are shown; 100 if left out"}},
       runFeedCheck},
  };
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NoticeCommands.h"

namespace pricewright {

std::vector<Command> noticeCommands() {
  constexpr int kAny = std::numeric_limits<int>::max();
  return {
      {"notify send", "", 0, 0, "delivers the notices that are due, by mail and webhook", {}, runNotifySend},
      {"notify status", "", 0, 0, "how notices are delivered, and which wait or were given up", {}, runNotifyStatus},
      {"notify test",
       "",
       0,
       0,
       "sends one message that says that it is a test",
       {{"email", "ADDRESS", "by mail, to this address"}, {"webhook", "URL", "by webhook, to this address"}},
       runNotifyTest},
      {"notify retry",
       "[NUMBER…]",
       0,
       kAny,
       "makes notices due again: these, or all that were given up",
       {},
       runNotifyRetry},
      {"secret set",
       "NAME",
       1,
       1,
       "keeps a password or key under a name; its value is read from standard input",
       {},
       runSecretSet},
      {"secret remove", "NAME", 1, 1, "forgets what is kept under a name", {}, runSecretRemove},
      {"secret where", "", 0, 0, "where secrets are kept: keychain or file", {}, runSecretWhere},
  };
}

} // namespace pricewright

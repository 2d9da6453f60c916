// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Commands.h"

namespace pricewright {

std::vector<Command> noticeCommands(); // delivery of notices, and the secrets that it needs

int runNotifySend(Session& s); // commands/NoticeCommands.cpp
int runNotifyStatus(Session& s);
int runNotifyTest(Session& s);
int runNotifyRetry(Session& s);
int runSecretSet(Session& s); // commands/SecretCommands.cpp
int runSecretRemove(Session& s);
int runSecretWhere(Session& s);

} // namespace pricewright

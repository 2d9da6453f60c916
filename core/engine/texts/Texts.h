// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Error.h"

#include <QStringList>

namespace pricewright {

// The program's sentences: codes and arguments become words here, for window and command line alike. English is the
// source; translations go by the context "Texts".
QString errorText(const Error& error); // what happened, what was kept, what to do
QString codeText(const QString& code); // a few words for a reason, state, verdict, feature or fallback code
QStringList errorCodes();              // every code that has a sentence: a test holds the core's codes against it

bool hasWords(const QString& code); // a sentence or a few words of its own

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "Arguments.h"
#include "engine/Workspace.h"

#include <QJsonObject>

#include <stop_token>

namespace pricewright {

// The exit codes of the command line, also listed in README.md.
enum Exit : int {
  kOk = 0,
  kFailed = 1,        // refused, or failed; nothing was changed
  kUsage = 2,         // typed wrongly
  kUnusable = 3,      // the workspace cannot be used
  kPartly = 4,        // some of it was done: rejected rows, refused decisions, failed batches
  kCancelled = 5,     // stopped by Ctrl+C, with nothing half done
  kAuditBroken = 6,   // the journal is not what was written
  kReplayDiffers = 7, // a decision was recomputed and came out differently
  kHalted = 8,        // the batch breaker halted the cycle before publishing
};

// What was typed in front of, or among, the words of a command and holds for all of them.
struct Globals {
  QString workspace, asUser;
  bool json = false, help = false, version = false;
  QStringList rest;
};

// One run of the program: what was typed, the workspace (opened when first asked for), where words and JSON go. A
// command ends with one answer or one refusal.
class Session {
 public:
  Session(Arguments typed, const Globals& globals, std::stop_token stop);
  Arguments arguments;
  bool json() const { return m_json; }
  QString workspaceFile() const { return m_file; }

  // The open workspace. To look only, one that cannot be written is opened for reading.
  enum class For { Looking, Changing };
  Result<Workspace*> workspace(For what = For::Changing);
  Workspace& adopt(std::unique_ptr<Workspace> made);
  void close() { m_workspace.reset(); }
  JobContext job() const; // progress goes to standard error where that is a terminal
  std::stop_token stop() const { return m_stop; }

  // Says the answer: the object with --json, else the text.
  int answer(const QJsonObject& object, const QString& text, int exit = kOk) const;
  int answerRaw(const QByteArray& bytes, int exit = kOk) const; // as it is, with or without --json
  // Says the error, and gives the exit code that belongs to it.
  int refuse(const Error& error) const;
  int usage(const QString& how) const;

 private:
  QString m_file, m_asUser;
  bool m_json;
  std::stop_token m_stop;
  std::unique_ptr<Workspace> m_workspace;
};

// Where a command opens its workspace, or ends.
#define PW_OPEN(session, name, purpose)                                                                                \
  auto name##Opened = (session).workspace(Session::For::purpose);                                                      \
  if (!name##Opened)                                                                                                   \
    return (session).refuse(name##Opened.error());                                                                     \
  Workspace& name = **name##Opened
// The value of an expression, or the command ends with its error.
#define PW_SAY(session, declaration, expression)                                                                       \
  PW_SAY_NAMED(PW_JOIN(pwSaid, __LINE__), session, declaration, expression)
#define PW_SAY_NAMED(name, session, declaration, expression)                                                           \
  auto name = (expression);                                                                                            \
  if (!name)                                                                                                           \
    return (session).refuse(name.error());                                                                             \
  declaration = std::move(*name)

int runCommandLine(const QStringList& typed);
QJsonObject toJson(const Error& error);

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Passwords and keys: kept outside the workspace, and never told again.
#include "NoticeCommands.h"

#include "base/Words.h"
#include "secrets/SecretStore.h"

#include <cstdio>
#include <termios.h>
#include <unistd.h>

namespace pricewright {
namespace {

constexpr qsizetype kMostTyped = 70'000; // a little more than a secret may have, so that too much is noticed

// What is typed at a terminal is not shown while this lives.
class Unseen {
 public:
  Unseen() : m_isOn(::isatty(STDIN_FILENO) != 0 && ::tcgetattr(STDIN_FILENO, &m_before) == 0) {
    if (!m_isOn)
      return;
    termios quiet = m_before;
    quiet.c_lflag &= ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
  }
  ~Unseen() {
    if (m_isOn)
      ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;
  bool isOn() const { return m_isOn; }

 private:
  termios m_before{};
  bool m_isOn;
};

// One line of a terminal; all of a file or pipe, without the line end that most programs add. Read past the buffers of
// the standard library, which nobody wipes.
QByteArray secretTyped() {
  const Unseen unseen;
  if (unseen.isOn())
    std::fputs("Value (not shown): ", stderr);
  QByteArray out;
  out.reserve(kMostTyped + 1);
  while (out.size() < kMostTyped) {
    const qsizetype had = out.size();
    out.resize(kMostTyped);
    const ssize_t n = ::read(STDIN_FILENO, out.data() + had, std::size_t(kMostTyped - had));
    out.resize(had + std::max<ssize_t>(n, 0));
    if (n <= 0 || (unseen.isOn() && out.endsWith('\n')))
      break;
  }
  if (unseen.isOn())
    std::fputs("\n", stderr);
  if (out.endsWith('\n'))
    out.chop(1);
  if (out.endsWith('\r'))
    out.chop(1);
  return out;
}

// Names and hosts are the same however they are written: what asks for a key asks in small letters.
QString nameTyped(const Session& session) { return session.arguments.words.first().toLower(); }
QString placeText(const QString& where) { return where == u"keychain" ? s("the keychain") : where; }

} // namespace

int runSecretSet(Session& session) {
  const QString name = nameTyped(session);
  if (const Status fits = checkSecretName(name); !fits)
    return session.refuse(fits.error());
  QByteArray value = secretTyped();
  const WipeAtEnd wiped(value);
  PW_SAY(session, const auto store, openSecrets());
  if (const Status kept = store->write(name, value); !kept)
    return session.refuse(kept.error());
  const QByteArray variable = EnvironmentSecrets::variableFor(name);
  const bool isHidden = qEnvironmentVariableIsSet(variable.constData());
  return session.answer(
      {{"name", name}, {"where", store->where()}, {"hidden_by_environment", isHidden}},
      s("%1 is kept in %2.\n").arg(name, placeText(store->where())) +
          (isHidden ? s("%1 is set, and comes first.\n").arg(QString::fromLatin1(variable)) : QString()));
}

int runSecretRemove(Session& session) {
  const QString name = nameTyped(session);
  PW_SAY(session, const auto store, openSecrets());
  if (const Status gone = store->remove(name); !gone)
    return session.refuse(gone.error());
  return session.answer({{"name", name}, {"where", store->where()}},
                        s("%1 is no longer kept in %2.\n").arg(name, placeText(store->where())));
}

int runSecretWhere(Session& session) {
  PW_SAY(session, const auto store, openSecrets());
  return session.answer({{"where", store->where()}}, s("Secrets are kept in %1.\n").arg(placeText(store->where())));
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Commands.h"
#include "Interrupt.h"
#include "Shapes.h"

namespace pricewright {
namespace {

QString overview() {
  std::vector<QStringList> rows;
  for (const Command& command : allCommands())
    if (!command.hidden)
      rows.push_back(
          {QStringLiteral("  %1 %2").arg(QString::fromUtf8(command.name), QString::fromUtf8(command.words)).trimmed(),
           QString::fromUtf8(command.help)});
  return QStringLiteral("pricewright-engine: watches, prices, guards, publishes and proves, without a window\n\n"
                        "usage: pricewright-engine [--workspace FILE] [--json] [--as-user NAME] COMMAND …\n\n") +
         textTable({QStringLiteral("command"), QStringLiteral("what it does")}, rows) +
         QStringLiteral("\nThe workspace may also be named by PRICEWRIGHT_WORKSPACE. COMMAND --help says more.\n"
                        "Exit codes: 0 done, 1 refused or failed, 2 usage, 3 workspace unusable, 4 partly done,\n"
                        "5 stopped, 6 journal broken, 7 replay differs, 8 cycle halted by the batch breaker.\n");
}

QString helpOf(const Command& command) {
  QString text = QStringLiteral("usage: pricewright-engine %1").arg(QString::fromUtf8(command.name));
  if (*command.words)
    text += u' ' + QString::fromUtf8(command.words);
  if (!command.options.empty())
    text += QStringLiteral(" [options]");
  text += QStringLiteral("\n\n%1.\n").arg(QString::fromUtf8(command.help));
  std::vector<QStringList> rows;
  for (const Option& option : command.options)
    rows.push_back(
        {QStringLiteral("--%1 %2").arg(QString::fromUtf8(option.name), QString::fromUtf8(option.value)).trimmed(),
         QString::fromUtf8(option.meaning)});
  if (rows.empty())
    return text;
  return text + u'\n' + textTable({QStringLiteral("option"), QStringLiteral("meaning")}, rows);
}

// The commands of a group, "queue", where it is typed alone.
QString groupHelp(const QString& group) {
  std::vector<QStringList> rows;
  for (const Command& command : allCommands())
    if (QString::fromLatin1(command.name).startsWith(group + u' '))
      rows.push_back(
          {QStringLiteral("%1 %2").arg(QString::fromUtf8(command.name), QString::fromUtf8(command.words)).trimmed(),
           QString::fromUtf8(command.help)});
  return rows.empty() ? QString() : textTable({QStringLiteral("command"), QStringLiteral("what it does")}, rows);
}

// Takes the global options out of what was typed, wherever they stand before "--".
Result<Globals> takeGlobals(const QStringList& typed) {
  Globals g;
  g.workspace = qEnvironmentVariable("PRICEWRIGHT_WORKSPACE");
  for (qsizetype i = 0; i < typed.size(); ++i) {
    const QString& word = typed[i];
    const auto takes = [&](const char* name) {
      return word == QLatin1String(name) || word.startsWith(QLatin1String(name) + u'=');
    };
    const auto value = [&](const char* name) -> Result<QString> {
      if (const qsizetype equals = word.indexOf(u'='); equals >= 0)
        return word.mid(equals + 1);
      if (i + 1 < typed.size())
        return typed[++i];
      return fail(QStringLiteral("usage.needs-value"), {{QStringLiteral("option"), QString::fromLatin1(name + 2)}});
    };
    if (word == u"--") {
      g.rest += typed.mid(i);
      break;
    }
    if (word == u"--json")
      g.json = true;
    else if (word == u"--help" || word == u"-h")
      g.help = true;
    else if (word == u"--version")
      g.version = true;
    else if (takes("--workspace")) {
      PW_TRY(g.workspace, value("--workspace"));
    } else if (takes("--as-user")) {
      PW_TRY(g.asUser, value("--as-user"));
    } else
      g.rest << word;
  }
  return g;
}

// The longest name wins: "queue list" before "queue".
const Command* commandFor(const QStringList& words, qsizetype& nameWords) {
  const Command* found = nullptr;
  for (const Command& command : allCommands()) {
    const QStringList name = QString::fromLatin1(command.name).split(u' ');
    if (name.size() > nameWords && words.mid(0, name.size()) == name) {
      found = &command;
      nameWords = name.size();
    }
  }
  return found;
}

int say(const Globals& g, const QString& text, int exit) {
  return Session({}, g, {}).answer({{QStringLiteral("help"), text}}, text, exit);
}

int noCommand(const Globals& g) {
  const QString word = g.rest.first(), group = groupHelp(word);
  if (!group.isEmpty() && (g.help || g.rest.size() == 1))
    return say(g, group, g.help ? kOk : kUsage);
  return Session({}, g, {}).refuse(
      fail(QStringLiteral("usage.unknown-command"),
           {{QStringLiteral("command"), g.rest.mid(0, group.isEmpty() ? 1 : 2).join(u' ')}}));
}

} // namespace

int runCommandLine(const QStringList& typed) {
  const Interrupt interrupt;
  const auto globals = takeGlobals(typed);
  if (!globals) {
    Globals bare;
    bare.json = typed.contains(QStringLiteral("--json"));
    return Session({}, bare, {}).refuse(globals.error());
  }
  const Globals& g = *globals;
  if (g.version)
    return Session({}, g, {}).answer({{QStringLiteral("version"), QStringLiteral(PRICEWRIGHT_VERSION)}},
                                     QStringLiteral("pricewright-engine " PRICEWRIGHT_VERSION));
  if (g.rest.isEmpty() || g.rest.first() == u"help")
    return say(g, overview(), g.rest.isEmpty() && !g.help ? kUsage : kOk);
  qsizetype nameWords = 0;
  const Command* found = commandFor(g.rest, nameWords);
  if (!found)
    return noCommand(g);
  if (g.help)
    return say(g, helpOf(*found), kOk);
  auto arguments = Arguments::parse(g.rest.mid(nameWords), found->options);
  if (!arguments)
    return Session({}, g, {}).refuse(
        Error(arguments.error()).with(QStringLiteral("command"), QString::fromLatin1(found->name)));
  const auto words = arguments->words.size();
  Session session(std::move(*arguments), g, interrupt.token());
  if (words < found->leastWords || words > found->mostWords)
    return session.usage(
        QStringLiteral("%1 %2").arg(QString::fromUtf8(found->name), QString::fromUtf8(found->words)).trimmed());
  return found->run(session);
}

} // namespace pricewright

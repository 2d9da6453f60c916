// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/texts/Texts.h"

#include "engine/texts/TextTables.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

namespace pricewright {
namespace {

// Looked up only, never walked.
using Table = QHash<QString, const char*>;
Table tableOf(std::initializer_list<std::span<const TextRow>> parts) {
  Table table;
  for (const auto& rows : parts)
    for (const TextRow& row : rows)
      table.insert(QString::fromLatin1(row.code), row.english);
  return table;
}
const Table& errors() {
  static const Table table =
      tableOf({errorTexts(), importTexts(), planTexts(), modelErrors(), marketErrors(), alertErrors(),
               experimentErrors(), experimentDeskErrors(), experimentStudyErrors(), experimentAnalysisErrors(),
               earningsErrors(), revenueErrors(), feedErrors(), noticeErrors()});
  return table;
}
const Table& codes() {
  static const Table table =
      tableOf({importTexts(), verdictTexts(), codeTexts(), modelCodes(), marketCodes(), alertCodes(), experimentCodes(),
               experimentAnalysisCodes(), earningsCodes(), revenueCodes(), feedCodes(), noticeCodes()});
  return table;
}

QString translated(const char* english) { return QCoreApplication::translate("Texts", english); }

// {name} becomes the argument of that name; one that is not there becomes "?", so that the sentence still reads.
QString filled(const QString& pattern, const QMap<QString, QString>& arguments) {
  QString text;
  for (qsizetype at = 0; at < pattern.size();) {
    const qsizetype open = pattern.indexOf(u'{', at);
    const qsizetype close = open < 0 ? -1 : pattern.indexOf(u'}', open);
    if (close < 0)
      return text + pattern.mid(at);
    text += pattern.mid(at, open - at) + arguments.value(pattern.mid(open + 1, close - open - 1), QStringLiteral("?"));
    at = close + 1;
  }
  return text;
}

// What has no sentence of its own is said in the words of its code, and what has none of these with all that is known.
QString plain(const Error& error) {
  const bool isKnown = codes().contains(error.code);
  QString text = translated(QT_TRANSLATE_NOOP("Texts", "This did not work: {code}."))
                     .replace(QStringLiteral("{code}"), isKnown ? codeText(error.code) : error.code);
  if (isKnown)
    return text;
  QStringList facts;
  for (auto it = error.arguments.constBegin(); it != error.arguments.constEnd(); ++it)
    facts << it.key() + QStringLiteral(": ") + it.value();
  return facts.isEmpty() ? text : text + QStringLiteral(" (%1)").arg(facts.join(QStringLiteral(", ")));
}

// Whether the sentence speaks of something that the error does not name.
bool lacks(const char* english, const QMap<QString, QString>& arguments) {
  static const QRegularExpression placeholder(QStringLiteral("\\{([a-z-]+)\\}"));
  for (const QRegularExpressionMatch& match : placeholder.globalMatch(QString::fromUtf8(english)))
    if (!arguments.contains(match.captured(1)))
      return true;
  return false;
}

// "too-few-sellers" reads as words once its hyphens are gone.
QString spaced(const QString& code) {
  QString words = code.mid(code.lastIndexOf(u'.') + 1);
  return words.replace(u'-', u' ').replace(u'_', u' ');
}

// Codes with commas between them.
QString listed(const QString& codes) {
  QStringList words;
  for (const QString& code : codes.split(u','))
    words << codeText(code);
  return words.join(QStringLiteral(" · "));
}

} // namespace

QString errorText(const Error& error) {
  QMap<QString, QString> arguments = error.arguments;
  const char* english = errors().value(error.code + u'.' + arguments.value(QStringLiteral("why"))); // of one reason
  if (!english)
    english = errors().value(error.code);
  if (english && codes().contains(error.code) && lacks(english, arguments))
    english = nullptr; // the words of its code speak of nothing else
  // Arguments that are codes themselves are said in words.
  for (const QString& name :
       {QStringLiteral("state"), QStringLiteral("reason"), QStringLiteral("wanted"), QStringLiteral("why")})
    if (arguments.contains(name))
      arguments[name] = codeText(arguments[name]);
  if (const auto limits = arguments.find(QStringLiteral("limits")); limits != arguments.end())
    *limits = listed(*limits);
  QString text = english ? filled(translated(english), arguments) : plain(error);
  if (error.cause)
    text += u' ' + errorText(*error.cause);
  return text;
}

QString codeText(const QString& code) {
  if (code.isEmpty())
    return code;
  if (const char* english = codes().value(code))
    return translated(english);
  if (code.startsWith(u"http.")) // what a server answered instead of a page
    return translated(QT_TRANSLATE_NOOP("Texts", "answer HTTP {status}"))
        .replace(QStringLiteral("{status}"), code.mid(5));
  // "code:detail": import.open-day-order:day, failed:storage.io; of a kind whose words speak for themselves:
  // route:human.
  static const QStringList silent{QStringLiteral("route"), QStringLiteral("state"), QStringLiteral("method"),
                                  QStringLiteral("grade"), QStringLiteral("batch")};
  if (const qsizetype colon = code.indexOf(u':'); colon > 0 && code.front().isLetter() && !code.contains(u' '))
    return silent.contains(code.left(colon))
               ? codeText(code.mid(colon + 1))
               : QStringLiteral("%1: %2").arg(codeText(code.left(colon)), codeText(code.mid(colon + 1)));
  static const QRegularExpression codeLike(QStringLiteral("^[a-z][a-z0-9]*([._-][a-z0-9]+)*$"));
  return codeLike.match(code).hasMatch() ? spaced(code) : code;
}

bool hasWords(const QString& code) { return errors().contains(code) || codes().contains(code); }

QStringList errorCodes() {
  QStringList all = errors().keys();
  all.sort();
  return all;
}

} // namespace pricewright

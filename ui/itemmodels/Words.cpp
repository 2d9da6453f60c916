// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/Words.h"

#include "engine/texts/Texts.h"

#include <QCoreApplication>
#include <QHash>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("Words", text); }

const QHash<QString, const char*>& reasonWords() {
  static const QHash<QString, const char*> words = {
      {QStringLiteral("step"), QT_TRANSLATE_NOOP("Words", "Step")},
      {QStringLiteral("step-24h"), QT_TRANSLATE_NOOP("Words", "Step 24 h")},
      {QStringLiteral("step-7d"), QT_TRANSLATE_NOOP("Words", "Step 7 d")},
      {QStringLiteral("frequency"), QT_TRANSLATE_NOOP("Words", "Frequency")},
      {QStringLiteral("margin"), QT_TRANSLATE_NOOP("Words", "Margin")},
      {QStringLiteral("gouging"), QT_TRANSLATE_NOOP("Words", "Gouging")},
      {QStringLiteral("bounds"), QT_TRANSLATE_NOOP("Words", "Bounds")},
      {QStringLiteral("confidence"), QT_TRANSLATE_NOOP("Words", "Confidence")},
      {QStringLiteral("expected-loss"), QT_TRANSLATE_NOOP("Words", "Loss")},
      {QStringLiteral("identification"), QT_TRANSLATE_NOOP("Words", "Evidence")},
      {QStringLiteral("price-war"), QT_TRANSLATE_NOOP("Words", "Price war")},
      {QStringLiteral("freshness"), QT_TRANSLATE_NOOP("Words", "Stale")},
      {QStringLiteral("stale"), QT_TRANSLATE_NOOP("Words", "Stale")},
      {QStringLiteral("conflict"), QT_TRANSLATE_NOOP("Words", "Conflict")},
      {QStringLiteral("anomaly"), QT_TRANSLATE_NOOP("Words", "Anomaly")},
      {QStringLiteral("fallback"), QT_TRANSLATE_NOOP("Words", "Fallback")},
      {QStringLiteral("rule"), QT_TRANSLATE_NOOP("Words", "Rule")},
      {QStringLiteral("edited"), QT_TRANSLATE_NOOP("Words", "Edited")},
      {QStringLiteral("by-test"), QT_TRANSLATE_NOOP("Words", "Test")},
      {QStringLiteral("by-scenario"), QT_TRANSLATE_NOOP("Words", "Scenario")},
      {QStringLiteral("map"), QT_TRANSLATE_NOOP("Words", "MAP")},
      {QStringLiteral("prior-price"), QT_TRANSLATE_NOOP("Words", "Prior price")},
      {QStringLiteral("batch-breaker"), QT_TRANSLATE_NOOP("Words", "Halted")},
  };
  return words;
}

} // namespace

QString capitalized(QString text) {
  if (!text.isEmpty())
    text[0] = text[0].toUpper();
  return text;
}

QString reasonWord(const QString& reason) {
  const char* word = reasonWords().value(reason);
  return word ? tr(word) : capitalized(codeText(reason));
}

QString reasonFamily(const QString& reason) {
  if (reason.startsWith(QLatin1String("step-")))
    return QStringLiteral("step");
  if (reason == QLatin1String("freshness"))
    return QStringLiteral("stale");
  return reason;
}

QString outcomeWord(VerdictOutcome outcome) {
  switch (outcome) {
  case VerdictOutcome::Pass:
    return tr("passes");
  case VerdictOutcome::Adjusted:
    return tr("adjusted");
  case VerdictOutcome::NeedsApproval:
    return tr("approval");
  case VerdictOutcome::Blocked:
    return tr("blocked");
  case VerdictOutcome::Held:
    return tr("held");
  case VerdictOutcome::Alert:
    return tr("alert");
  case VerdictOutcome::NotApplicable:
    return tr("n/a");
  case VerdictOutcome::Undecidable:
    return tr("undecided");
  }
  return {};
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/AuditWords.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("AuditWords", text); }

QStringList list(std::initializer_list<const char*> kinds) {
  QStringList all;
  for (const char* kind : kinds)
    all << QString::fromLatin1(kind);
  return all;
}

} // namespace

QString auditKindText(const QString& kind) { return capitalized(codeText(kind)); }

paint::Tone auditKindTone(const QString& kind) {
  static const QStringList good = list(
      {"decision.approved", "decision.published", "batch.published", "publication.verified", "publication.applied"});
  static const QStringList bad =
      list({"decision.rejected", "decision.rolled-back", "batch.rolled_back", "batch.failed", "publication.failed",
            "cycle.failed", "cycle.halted", "history.accepted", "decision.not-published"});
  static const QStringList look = list({"decision.edited", "decision.undone", "decision.expired", "decision.held",
                                        "import.undone", "cycle.cancelled", "cycle.abandoned", "batch.cancelled",
                                        "setting.changed", "user.changed", "user.added", "rule.changed", "rule.added"});
  if (good.contains(kind))
    return paint::Tone::Positive;
  if (bad.contains(kind))
    return paint::Tone::Negative;
  return look.contains(kind) ? paint::Tone::Warning : paint::Tone::Neutral;
}

// "marginNow", "margin_now" and "stations.1.count" read as words.
QString auditFieldText(const QString& field) {
  if (hasWords(field))
    return codeText(field);
  static const QRegularExpression hump(QStringLiteral("([a-z0-9])([A-Z])"));
  QString words = field;
  if (words.contains(u'-') && words.contains(u'.'))
    return words; // the key of a setting
  words.replace(hump, QStringLiteral("\\1 \\2"));
  return words.replace(u'_', u' ').replace(u'.', QStringLiteral(" · ")).toLower();
}

QString auditValueText(const QString& value, const QLocale& locale) {
  static const QRegularExpression decimal(QStringLiteral("^-?[0-9]{1,15}\\.[0-9]{1,6}$"));
  if (!decimal.match(value).hasMatch())
    return value;
  return QString(value).replace(u'.', locale.decimalPoint());
}

QString auditMomentText(Instant at, const QLocale& locale) {
  const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC).toLocalTime();
  return locale.toString(local.date(), QStringLiteral("d MMM yyyy")) + QStringLiteral("  ") +
         local.time().toString(QStringLiteral("HH:mm:ss"));
}

QString auditSubjectText(const AuditLine& line) {
  if (!line.sku.isEmpty())
    return line.zone.isEmpty() ? line.sku : line.sku + QStringLiteral(" · ") + line.zone;
  static const QRegularExpression opaque(QStringLiteral("^[0-9a-f]{8}-[0-9a-f-]{27}$"));
  const QString table = capitalized(codeText(line.table));
  return opaque.match(line.rowId).hasMatch() || line.rowId.isEmpty() ? table : table + QStringLiteral(" ") + line.rowId;
}

QString auditNoteText(const AuditLine& line) { return hasWords(line.note) ? codeText(line.note) : line.note; }

QString auditChangeText(const AuditLine& line) {
  if (!line.field)
    return {};
  const QString before = line.field->before.isEmpty() ? tr("none") : auditValueText(line.field->before);
  const QString after = line.field->after.isEmpty() ? tr("none") : auditValueText(line.field->after);
  const QString name = line.field->field == line.rowId ? QString() : auditFieldText(line.field->field) + u' ';
  return line.field->changed ? name + before + QStringLiteral(" → ") + after : name + after;
}

QString auditFilterText(const AuditFilter& f) {
  QStringList parts;
  QStringList kinds = f.kinds;
  for (const AuditFamily& family : auditFamilies())
    if (!family.kinds.isEmpty() && family.kinds == f.kinds) {
      parts << family.name;
      kinds.clear();
    }
  for (const QString& kind : std::as_const(kinds))
    parts << codeText(kind);
  if (!f.actors.isEmpty())
    parts << tr("by %1").arg(f.actors.join(QStringLiteral(", ")));
  if (!f.sku.isEmpty())
    parts << f.sku;
  if (f.about)
    parts << codeText(f.about->table) + u' ' + f.about->id;
  const QLocale locale;
  const auto day = [&](Instant at) {
    return locale.toString(QDateTime::fromMSecsSinceEpoch(toMillis(at)).date(), QLocale::ShortFormat);
  };
  if (f.from)
    parts << tr("since %1").arg(day(*f.from));
  if (f.to)
    parts << tr("until %1").arg(day(*f.to - Duration(1)));
  if (!f.text.isEmpty())
    parts << QStringLiteral("“%1”").arg(f.text);
  return parts.join(QStringLiteral(" · "));
}

std::vector<AuditFamily> auditFamilies() {
  const auto family = [](const char* key, const QString& name, std::initializer_list<const char*> kinds) {
    return AuditFamily{QString::fromLatin1(key), name, list(kinds)};
  };
  return {family("all", tr("Everything"), {}),
          family("decisions", tr("Decisions"), {"decision."}),
          family("prices", tr("Prices"), {"price.", "prices.", "publication.", "batch."}),
          family("imports", tr("Imports"), {"import."}),
          family("catalogue", tr("Catalogue"),
                 {"sku.", "listing.", "category.", "zone.", "channel.", "cost.", "competitor.", "source.", "vat-rate.",
                  "margin-exception."}),
          family("policy", tr("Rules and people"), {"rule.", "setting.", "user.", "workspace.", "history."}),
          family("cycles", tr("Cycles"), {"cycle.", "decisions.", "model."})};
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Shapes.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"

#include <QFile>
#include <QJsonArray>

#include <cmath>

namespace pricewright {
QString textTable(const QStringList& header, const std::vector<QStringList>& rows, const QString& right) {
  std::vector<qsizetype> width(static_cast<std::size_t>(header.size()), 0);
  const auto measure = [&](const QStringList& row) {
    for (qsizetype i = 0; i < std::min(row.size(), header.size()); ++i)
      width[static_cast<std::size_t>(i)] = std::max(width[static_cast<std::size_t>(i)], row[i].size());
  };
  measure(header);
  for (const QStringList& row : rows)
    measure(row);
  QString text;
  const auto line = [&](const QStringList& row) {
    QString made;
    for (qsizetype i = 0; i < std::min(row.size(), header.size()); ++i) {
      const auto wide = static_cast<int>(width[static_cast<std::size_t>(i)]);
      const bool toRight = i < right.size() && right[i] == u'r';
      made += (i ? s("  ") : QString()) + (toRight ? row[i].rightJustified(wide) : row[i].leftJustified(wide));
    }
    while (made.endsWith(u' '))
      made.chop(1);
    text += made + u'\n';
  };
  line(header);
  for (const QStringList& row : rows)
    line(row);
  return text;
}

QString rowsText(const QStringList& header, const QString& right, std::size_t count,
                 const std::optional<QString>& writtenTo, const std::function<QStringList(std::size_t)>& row) {
  if (writtenTo && !writtenTo->isEmpty())
    return s("%1 rows written to %2").arg(count).arg(*writtenTo);
  constexpr std::size_t kShown = 40;
  std::vector<QStringList> rows;
  for (std::size_t i = 0; i < std::min(count, kShown); ++i)
    rows.push_back(row(i));
  QString text = textTable(header, rows, right);
  if (count > kShown)
    text += s("\n… and %1 more: %2--json has them all")
                .arg(count - kShown)
                .arg(writtenTo ? s("--out FILE.csv or ") : s(""));
  return text;
}

Status writeOut(const Session& session, const ExportTable& table) {
  const QString out = session.arguments.value("out");
  if (out.isEmpty())
    return {};
  const auto written = writeTable(out, TableFormat::CsvMachine, table, {}, session.job());
  return written ? Status() : Status(written.error());
}

QString percentText(int basisPoints, bool sign) {
  const qint64 size = std::abs(qint64{basisPoints});
  const QString digits = s("%1.%2").arg(size / 100).arg(size % 100, 2, 10, QLatin1Char('0'));
  return (basisPoints < 0 ? s("-") : sign && basisPoints > 0 ? s("+") : QString()) + digits;
}

QString amountText(double value, bool sign, Currency currency) {
  if (!std::isfinite(value))
    return s("?");
  const int places = currency.isValid() ? currency.minorDigits() : 2;
  const QString digits = QString::number(std::abs(value), 'f', std::abs(value) < 1000 ? places : 0);
  const bool zero = std::none_of(digits.begin(), digits.end(), [](QChar c) { return c.isDigit() && c != u'0'; });
  return (value < 0 && !zero ? s("-") : sign && !zero ? s("+") : QString()) + digits;
}

Place placeFrom(const QString& word) {
  const qsizetype at = word.lastIndexOf(u'@');
  return at < 0 ? Place{word, {}} : Place{word.left(at), word.mid(at + 1)};
}

Result<Listing> findListing(const Catalog& catalog, const QString& word) {
  const Place place = placeFrom(word);
  const Sku* sku = catalog.skuByCode(place.sku);
  if (!sku)
    return fail(s("catalog.unknown-sku"), {{s("sku"), place.sku}});
  const Listing* found = nullptr;
  for (const Listing& listing : catalog.listings) {
    const PriceZone* zone = catalog.zone(listing.zoneNo);
    if (listing.skuNo != sku->no || !zone || (!place.zone.isEmpty() && zone->code != place.zone))
      continue;
    if (found)
      return fail(s("usage.which-zone"), {{s("sku"), place.sku}});
    found = &listing;
  }
  if (!found)
    return fail(s("catalog.unknown-listing"), {{s("sku"), place.sku}, {s("zone"), place.zone}});
  return *found;
}

Result<Money> exactPrice(const QString& text, Currency currency) {
  const auto up = Money::round(text, currency, Rounding::Ceiling), down = Money::round(text, currency, Rounding::Floor);
  if (!up || !down || *up != *down || up->minor() <= 0)
    return fail(s("usage.bad-price"), {{s("value"), text}, {s("currency"), currency.code()}});
  return *up;
}

Result<int> basisPoints(const QString& percent, const char* option) {
  const auto value = Decimal::parse(percent);
  constexpr qint64 kMicrosPerBp = 10'000;
  if (!value || value->micros() % kMicrosPerBp != 0 || std::abs(value->micros() / kMicrosPerBp) > 1'000'000)
    return fail(
        s("usage.bad-value"),
        {{s("option"), s(option)}, {s("value"), percent}, {s("wanted"), s("a percentage with at most two decimals")}});
  return static_cast<int>(value->micros() / kMicrosPerBp);
}

Result<qint64> wholeNumber(const QString& text, const char* option, qint64 least, qint64 most) {
  bool ok = false;
  const qint64 value = text.toLongLong(&ok);
  if (!ok || value < least || value > most)
    return fail(s("usage.bad-value"), {{s("option"), s(option)},
                                       {s("value"), text},
                                       {s("wanted"), s("a whole number from %1 to %2").arg(least).arg(most)}});
  return value;
}

Result<WrittenAs> writtenAs(const Arguments& typed) {
  const WrittenAs how{typed.value("decimal-mark"), typed.value("date-format")};
  if (!markSaid(how))
    return fail(
        s("usage.bad-value"),
        {{s("option"), s("--decimal-mark")}, {s("value"), how.decimalMark}, {s("wanted"), s("a dot or a comma")}});
  if (typed.has("date-format"))
    PW_CHECK(DayFormat::fromName(how.dateFormat));
  return how;
}

Result<QByteArray> readFile(const QString& path) {
  QFile file(path);
  constexpr qint64 kMost = 64 << 20;
  if (!file.open(QIODevice::ReadOnly))
    return fail(s("usage.file-unreadable"), {{s("path"), path}, {s("why"), file.errorString()}});
  if (file.size() > kMost)
    return fail(s("usage.file-unreadable"), {{s("path"), path}, {s("why"), s("it is larger than 64 MB")}});
  return file.readAll();
}

QJsonObject toJson(const QueueRow& row) {
  QJsonObject object{{"id", row.id.toString()},
                     {"content_hash", row.contentHash},
                     {"state", decisionStateName(row.state)},
                     {"sku", row.sku},
                     {"product", row.product},
                     {"zone", row.zone},
                     {"category", row.category},
                     {"currency", row.now.currency().code()},
                     {"now", row.now.toString()},
                     {"proposed", row.proposed.toString()},
                     {"change_percent", percentText(row.changeBp)},
                     {"profit_per_week", row.profit},
                     {"profit_low", row.profitLow},
                     {"profit_high", row.profitHigh},
                     {"confidence", row.confidence},
                     {"value_at_stake", row.stake},
                     {"reason", row.primaryReason},
                     {"reason_text", codeText(row.primaryReason)},
                     {"reason_detail", row.reasonDetail},
                     {"reasons", QJsonArray::fromStringList(row.reasons)},
                     {"counter_proposal", row.isCounterProposal},
                     {"expires", isoInstant(row.expiresAt)}};
  if (row.costKnown) {
    object.insert("margin_now_percent", percentText(row.marginNowBp));
    object.insert("margin_then_percent", percentText(row.marginThenBp));
  }
  if (row.releaseAt)
    object.insert("release", isoInstant(*row.releaseAt));
  return object;
}

QJsonObject toJson(const Answer& answer) {
  QJsonObject object{{"id", answer.decision.toString()},
                     {"done", answer.done},
                     {"state", decisionStateName(answer.state)},
                     {"self_approved", answer.selfApproved}};
  if (!answer.done)
    object.insert("error", toJson(answer.why));
  return object;
}

QJsonObject toJson(const PublishReport& report) {
  QJsonObject object{{"batch", report.batchNo},
                     {"state", report.state},
                     {"prices_changed", report.prices},
                     {"prices_listed", report.listed},
                     {"not_published", report.notPublished},
                     {"files", QJsonArray::fromStringList(report.files)}};
  if (report.error)
    object.insert("error", toJson(*report.error));
  return object;
}

QJsonObject toJson(const ImportReport& report) {
  QJsonObject by;
  for (auto it = report.rejectedBy.begin(); it != report.rejectedBy.end(); ++it)
    by.insert(it.key(), it.value());
  QJsonObject held;
  for (auto it = report.heldBack.begin(); it != report.heldBack.end(); ++it)
    held.insert(it.key(), it.value());
  QJsonArray first;
  for (const RejectedRow& row : report.firstRejects)
    first.append(QJsonObject{{"line", row.line}, {"code", row.code}, {"column", row.column}, {"value", row.value}});
  return {{"batch", report.nothingChanged ? QString() : report.batchId.toString()},
          {"nothing_changed", report.nothingChanged},
          {"read", report.read},
          {"added", report.added},
          {"changed", report.changed},
          {"same", report.same},
          {"skipped", report.skipped},
          {"rejected", report.rejected},
          {"rejected_by", by},
          {"first_rejects", first},
          {"reject_file", report.rejectFile},
          {"created", QJsonArray::fromStringList(report.created)},
          {"held_back", held},
          {"notes", QJsonArray::fromStringList(report.notes)},
          {"took_ms", static_cast<qint64>(report.took.count())}};
}

// Of weeks without a sale errors are shares of nothing: null.
QJsonObject toJson(const HoldOutMetrics& m) {
  if (m.rows == 0)
    return {{"rows", 0},        {"wape_median", {}}, {"wape_mean", {}},         {"bias", {}},
            {"coverage80", {}}, {"coverage95", {}},  {"wape_median_error", {}}, {"bias_error", {}}};
  return {{"rows", m.rows},
          {"wape_median", m.wapeMedian},
          {"wape_mean", m.wapeMean},
          {"bias", m.bias},
          {"coverage80", m.coverage80},
          {"coverage95", m.coverage95},
          {"wape_median_error", m.wapeMedianError},
          {"bias_error", m.biasError}};
}

QString cycleText(const CycleReport& report) {
  QString text = s("Cycle %1: %2 in %3\n")
                     .arg(report.cycleId, codeText(report.state), humanDuration(report.endedAt - report.startedAt));
  if (!report.haltedBy.isEmpty())
    text += s("Halted before publishing: %1. Every change waits for a human.\n").arg(codeText(report.haltedBy));
  std::vector<QStringList> rows;
  for (const StationReport& station : report.stations) {
    QStringList notes;
    if (!station.fallback.isEmpty())
      notes << s("fallback: ") + codeText(station.fallback);
    for (auto it = station.reasons.begin(); it != station.reasons.end(); ++it)
      notes << s("%1 %2").arg(codeText(it.key())).arg(it.value());
    rows.push_back({codeText(station.station), QString::number(station.count),
                    s("%1 s").arg(static_cast<double>(station.took.count()) / 1000, 0, 'f', 2), codeText(station.ended),
                    notes.join(s(", "))});
  }
  return text + textTable({"station", "count", "took", "ended", "what happened"}, rows, s("lrrll"));
}

QString publishText(const std::vector<PublishReport>& reports) {
  if (reports.empty())
    return s("Nothing was due.");
  QStringList lines;
  for (const PublishReport& r : reports) {
    QString line = r.batchNo > 0 ? s("Batch %1: %2, %3 prices changed, %4 listed")
                                       .arg(r.batchNo)
                                       .arg(codeText(r.state))
                                       .arg(r.prices)
                                       .arg(r.listed)
                                 : s("Complete price lists: %1, %2 prices").arg(codeText(r.state)).arg(r.listed);
    if (r.notPublished > 0)
      line += s("\n  %1 held back at the last moment: outside their bounds, or changed meanwhile").arg(r.notPublished);
    if (r.error)
      line += s("\n  ") + errorText(*r.error);
    for (const QString& file : r.files)
      line += s("\n  ") + file;
    lines << line;
  }
  return lines.join(u'\n');
}

QString importText(const QString& file, const ImportReport& report) {
  QString text;
  if (report.nothingChanged) {
    text = s("%1: %2 rows read, nothing new. Nothing was changed.").arg(file).arg(report.read);
  } else {
    text = s("%1: %2 rows read, %3 new, %4 changed, %5 the same, %6 skipped, %7 rejected (%8)")
               .arg(file)
               .arg(report.read)
               .arg(report.added)
               .arg(report.changed)
               .arg(report.same)
               .arg(report.skipped)
               .arg(report.rejected)
               .arg(humanDuration(report.took));
    text += s("\n  batch %1 (take it back with: import --undo %1)").arg(report.batchId.toString());
  }
  for (auto it = report.rejectedBy.begin(); it != report.rejectedBy.end(); ++it)
    text += s("\n  rejected %1: %2").arg(it.value()).arg(codeText(it.key()));
  if (!report.rejectFile.isEmpty())
    text += s("\n  every rejected row, with line and reason: ") + report.rejectFile;
  for (auto it = report.heldBack.begin(); it != report.heldBack.end(); ++it)
    text += s("\n  held back %1: %2").arg(it.value()).arg(codeText(it.key()));
  if (!report.created.isEmpty())
    text += s("\n  made on the way: ") + report.created.join(s(", "));
  for (const QString& note : report.notes)
    text += s("\n  note: ") + codeText(note);
  return text;
}

} // namespace pricewright

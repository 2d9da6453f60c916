// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DecisionRows.h"

#include "base/Parallel.h"
#include "decision/Fields.h"

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr std::size_t kGrain = 256;
constexpr int kCompression = 1;            // the fastest; a case shrinks to about a fifth
constexpr quint32 kLargestCase = 1u << 30; // bytes of text
constexpr quint32 kMostShrunk = 1100;      // deflate never shrinks by more than 1032

std::string_view viewOf(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

// Models compute in doubles; a column for sorting holds millionths.
qint64 micros(double value) {
  constexpr double kMost = 9.0e18;
  if (std::isnan(value))
    return 0;
  return std::llround(std::clamp(value * 1e6, -kMost, kMost));
}

qint64 minorOf(const Money& price) { return price.isValid() && price.minor() > 0 ? price.minor() : 0; }

QString currencyOf(const PriceDecision& d) {
  const Money& known = d.current.isValid() ? d.current : d.proposed;
  return known.isValid() ? known.currency().code() : QString();
}

Money priceOf(qint64 minor, Currency currency) { return minor > 0 ? Money(minor, currency) : Money(); }

Status unpackInto(PriceDecision& d, const QByteArray& bytes, StringPool& pool) {
  Evidence<PriceDecision> evidence{d};
  if (const Status read = fromText(viewOf(bytes), pool, evidence); !read)
    return damagedRow("decision", d.id.toString(), QStringLiteral("evidence")).causedBy(read.error());
  return {};
}

void bindContent(Query& q, const PriceDecision& d) {
  const Recommendation& r = d.recommendation;
  q.bind(1, decisionStateName(d.state)).bind(2, minorOf(d.proposed)).bind(3, d.contentHash);
  q.bind(4, routeName(d.guarded.route)).bind(5, d.guarded.primaryReason).bind(6, micros(r.effect.profit));
  q.bind(7, micros(r.effect.profitLow)).bind(8, micros(r.effect.profitHigh)).bind(9, micros(r.valueAtStake));
  std::isfinite(r.confidence) ? q.bind(10, r.confidence) : q.bindNull(10);
  q.bind(11, viewOf(toText(Evidence<const PriceDecision>{d}, Layout::Tables))).bind(12, d.editedBy).bind(13, d.batchNo);
  q.bind(14, toMillis(d.expiresAt));
  d.decidedAt ? q.bind(15, toMillis(*d.decidedAt)) : q.bindNull(15);
}

} // namespace

const char kDecisionColumns[] =
    "SELECT d.id, d.cycle_id, d.case_id, d.listing_no, d.state, d.current_minor, d.proposed_minor, d.currency, "
    "d.content_hash, d.evidence, d.proposed_by, d.edited_by, d.batch_no, d.created_ms, d.expires_ms, d.decided_ms, "
    "d.version FROM decision d ";

Result<DecisionRow> readDecisionRow(const Query& q) {
  DecisionRow row;
  PriceDecision& d = row.decision;
  const std::optional<DecisionState> state = decisionStateFrom(q.text(4));
  const Result<Id> id = Id::parse(q.text(0));
  const Result<Currency> currency = q.utf8(7).empty() ? Result<Currency>(Currency()) : Currency::fromCode(q.text(7));
  if (!id || !state || !currency)
    return damagedRow("decision", q.text(0), q.text(7));
  d.id = *id;
  d.cycleId = q.text(1);
  d.caseId = q.text(2);
  d.listingNo = smallInteger(q, 3);
  d.state = *state;
  d.current = priceOf(q.integer(5), *currency);
  d.proposed = priceOf(q.integer(6), *currency);
  d.contentHash = q.text(8);
  row.evidence = q.blob(9);
  d.proposedBy = q.text(10);
  d.editedBy = q.text(11);
  d.batchNo = optionalInteger(q, 12);
  d.createdAt = fromMillis(q.integer(13));
  d.expiresAt = fromMillis(q.integer(14));
  d.decidedAt = optionalInstant(q, 15);
  d.version = q.integer(16);
  return row;
}

Result<std::vector<PriceDecision>> unpackDecisions(std::vector<DecisionRow> rows) {
  std::vector<Status> unpacked(rows.size());
  parallelFor(rows.size(), kGrain, {}, [&](std::size_t begin, std::size_t end) {
    StringPool pool;
    for (std::size_t i = begin; i < end; ++i) {
      unpacked[i] = unpackInto(rows[i].decision, rows[i].evidence, pool);
      rows[i].evidence = QByteArray(); // ten thousand of them are not small
    }
  });
  std::vector<PriceDecision> decisions;
  decisions.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    PW_CHECK(std::move(unpacked[i]));
    decisions.push_back(std::move(rows[i].decision));
  }
  return decisions;
}

Status checkDecision(const PriceDecision& d) {
  if (d.id.isNull())
    return fail(QStringLiteral("decision.without-id"), {{QStringLiteral("sku"), d.skuCode}});
  if (d.current.isValid() && d.proposed.isValid() && !d.current.sameCurrency(d.proposed))
    return fail(QStringLiteral("decision.wrong-currency"),
                {{QStringLiteral("decision"), d.id.toString()}, {QStringLiteral("sku"), d.skuCode}});
  return {};
}

Status insertDecision(Database& db, const PriceDecision& d, const QString& cycleId, const QString& caseId) {
  PW_TRY(Query q,
         Query::prepare(db, "INSERT INTO decision (state, proposed_minor, content_hash, route, primary_reason, "
                            "profit_micro, profit_low_micro, profit_high_micro, stake_micro, confidence, evidence, "
                            "edited_by, batch_no, expires_ms, decided_ms, id, cycle_id, case_id, listing_no, "
                            "current_minor, currency, proposed_by, created_ms, version) VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
                            "?20, ?21, ?22, ?23, ?24)"));
  bindContent(q, d);
  q.bind(16, d.id.toString()).bind(17, cycleId).bind(18, caseId).bind(19, d.listingNo).bind(20, minorOf(d.current));
  q.bind(21, currencyOf(d)).bind(22, d.proposedBy).bind(23, toMillis(d.createdAt)).bind(24, d.version);
  return q.run();
}

Result<bool> updateDecision(Database& db, const PriceDecision& d, qint64 expectedVersion) {
  PW_TRY(Query q,
         Query::prepare(db, "UPDATE decision SET state = ?1, proposed_minor = ?2, content_hash = ?3, route = ?4, "
                            "primary_reason = ?5, profit_micro = ?6, profit_low_micro = ?7, profit_high_micro = ?8, "
                            "stake_micro = ?9, confidence = ?10, evidence = ?11, edited_by = ?12, batch_no = ?13, "
                            "expires_ms = ?14, decided_ms = ?15, current_minor = ?18, currency = ?19, "
                            "version = version + 1 WHERE id = ?16 AND version = ?17"));
  bindContent(q, d);
  q.bind(16, d.id.toString()).bind(17, expectedVersion).bind(18, minorOf(d.current)).bind(19, currencyOf(d));
  PW_CHECK(q.run());
  return q.changes() == 1;
}

PackedCase packCase(const PricingCase& c) {
  const QByteArray text = toText(c);
  return {sha256Hex(text), qCompress(text, kCompression)};
}

Result<PricingCase> unpackCase(const QString& caseId, const PackedCase& packed) {
  const auto damaged = [&](const char* why) {
    return fail(QStringLiteral("decision.case-damaged"),
                {{QStringLiteral("case"), caseId}, {QStringLiteral("why"), QString::fromLatin1(why)}});
  };
  // The first four bytes say how long the text is. Damaged ones must not decide how much memory is asked for.
  if (packed.blob.size() < 6)
    return damaged("size");
  const auto byte = [&](int i) { return static_cast<quint32>(static_cast<uchar>(packed.blob[i])); };
  const quint32 size = byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
  if (size > kLargestCase || size / kMostShrunk > static_cast<quint32>(packed.blob.size()))
    return damaged("size");
  const QByteArray text = qUncompress(packed.blob);
  if (text.isEmpty() || sha256Hex(text) != packed.sha256)
    return damaged("sha256");
  StringPool pool;
  PricingCase c;
  if (const Status read = fromText(viewOf(text), pool, c); !read)
    return damaged("content").causedBy(read.error());
  return c;
}

} // namespace pricewright

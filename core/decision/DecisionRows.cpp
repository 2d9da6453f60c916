// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DecisionRows.h"

#include "base/Parallel.h"
#include "decision/Fields.h"

#include <cmath>
#include <limits>

namespace pricewright {
namespace {

constexpr std::size_t kRowGrain = 256;
constexpr qsizetype kPiece = 1 << 20;      // bytes of evidence that are read into one piece
constexpr int kCompression = 1;            // the fastest; a case shrinks to about a fifth
constexpr quint32 kLargestCase = 1u << 30; // bytes of text
constexpr quint32 kMostShrunk = 1100;      // deflate never shrinks by more than 1032

std::string_view viewOf(const QByteArray& bytes) { return {bytes.constData(), static_cast<std::size_t>(bytes.size())}; }

qint64 minorOf(const Money& price) { return price.isValid() && price.minor() > 0 ? price.minor() : 0; }

QString currencyOf(const PriceDecision& d) {
  const Money& known = d.current.isValid() ? d.current : d.proposed;
  return known.isValid() ? known.currency().code() : QString();
}

Money priceOf(qint64 minor, Currency currency) { return minor > 0 ? Money(minor, currency) : Money(); }

Status unpackInto(DecisionRow& row, StringPool& pool) {
  Named<PriceDecision> named{row.decision};
  if (const Status read = fromText(viewOf(row.summary), pool, named); !read)
    return damagedRow("decision", row.decision.id.toString(), QStringLiteral("summary")).causedBy(read.error());
  Evidence<PriceDecision> evidence{row.decision};
  if (const Status read = fromText(viewOf(row.evidence).substr(row.start, row.size), pool, evidence); !read)
    return damagedRow("decision", row.decision.id.toString(), QStringLiteral("evidence")).causedBy(read.error());
  row.evidence = QByteArray(); // the piece goes with its last row
  return {};
}

void bindContent(Query& q, const PriceDecision& d, const QByteArray& summary) {
  const Recommendation& r = d.recommendation;
  q.bind(1, decisionStateName(d.state)).bind(2, minorOf(d.proposed)).bind(3, d.contentHash);
  q.bind(4, routeName(d.guarded.route)).bind(5, d.guarded.primaryReason).bind(6, microsOf(r.effect.profit));
  q.bind(7, microsOf(r.effect.profitLow)).bind(8, microsOf(r.effect.profitHigh)).bind(9, microsOf(r.valueAtStake));
  std::isfinite(r.confidence) ? q.bind(10, r.confidence) : q.bindNull(10);
  q.bind(11, viewOf(summary)).bind(12, d.editedBy).bind(13, d.batchNo);
  q.bind(14, toMillis(d.expiresAt));
  d.decidedAt ? q.bind(15, toMillis(*d.decidedAt)) : q.bindNull(15);
}

} // namespace

// Models compute in doubles; a column for sorting holds millionths.
qint64 microsOf(double value) {
  constexpr double kMost = 9.0e18;
  if (std::isnan(value))
    return 0;
  return std::llround(std::clamp(value * 1e6, -kMost, kMost));
}

const char kDecisionColumns[] =
    "SELECT d.id, d.cycle_id, d.case_id, d.listing_no, d.state, d.current_minor, d.proposed_minor, d.currency, "
    "d.content_hash, d.summary, d.proposed_by, d.edited_by, d.batch_no, d.created_ms, d.expires_ms, d.decided_ms, "
    "d.version, d.no FROM decision d ";

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
  row.summary = q.blob(9);
  d.proposedBy = q.text(10);
  d.editedBy = q.text(11);
  d.batchNo = optionalInteger(q, 12);
  d.createdAt = fromMillis(q.integer(13));
  d.expiresAt = fromMillis(q.integer(14));
  d.decidedAt = optionalInstant(q, 15);
  d.version = q.integer(16);
  row.no = q.integer(17);
  return row;
}

Status readEvidence(Database& db, std::vector<DecisionRow>& rows) {
  std::vector<DecisionRow*> stored(rows.size());
  std::transform(rows.begin(), rows.end(), stored.begin(), [](DecisionRow& row) { return &row; });
  std::sort(stored.begin(), stored.end(), [](const DecisionRow* a, const DecisionRow* b) { return a->no < b->no; });
  PW_TRY(Query q, Query::prepare(db, "SELECT content FROM decision_evidence WHERE decision_no = ?1"));
  QByteArray piece;
  std::vector<DecisionRow*> inPiece;
  const auto close = [&] {
    for (DecisionRow* row : inPiece)
      row->evidence = piece; // shared
    inPiece.clear();
    piece = QByteArray();
  };
  for (DecisionRow* row : stored) {
    PW_TRY(const bool there, q.bind(1, row->no).step());
    if (!there)
      return damagedRow("decision", row->decision.id.toString(), QStringLiteral("evidence"));
    const std::string_view text = q.utf8(0);
    if (piece.size() + static_cast<qsizetype>(text.size()) > kPiece)
      close();
    if (stored.size() > 100 && piece.isEmpty())
      piece.reserve(kPiece);
    row->start = static_cast<std::size_t>(piece.size());
    row->size = text.size();
    piece.append(text.data(), static_cast<qsizetype>(text.size()));
    inPiece.push_back(row);
  }
  close();
  return {};
}

Result<std::vector<PriceDecision>> unpackDecisions(std::vector<DecisionRow> rows) {
  std::vector<Status> unpacked(rows.size());
  parallelFor(rows.size(), kRowGrain, {}, [&](std::size_t begin, std::size_t end) {
    StringPool pool;
    for (std::size_t i = begin; i < end; ++i)
      unpacked[i] = unpackInto(rows[i], pool);
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

PackedDecision packDecision(const PriceDecision& d) {
  return {toText(summaryOf(d)), toText(Evidence<const PriceDecision>{d}, Layout::Tables)};
}

Status insertDecision(Database& db, const PriceDecision& d, const PackedDecision& packed, const QString& cycleId,
                      const QString& caseId) {
  PW_TRY(Query q,
         Query::prepare(db, "INSERT INTO decision (state, proposed_minor, content_hash, route, primary_reason, "
                            "profit_micro, profit_low_micro, profit_high_micro, stake_micro, confidence, summary, "
                            "edited_by, batch_no, expires_ms, decided_ms, id, cycle_id, case_id, listing_no, "
                            "current_minor, currency, proposed_by, created_ms, version) VALUES "
                            "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, "
                            "?20, ?21, ?22, ?23, ?24)"));
  bindContent(q, d, packed.summary);
  q.bind(16, d.id.toString()).bind(17, cycleId).bind(18, caseId).bind(19, d.listingNo).bind(20, minorOf(d.current));
  q.bind(21, currencyOf(d)).bind(22, d.proposedBy).bind(23, toMillis(d.createdAt)).bind(24, d.version);
  PW_CHECK(q.run());
  PW_TRY(Query beside, Query::prepare(db, "INSERT INTO decision_evidence (decision_no, content) VALUES (?1, ?2)"));
  return beside.bind(1, q.lastRowId()).bind(2, viewOf(packed.evidence)).run();
}

Result<bool> updateDecision(Database& db, const PriceDecision& d, qint64 expectedVersion) {
  PW_TRY(Query q,
         Query::prepare(db, "UPDATE decision SET state = ?1, proposed_minor = ?2, content_hash = ?3, route = ?4, "
                            "primary_reason = ?5, profit_micro = ?6, profit_low_micro = ?7, profit_high_micro = ?8, "
                            "stake_micro = ?9, confidence = ?10, summary = ?11, edited_by = ?12, batch_no = ?13, "
                            "expires_ms = ?14, decided_ms = ?15, current_minor = ?18, currency = ?19, "
                            "version = version + 1 WHERE id = ?16 AND version = ?17"));
  const PackedDecision packed = packDecision(d);
  bindContent(q, d, packed.summary);
  q.bind(16, d.id.toString()).bind(17, expectedVersion).bind(18, minorOf(d.current)).bind(19, currencyOf(d));
  PW_CHECK(q.run());
  if (q.changes() != 1)
    return false;
  // Most changes leave the evidence as it is.
  PW_TRY(Query beside, Query::prepare(db, "UPDATE decision_evidence SET content = ?2 WHERE decision_no = "
                                          "(SELECT no FROM decision WHERE id = ?1) AND content <> ?2"));
  PW_CHECK(beside.bind(1, d.id.toString()).bind(2, viewOf(packed.evidence)).run());
  return true;
}

PackedCase packCase(const PricingCase& c) {
  const QByteArray text = toText(c);
  return {sha256Hex(text), qCompress(text, kCompression)};
}

Result<bool> insertCase(Database& db, const QString& caseId, const QString& cycleId, const QString& key,
                        const PackedCase& packed) {
  PW_TRY(Query find, Query::prepare(db, "SELECT sha256 FROM pricing_case WHERE id = ?1"));
  PW_TRY(const bool there, find.bind(1, caseId).step());
  if (there && find.text(0) != packed.sha256)
    return fail(QStringLiteral("decision.case-differs"), {{QStringLiteral("case"), caseId}});
  if (there)
    return false;
  PW_TRY(Query q, Query::prepare(db, "INSERT INTO pricing_case (id, cycle_id, case_key, sha256, content) "
                                     "VALUES (?1, ?2, ?3, ?4, ?5)"));
  q.bind(1, caseId).bind(2, cycleId).bind(3, key).bind(4, packed.sha256);
  PW_CHECK(q.bind(5, packed.blob).run());
  return true;
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

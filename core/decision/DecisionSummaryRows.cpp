// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "decision/DecisionRows.h"

#include "base/Parallel.h"
#include "decision/Fields.h"

namespace pricewright {
namespace {

constexpr std::size_t kSummaryGrain = 512;

double fromMicros(const Query& q, int column) { return static_cast<double>(q.integer(column)) / 1e6; }

struct Unread {
  std::size_t index = 0;
  qint64 no = 0;
  QByteArray text;
  Status read;
};

Result<DecisionSummary> readColumns(const Query& q, DecisionState state, CurrencyReader& currencies) {
  DecisionSummary s;
  const Result<Id> id = Id::parse(q.text(4));
  const std::optional<Currency> currency = q.utf8(5).empty() ? Currency() : currencies.read(q.utf8(5));
  if (!id || !currency)
    return damagedRow("decision", q.text(4), q.text(5));
  s.id = *id;
  s.state = state;
  s.version = q.integer(1);
  s.contentHash = q.text(2);
  const auto price = [&](int column) { return q.integer(column) > 0 ? Money(q.integer(column), *currency) : Money(); };
  s.current = price(6);
  s.proposed = price(7);
  s.primaryReason = q.text(8);
  s.profit = fromMicros(q, 9);
  s.profitLow = fromMicros(q, 10);
  s.profitHigh = fromMicros(q, 11);
  s.valueAtStake = fromMicros(q, 12);
  s.confidence = q.real(13);
  s.expiresAt = fromMillis(q.integer(14));
  return s;
}

bool isKnown(const DecisionSummary& s, const Query& q) {
  const QByteArray hash = s.contentHash.toLatin1();
  return s.version == q.integer(1) &&
         q.utf8(2) == std::string_view(hash.constData(), static_cast<std::size_t>(hash.size()));
}

void unpack(std::vector<Unread>& unread, std::vector<DecisionSummary>& all) {
  parallelFor(unread.size(), kSummaryGrain, {}, [&](std::size_t begin, std::size_t end) {
    StringPool pool;
    for (std::size_t i = begin; i < end; ++i) {
      const QByteArray& text = unread[i].text;
      unread[i].read = fromText(std::string_view(text.constData(), static_cast<std::size_t>(text.size())), pool,
                                all[unread[i].index]);
    }
  });
}

} // namespace

const char kSummarySql[] =
    "SELECT d.no, d.version, d.content_hash, b.release_ms, d.id, d.currency, d.current_minor, d.proposed_minor, "
    "d.primary_reason, d.profit_micro, d.profit_low_micro, d.profit_high_micro, d.stake_micro, d.confidence, "
    "d.expires_ms, d.summary FROM decision d LEFT JOIN price_batch b ON b.no = d.batch_no WHERE d.state = ?1 "
    "ORDER BY d.stake_micro DESC, d.id";

Result<std::vector<DecisionSummary>> readSummaries(Query& q, DecisionState state,
                                                   std::unordered_map<qint64, DecisionSummary>& known) {
  std::vector<DecisionSummary> all;
  std::vector<Unread> unread;
  std::vector<std::optional<Instant>> releases; // a batch moves without its decisions
  CurrencyReader currencies;
  q.bind(1, decisionStateName(state));
  PW_CHECK(eachRow(q, [&]() -> Status {
    releases.push_back(optionalInstant(q, 3));
    const auto found = known.find(q.integer(0));
    if (found != known.end() && found->second.state == state && isKnown(found->second, q)) {
      all.push_back(found->second);
      return {};
    }
    PW_TRY(DecisionSummary s, readColumns(q, state, currencies));
    unread.push_back({all.size(), q.integer(0), q.blob(15), {}});
    all.push_back(std::move(s));
    return {};
  }));
  unpack(unread, all);
  for (const Unread& one : unread) {
    if (!one.read)
      return damagedRow("decision", all[one.index].id.toString(), QStringLiteral("summary")).causedBy(one.read.error());
    known.insert_or_assign(one.no, all[one.index]);
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].releaseAt = releases[i];
  return all;
}

} // namespace pricewright

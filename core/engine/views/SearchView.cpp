// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/views/SearchView.h"

#include "audit/JournalQuery.h"
#include "catalog/Rows.h"
#include "engine/OneMoment.h"

#include <set>

namespace pricewright {
namespace {

constexpr int kLongestQuery = 200, kMostWords = 12, kLeastForJournal = 3, kLeastForId = 8;
constexpr std::chrono::milliseconds kJournal(25);

#define PW_DECISIONS                                                                                                   \
  "SELECT d.id, d.state, d.current_minor, d.proposed_minor, d.currency, s.code, z.code FROM decision d JOIN listing "  \
  "l "                                                                                                                 \
  "ON l.no = d.listing_no JOIN sku s ON s.no = l.sku_no JOIN price_zone z ON z.no = l.zone_no "

class Search {
 public:
  Search(Workspace& w, QString words, int most, const JobContext& job)
      : m_db(w.database()), m_words(std::move(words)), m_most(most), m_job(job) {}

  Result<std::vector<SearchHit>> run() {
    m_expression = searchExpression(m_words);
    if (m_expression.isEmpty() || m_most < 1)
      return std::vector<SearchHit>{};
    PW_CHECK(products());
    PW_CHECK(decisions());
    PW_CHECK(offers());
    PW_CHECK(entries());
    return std::move(m_hits);
  }

 private:
  bool stopped() const { return m_job.cancelled(); }

  Status products() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT s.code, s.name, s.brand, c.name, (SELECT count(*) FROM listing l "
                                         "WHERE l.sku_no = s.no), s.no FROM search_text t JOIN sku s ON s.no = "
                                         "t.rowid / 2 JOIN category c ON c.no = s.category_no WHERE t.words MATCH ?1 "
                                         "AND t.rowid % 2 = 0 ORDER BY s.code <> ?2, t.rank, s.code LIMIT ?3"));
    q.bind(1, m_expression).bind(2, m_words).bind(3, m_most);
    return eachRow(q, [&]() -> Status {
      if (stopped())
        return fail(QStringLiteral("engine.cancelled"));
      SearchHit hit;
      hit.kind = SearchHit::Kind::Product;
      hit.sku = q.text(0);
      hit.title = q.text(0) + QStringLiteral("  ") + q.text(1);
      hit.detail = q.text(3);
      m_skus.push_back(q.integer(5));
      m_hits.push_back(std::move(hit));
      return {};
    });
  }

  // Those that wait of the products found, then the newest others; or by the beginning of an id.
  Status decisions() {
    const bool byId = m_words.size() >= kLeastForId && m_words.front().isLetterOrNumber();
    int left = m_most;
    if (byId) {
      PW_TRY(Query q, Query::prepare(m_db, PW_DECISIONS "WHERE d.id >= ?1 AND d.id < ?2 LIMIT ?3"));
      const QString from = m_words.toLower();
      q.bind(1, from).bind(2, from + QChar(0x7e)).bind(3, left);
      PW_CHECK(takeDecisions(q, left));
    }
    for (const qint64 sku : m_skus) {
      if (left < 1 || stopped())
        break;
      PW_TRY(Query q, Query::prepare(m_db, PW_DECISIONS "WHERE d.listing_no IN (SELECT no FROM listing WHERE sku_no = "
                                                        "?1) AND d.state IN ('pending', 'approved', 'held', "
                                                        "'published', 'rejected') ORDER BY d.state <> 'pending', "
                                                        "d.created_ms DESC, d.no DESC LIMIT ?2"));
      q.bind(1, sku).bind(2, left);
      PW_CHECK(takeDecisions(q, left));
    }
    return {};
  }

  Status takeDecisions(Query& q, int& left) {
    CurrencyReader currencies;
    return eachRow(q, [&]() -> Status {
      const auto currency = currencies.read(q.utf8(4));
      if (!currency || left < 1)
        return {};
      SearchHit hit;
      hit.kind = SearchHit::Kind::Decision;
      hit.decision = idOf(q, 0);
      hit.waits = q.utf8(1) == "pending";
      hit.sku = q.text(5);
      hit.title = QStringLiteral("%1 · %2").arg(q.text(5), q.text(6));
      hit.now = Money(q.integer(2), *currency);
      hit.proposed = Money(q.integer(3), *currency);
      hit.detail = q.text(1); // a state's code
      m_hits.push_back(std::move(hit));
      --left;
      return {};
    });
  }

  Status offers() {
    PW_TRY(Query q, Query::prepare(m_db, "SELECT c.name, m.title, s.code FROM search_text t JOIN product_match m ON "
                                         "m.no = t.rowid / 2 JOIN competitor c ON c.no = m.competitor_no JOIN listing "
                                         "l ON l.no = m.listing_no JOIN sku s ON s.no = l.sku_no WHERE t.words MATCH "
                                         "?1 AND t.rowid % 2 = 1 LIMIT ?2"));
    q.bind(1, m_expression).bind(2, 8 * m_most);
    std::set<std::pair<QString, QString>> seen; // one product in many zones is one hit
    return eachRow(q, [&]() -> Status {
      if (int(seen.size()) >= m_most || !seen.insert({q.text(0), q.text(1)}).second)
        return {};
      SearchHit hit;
      hit.kind = SearchHit::Kind::Offer;
      hit.title = q.text(0) + QStringLiteral("  ") + q.text(1);
      hit.detail = hit.sku = q.text(2);
      m_hits.push_back(std::move(hit));
      return {};
    });
  }

  Status entries() {
    QString digits = m_words;
    if (digits.startsWith(QLatin1Char('#')))
      digits.remove(0, 1);
    bool number = false;
    const qint64 sequence = digits.toLongLong(&number);
    if (number && sequence > 0) {
      PW_TRY(const auto row, JournalQuery::entry(m_db, sequence));
      if (row)
        addEntry(*row);
      return {};
    }
    if (m_words.size() < kLeastForJournal || stopped())
      return {};
    JournalFilter filter;
    filter.text = m_words;
    PW_TRY(const JournalPage page, JournalQuery(m_db, filter).page({}, m_most, m_job, kJournal));
    for (const JournalRow& row : page.rows)
      addEntry(row);
    return {};
  }

  void addEntry(const JournalRow& row) {
    SearchHit hit;
    hit.kind = SearchHit::Kind::Entry;
    hit.sequence = row.sequence;
    hit.title = row.kind; // a code
    hit.detail = row.actor;
    m_hits.push_back(std::move(hit));
  }

  Database& m_db;
  QString m_words, m_expression;
  int m_most;
  const JobContext& m_job;
  std::vector<qint64> m_skus;
  std::vector<SearchHit> m_hits;
};

} // namespace

QString searchExpression(const QString& words) {
  QString expression, word;
  int count = 0;
  const auto close = [&] {
    if (!word.isEmpty() && count < kMostWords) {
      expression += (count++ > 0 ? QStringLiteral(" ") : QString()) + QLatin1Char('"') + word + QStringLiteral("\"*");
    }
    word.clear();
  };
  for (const QChar c : words.left(kLongestQuery)) {
    if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
      word += c;
    else
      close();
  }
  close();
  return expression;
}

Result<std::vector<SearchHit>> searchWorkspace(Workspace& w, const QString& words, int most, const JobContext& job) {
  return ofOneMoment(w.database(), [&] { return Search(w, words.trimmed().left(kLongestQuery), most, job).run(); });
}

} // namespace pricewright

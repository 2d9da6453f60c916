// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The audit journal: how fast entries are appended and a chain of 100,000 is verified, beside what SHA-256 and SQLite
// do alone with the same bytes on this machine.
#include "audit/Journal.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <openssl/evp.h>

using namespace pricewright;

namespace {

constexpr int kEntries = 100'000;
constexpr int kEntriesPerCommit = 1'000;
constexpr int kRuns = 5;

double secondsOf(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double bestOf(int runs, const std::function<void()>& work) {
  double best = secondsOf(work);
  for (int i = 1; i < runs; ++i)
    best = std::min(best, secondsOf(work));
  return best;
}

void row(const char* what, double seconds, double count, const char* unit) {
  std::printf("%-52s %9.3f s %12.0f %s/s\n", what, seconds, count / seconds, unit);
}

template <class T> T must(Result<T> result) {
  if (result)
    return std::move(*result);
  std::fprintf(stderr, "%s\n", qPrintable(result.error().debugText()));
  std::exit(1);
}
void must(const Status& status) {
  if (status)
    return;
  std::fprintf(stderr, "%s\n", qPrintable(status.error().debugText()));
  std::exit(1);
}

// The size and shape of an approval.
QJsonObject bodyOf(int i) {
  return {{QStringLiteral("contentHash"), QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0'))},
          {QStringLiteral("from"), QStringLiteral("3.49")},
          {QStringLiteral("to"), QStringLiteral("3.%1").arg(i % 100)},
          {QStringLiteral("currency"), QStringLiteral("USD")},
          {QStringLiteral("reason"), QStringLiteral("step")},
          {QStringLiteral("comment"), QStringLiteral("Seen at the shelf, \"ok\"")}};
}

void appendAll(Database& db, Journal& journal) {
  const Actor anna{QStringLiteral("anna"), QStringLiteral("manager"), true};
  for (int i = 0; i < kEntries;) {
    Transaction t = must(Transaction::begin(db));
    for (int k = 0; k < kEntriesPerCommit; ++k, ++i)
      must(journal.append(anna, QStringLiteral("decision.approved"), QStringLiteral("decision"), QString::number(i),
                          bodyOf(i)));
    must(t.commit());
  }
}

// SQLite's own rate: the same rows into tables of the same shape and indexes, without hashing or JSON.
void insertRaw(Database& db) {
  must(db.execute(QStringLiteral(
      "CREATE TABLE raw_entry (sequence INTEGER PRIMARY KEY, at_ms INTEGER, actor TEXT, role TEXT, kind TEXT, t TEXT, "
      "r TEXT, body TEXT, previous_hash BLOB, hash BLOB) STRICT; CREATE INDEX raw_by_subject ON raw_entry (t, r);"
      "CREATE TABLE raw_outbox (sequence INTEGER PRIMARY KEY, change_id TEXT UNIQUE, t TEXT, r TEXT, o TEXT, p BLOB, "
      "at_ms INTEGER, sent_ms INTEGER) STRICT")));
  for (int from = 0; from < kEntries; from += kEntriesPerCommit) {
    Transaction t = must(Transaction::begin(db));
    for (const char* sql : {"INSERT INTO raw_entry SELECT * FROM audit_entry WHERE sequence > ?1 AND sequence <= ?2",
                            "INSERT INTO raw_outbox SELECT * FROM outbox WHERE sequence > ?1 AND sequence <= ?2"}) {
      Query q = must(Query::prepare(db, sql));
      must(q.bind(1, from).bind(2, from + kEntriesPerCommit).run());
    }
    must(t.commit());
  }
}

qint64 hashRaw(const std::vector<std::string>& texts) {
  EVP_MD* md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  unsigned char digest[32];
  EVP_DigestInit_ex2(context, md, nullptr);
  qint64 bytes = 0;
  for (const std::string& text : texts) {
    EVP_DigestInit_ex2(context, nullptr, nullptr);
    EVP_DigestUpdate(context, text.data(), text.size());
    EVP_DigestFinal_ex(context, digest, nullptr);
    bytes += static_cast<qint64>(text.size());
  }
  EVP_MD_CTX_free(context);
  EVP_MD_free(md);
  return bytes;
}

void readRaw(Database& db) {
  Query q = must(Query::prepare(db, "SELECT * FROM audit_entry ORDER BY sequence"));
  std::size_t bytes = 0;
  while (must(q.step()))
    for (int column = 0; column < 10; ++column)
      bytes += q.utf8(column).size();
  if (bytes == 0)
    std::exit(1);
}

// The canonical text of an average entry: what it holds, and about 190 bytes of keys, numbers and the hash before it.
std::size_t textSize(Database& db) {
  Query q =
      must(Query::prepare(db, "SELECT avg(length(CAST(body AS BLOB)) + length(actor) + length(role) + length(kind) + "
                              "length(subject_table) + length(subject_id)) FROM audit_entry"));
  return must(q.step()) ? static_cast<std::size_t>(q.real(0)) + 190 : 0;
}

} // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);
  const QTemporaryDir folder;
  const std::unique_ptr<Database> db = must(Database::open(folder.filePath(QStringLiteral("w")), OpenMode::CreateNew));
  const SystemClock clock;
  IdSource ids(clock);
  Journal journal(*db, clock, ids);

  std::printf("%d entries, %d a commit\n", kEntries, kEntriesPerCommit);
  row("append (entry + outbox row)", secondsOf([&] { appendAll(*db, journal); }), kEntries, "entries");
  row("  SQLite alone, the same rows and indexes", secondsOf([&] { insertRaw(*db); }), kEntries, "entries");
  row("one append a commit (fsync each)", secondsOf([&] {
        for (int i = 0; i < 200; ++i) {
          Transaction t = must(Transaction::begin(*db));
          must(journal.append(systemActor(), QStringLiteral("k"), QStringLiteral("t"), QString::number(i), bodyOf(i)));
          must(t.commit());
        }
      }),
      200, "commits");

  bool intact = true;
  const double verify = bestOf(kRuns, [&] { intact = intact && must(journal.verify()).intact(); });
  row("verify the chain", verify, kEntries + 200, "entries");
  row("  SQLite alone, reading the same columns", bestOf(kRuns, [&] { readRaw(*db); }), kEntries + 200, "entries");
  const std::vector<std::string> texts(kEntries + 200, std::string(textSize(*db), 'x'));
  qint64 bytes = 0;
  const double sha = bestOf(kRuns, [&] { bytes = hashRaw(texts); });
  row("  SHA-256 alone, texts of the same size", sha, kEntries + 200, "entries");
  row("  SHA-256 alone", sha, static_cast<double>(bytes) / 1e6, "MB");
  std::printf("chain intact: %s; limit for 100,000 entries: 0.500 s\n", intact ? "yes" : "NO");
  return intact ? 0 : 1;
}

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/DeviceKey.h"
#include "audit/Proof.h"
#include "audit/ProofLines.h"
#include "base/Json.h"

#include <QJsonArray>

namespace pricewright {
namespace {

constexpr qint64 kLongestLine = qint64(64) * 1024 * 1024;
constexpr qint64 kLinesBetweenLooks = 1'024; // lines

QByteArray text(const QJsonObject& object, const char* key) {
  return object.value(QLatin1String(key)).toString().toUtf8();
}
// The lines of a file, in one piece of memory that is used again and grows with the longest of them: a line is valid
// until the next one is read.
class Lines {
 public:
  explicit Lines(QIODevice& in) : m_in(in) {}
  QByteArray next() {
    std::size_t size = 0;
    for (;;) {
      const qint64 got = m_in.readLine(m_memory.data() + size, qint64(m_memory.size() - size)); // with a 0 behind it
      if (got <= 0)
        break;
      size += std::size_t(got);
      if (m_memory[size - 1] == '\n' || size + 1 < m_memory.size() || m_memory.size() > std::size_t(kLongestLine))
        break;
      m_memory.resize(std::min(2 * m_memory.size(), std::size_t(kLongestLine) + 1));
    }
    return size > 0 ? QByteArray::fromRawData(m_memory.data(), qsizetype(size)) : QByteArray();
  }

 private:
  QIODevice& m_in;
  std::vector<char> m_memory = std::vector<char>(65'536);
};

// 32 or 64 bytes as lower-case hexadecimal; empty where it is not that.
QByteArray unhex(const QByteArray& digits, qsizetype bytes) {
  const QByteArray value = QByteArray::fromHex(digits);
  return value.size() == bytes && value.toHex() == digits ? value : QByteArray();
}
// A whole number from 0 on; -1 where it is not that.
qint64 number(const QJsonObject& object, const char* key) {
  const QJsonValue value = object.value(QLatin1String(key));
  const qint64 whole = value.toInteger(-1);
  return whole >= 0 && whole < (qint64(1) << 53) ? whole : -1;
}

// Follows a proof line by line; the first thing that does not fit ends it.
class Checker {
 public:
  ProofReport report;

  bool firstLine(const QByteArray& line) {
    const Result<QJsonObject> parsed = parseObject(line);
    if (!parsed || text(*parsed, "format") != kProofFormat)
      return broken("not-a-proof");
    report.header = *parsed;
    if (number(*parsed, "version") != kProofVersion)
      return broken(number(*parsed, "version") > kProofVersion ? "newer-version" : "header");
    m_key = unhex(text(*parsed, "publicKey"), 32);
    report.fingerprint = m_key.isEmpty() ? QString() : keyFingerprint(m_key);
    report.from = number(*parsed, "from");
    report.to = number(*parsed, "to");
    const QJsonObject head = parsed->value(QLatin1String("head")).toObject();
    report.headSequence = number(head, "sequence");
    m_headHash = unhex(text(head, "hash"), 32);
    m_previous = unhex(text(*parsed, "previousHash"), 32);
    m_expected = report.from;
    const bool begins = report.from > 1 || m_previous == QByteArray(32, '\0');
    const bool complete = report.from >= 1 && report.to >= report.from - 1 && report.headSequence >= report.to &&
                          !m_headHash.isEmpty() && !m_previous.isEmpty() && begins;
    if (!complete || !isSigned(line, *parsed))
      return broken("header");
    return true;
  }

  bool line(const QByteArray& line) {
    if (line.startsWith(kEntryOpens))
      return entry(line);
    const Result<QJsonObject> parsed = parseObject(line);
    if (!parsed)
      return broken("line");
    if (parsed->contains(QLatin1String("leftOut")) && parsed->contains(QLatin1String("from")))
      return leftOut(line, *parsed);
    return text(*parsed, "format") == kProofEnd ? end(line, *parsed) : broken("line");
  }

  bool broken(const char* why) {
    report.brokenLine = m_line;
    report.why = QString::fromLatin1(why);
    return false;
  }
  void next() { ++m_line; }
  void digest(const QByteArray& line) { m_digest.add(line.constData(), std::size_t(line.size())); }
  bool ended() const { return m_ended; }
  double fraction() const {
    return report.to >= report.from ? double(m_expected - report.from) / double(report.to - report.from + 1) : 1.0;
  }

 private:
  // The line is canonical to the byte, and its signature is over the line without it.
  bool isSigned(const QByteArray& line, QJsonObject object) const {
    const QByteArray signature = unhex(text(object, "signature"), 64);
    if (signature.isEmpty() || line != canonicalJson(object) + '\n')
      return false;
    object.remove(QLatin1String("signature"));
    return deviceVerify(m_key, canonicalJson(object), signature);
  }

  bool entry(const QByteArray& line) {
    const qsizetype opens = qsizetype(sizeof kEntryOpens) - 1, closes = qsizetype(sizeof kEntryCloses) - 1;
    const qsizetype tail = qsizetype(sizeof kHashOpens) - 1 + kHexSize + closes;
    if (line.size() < opens + tail || !line.endsWith(kEntryCloses))
      return broken("line");
    const QByteArray content = line.mid(opens, line.size() - opens - tail);
    const QByteArray rest = line.right(tail);
    const QByteArray hash = unhex(rest.mid(qsizetype(sizeof kHashOpens) - 1, kHexSize), 32);
    if (!rest.startsWith(kHashOpens) || hash.isEmpty())
      return broken("line");
    if (sha256(content) != hash)
      return broken("hash");
    const Result<QJsonObject> parsed = parseObject(content);
    if (!parsed)
      return broken("line");
    if (number(*parsed, "sequence") != m_expected || m_expected > report.to)
      return broken("sequence");
    if (unhex(text(*parsed, "previousHash"), 32) != m_previous)
      return broken("link");
    m_previous = hash;
    ++m_expected;
    ++report.entries;
    return true;
  }

  bool leftOut(const QByteArray& line, const QJsonObject& object) {
    const QJsonArray hashes = object.value(QLatin1String("leftOut")).toArray();
    if (line != canonicalJson(object) + '\n' || hashes.isEmpty() || hashes.size() > kHashesALine || object.size() != 2)
      return broken("line");
    if (number(object, "from") != m_expected || m_expected + hashes.size() - 1 > report.to)
      return broken("sequence");
    for (const QJsonValue& value : hashes) {
      m_previous = unhex(value.toString().toUtf8(), 32);
      if (m_previous.isEmpty())
        return broken("line");
    }
    m_expected += hashes.size();
    report.leftOut += hashes.size();
    return true;
  }

  bool end(const QByteArray& line, const QJsonObject& object) {
    m_ended = true;
    if (m_expected != report.to + 1)
      return broken("sequence");
    if (report.to == report.headSequence && m_previous != m_headHash)
      return broken("head");
    if (number(object, "entries") != report.entries || number(object, "leftOut") != report.leftOut)
      return broken("count");
    if (unhex(text(object, "digest"), 32) != m_digest.result())
      return broken("digest");
    return isSigned(line, object) || broken("end-signature");
  }

  RunningDigest m_digest;
  QByteArray m_key, m_headHash, m_previous;
  qint64 m_line = 1, m_expected = 0;
  bool m_ended = false;
};

} // namespace

Result<ProofReport> checkProof(QIODevice& in, const JobContext& job) {
  Checker checker;
  Lines source(in);
  for (qint64 lines = 0;; ++lines, checker.next()) {
    if (lines % kLinesBetweenLooks == 0) {
      job.report("audit.check", checker.fraction());
      if (job.cancelled())
        return fail(QStringLiteral("audit.cancelled"));
    }
    const QByteArray line = source.next();
    if (line.isEmpty()) {
      // Reading may have failed rather than ended.
      if (!in.atEnd())
        return fail(QStringLiteral("audit.proof-unreadable"), {{QStringLiteral("what"), in.errorString()}});
      if (!checker.ended())
        checker.broken(lines == 0 ? "not-a-proof" : "truncated");
      return checker.report;
    }
    bool fits = true;
    if (checker.ended())
      fits = checker.broken("after-end");
    else if (!line.endsWith('\n'))
      fits = checker.broken(lines == 0 ? "not-a-proof" : in.atEnd() ? "truncated" : "line");
    else
      fits = lines == 0 ? checker.firstLine(line) : checker.line(line);
    if (!fits)
      return checker.report;
    checker.digest(line);
  }
}

QString keyFingerprint(const QByteArray& publicKey) {
  const QString digits = sha256Hex(publicKey).left(32);
  QStringList groups;
  for (qsizetype at = 0; at < digits.size(); at += 4)
    groups << digits.mid(at, 4);
  return groups.join(u'-');
}

bool namesKey(const QString& typed, const QString& fingerprint, const QString& publicKeyHex) {
  const auto bare = [](QString text) { return text.remove(u'-').remove(u' ').remove(u':').toLower(); };
  const QString wanted = bare(typed);
  return !wanted.isEmpty() && (wanted == bare(fingerprint) || wanted == publicKeyHex);
}

} // namespace pricewright

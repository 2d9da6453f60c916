// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetching/ContentDecoding.h"

#include <QList>

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace pricewright {
namespace {

constexpr std::size_t kMostStages = 3; // no honest server packs more often
constexpr qsizetype kPiece = 65'536;   // unpacked at once

} // namespace

// Hands on what it has unpacked; false from `put` stops it.
class ContentDecoding::Stage {
 public:
  using Put = std::function<bool(QByteArrayView)>;
  virtual ~Stage() = default;
  virtual bool take(QByteArrayView packed, const Put& put) = 0; // false: no such stream
  bool hasEnded = false, wasStopped = false;
  qint64 given = 0;

 protected:
  bool hand(QByteArrayView bytes, const Put& put) {
    given += bytes.size();
    wasStopped = !bytes.isEmpty() && !put(bytes);
    return !wasStopped;
  }
};

namespace {

class ZlibStage : public ContentDecoding::Stage {
 public:
  explicit ZlibStage(bool isGzip) : m_isGzip(isGzip) {}
  ~ZlibStage() override { close(); }

  bool take(QByteArrayView packed, const Put& put) override {
    if (m_isOpen && !m_head.isEmpty())
      hasEnded = true; // now it is seen whether another member begins
    m_head += packed;
    if (!m_isOpen && m_head.size() < 2) // the first two bytes say which kind it is
      return true;
    if (!m_isOpen && !open())
      return false;
    return inflateAll(std::exchange(m_head, {}), put);
  }

 private:
  bool open() {
    constexpr int kWindow = 15, kOfGzip = 16;
    const auto first = static_cast<unsigned char>(m_head[0]), second = static_cast<unsigned char>(m_head[1]);
    const bool hasFrame = (first & 0x0fU) == 8 && (first * 256U + second) % 31 == 0;
    m_isOpen = inflateInit2(&m_stream, m_isGzip ? kWindow + kOfGzip : hasFrame ? kWindow : -kWindow) == Z_OK;
    return m_isOpen;
  }
  void close() {
    if (m_isOpen)
      inflateEnd(&m_stream);
    m_isOpen = false;
  }

  bool inflateAll(QByteArray in, const Put& put) { // zlib wants bytes that it may change
    QByteArray out(kPiece, Qt::Uninitialized);
    m_stream.next_in = reinterpret_cast<Bytef*>(in.data());
    m_stream.avail_in = uInt(in.size());
    while (!hasEnded || startsAnother()) {
      m_stream.next_out = reinterpret_cast<Bytef*>(out.data());
      m_stream.avail_out = uInt(out.size());
      const int code = inflate(&m_stream, Z_NO_FLUSH);
      if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
        return false;
      if (!hand(QByteArrayView(out).first(out.size() - qsizetype(m_stream.avail_out)), put))
        return false;
      hasEnded = code == Z_STREAM_END;
      if (!hasEnded && m_stream.avail_out > 0)
        return true; // all that came is unpacked
    }
    return true;
  }

  // A gzip file may hold several members, one after the other. Anything else behind the end is nobody's, and browsers
  // pass over it as well. Of a member of which only the first byte is there the rest is still to come.
  bool startsAnother() {
    if (!m_isGzip || m_isPast || m_stream.avail_in == 0)
      return false;
    const Bytef* next = m_stream.next_in;
    if (m_stream.avail_in == 1 && next[0] == 0x1f) {
      m_head = QByteArray(1, '\x1f'), hasEnded = false;
      return false;
    }
    m_isPast = next[0] != 0x1f || next[1] != 0x8b;
    hasEnded = m_isPast || inflateReset(&m_stream) != Z_OK;
    return !hasEnded;
  }

  bool m_isGzip, m_isOpen = false, m_isPast = false; // past: behind the end, where nobody's bytes are
  QByteArray m_head;
  z_stream m_stream{};
};

class BrotliStage : public ContentDecoding::Stage {
 public:
  BrotliStage() : m_state(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~BrotliStage() override { BrotliDecoderDestroyInstance(m_state); }

  bool take(QByteArrayView packed, const Put& put) override {
    if (!m_state)
      return false;
    QByteArray out(kPiece, Qt::Uninitialized);
    std::size_t left = std::size_t(packed.size());
    const auto* next = reinterpret_cast<const uint8_t*>(packed.data());
    while (!hasEnded) {
      std::size_t room = std::size_t(out.size());
      auto* to = reinterpret_cast<uint8_t*>(out.data());
      const BrotliDecoderResult got = BrotliDecoderDecompressStream(m_state, &left, &next, &room, &to, nullptr);
      if (got == BROTLI_DECODER_RESULT_ERROR || !hand(QByteArrayView(out).first(out.size() - qsizetype(room)), put))
        return false;
      hasEnded = got == BROTLI_DECODER_RESULT_SUCCESS;
      if (got == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
        return true;
    }
    return true;
  }

 private:
  BrotliDecoderState* m_state;
};

} // namespace

ContentDecoding::ContentDecoding(qint64 limit) : m_limit(limit) {}
ContentDecoding::~ContentDecoding() = default;

void ContentDecoding::setEncodings(QByteArrayView header) {
  m_stages.clear(), m_isUnknown = false;
  const QList<QByteArray> names = header.toByteArray().toLower().split(',');
  for (auto name = names.rbegin(); name != names.rend(); ++name) { // named in the order in which they were applied
    const QByteArray encoding = name->trimmed();
    if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate")
      m_stages.push_back(std::make_unique<ZlibStage>(encoding != "deflate"));
    else if (encoding == "br")
      m_stages.push_back(std::make_unique<BrotliStage>());
    else if (!encoding.isEmpty() && encoding != "identity" && encoding != "none")
      m_isUnknown = true;
  }
  m_isUnknown = m_isUnknown || m_stages.size() > kMostStages;
}

ContentDecoding::Outcome ContentDecoding::take(QByteArrayView packed, QByteArray& into) {
  return m_isUnknown ? Outcome::Broken : pass(0, packed, into);
}

ContentDecoding::Outcome ContentDecoding::pass(std::size_t stage, QByteArrayView bytes, QByteArray& into) {
  if (stage == m_stages.size()) {
    if (into.size() + bytes.size() > m_limit)
      return Outcome::TooLarge;
    into.append(bytes);
    return Outcome::Good;
  }
  Stage& here = *m_stages[stage];
  Outcome further = Outcome::Good;
  const bool isGood = here.take(bytes, [&](QByteArrayView unpacked) {
    further = here.given > m_limit ? Outcome::TooLarge : pass(stage + 1, unpacked, into);
    return further == Outcome::Good;
  });
  return isGood ? Outcome::Good : here.wasStopped ? further : Outcome::Broken;
}

bool ContentDecoding::isWhole() const {
  return std::all_of(m_stages.begin(), m_stages.end(), [](const auto& stage) { return stage->hasEnded; });
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/csv/ByteSource.h"

#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>

#include <cstring>
#include <openssl/evp.h>
#include <zlib.h>

namespace pricewright {
namespace {

constexpr std::size_t kBlock = 1 << 18;

const char* knownBinary(const QByteArray& head) {
  if (head.startsWith("PK\x03\x04"))
    return "spreadsheet or zip archive";
  if (head.startsWith("\xd0\xcf\x11\xe0"))
    return "old Office document";
  if (head.startsWith("%PDF"))
    return "PDF";
  if (head.startsWith("SQLite format 3"))
    return "database";
  return nullptr;
}

// Text has hardly any control characters; one damaged row must not condemn a file, so 2 % are let through.
bool looksBinary(const QByteArray& head) {
  int odd = 0;
  for (const char c : head) {
    const auto b = static_cast<unsigned char>(c);
    odd += b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1a;
  }
  return odd > 8 && qsizetype(odd) * 50 > head.size();
}

} // namespace

struct ByteSource::State {
  // SHA-256 by OpenSSL: on processors with SHA instructions several times faster than Qt's own.
  class Sha256 {
   public:
    Sha256() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) {
      EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    }
    void add(const char* bytes, std::size_t n) { EVP_DigestUpdate(m_context.get(), bytes, n); }
    QString hex() {
      std::array<unsigned char, 32> out{};
      EVP_DigestFinal_ex(m_context.get(), out.data(), nullptr);
      return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(out.data()), 32).toHex());
    }

   private:
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
  };

  QString path;
  QFile file;
  ByteLimits limits;
  TextEncoding encoding = TextEncoding::Auto;
  bool packed = false, mark = false, inflating = false, atEnd = false;
  QByteArray block = QByteArray(kBlock, Qt::Uninitialized); // the file's own bytes
  z_stream inflater{};
  qint64 unpacked = 0;
  Sha256 hash;
  Utf8Check utf8;
  std::string pending; // converted, not yet handed out
  std::size_t pendingAt = 0;
  std::optional<QStringDecoder> utf16;
  std::string head; // the first text bytes, read ahead to look for a mark
  std::size_t headAt = 0;

  ~State() {
    if (inflating)
      inflateEnd(&inflater);
  }
  Error damaged(const char* why) const {
    return fail(QStringLiteral("import.file-damaged"),
                {{QStringLiteral("path"), path}, {QStringLiteral("why"), QString::fromLatin1(why)}});
  }
  Result<std::size_t> readFile(char* into, std::size_t most) {
    const qint64 n = file.read(into, static_cast<qint64>(most));
    if (n < 0)
      return fail(QStringLiteral("import.file-unreadable"),
                  {{QStringLiteral("path"), path}, {QStringLiteral("why"), file.errorString()}});
    hash.add(into, static_cast<std::size_t>(n));
    return static_cast<std::size_t>(n);
  }
  Result<std::size_t> unpack(char* into, std::size_t most);
  Status startMember();
  Result<std::size_t> raw(char* into, std::size_t most); // unpacked bytes as they are
  Status convertMore();
  Status readHead();
};

Status ByteSource::State::startMember() {
  if (inflating)
    inflateEnd(&inflater);
  const auto next = inflater.next_in;
  const auto left = inflater.avail_in;
  inflater = {};
  inflater.next_in = next;
  inflater.avail_in = left;
  inflating = inflateInit2(&inflater, 15 + 16) == Z_OK;
  if (!inflating)
    return damaged("zlib");
  return {};
}

Result<std::size_t> ByteSource::State::unpack(char* into, std::size_t most) {
  if (!inflating)
    PW_CHECK(startMember());
  inflater.next_out = reinterpret_cast<Bytef*>(into);
  inflater.avail_out = static_cast<uInt>(most);
  bool memberEnded = false;
  while (inflater.avail_out == most) {
    if (inflater.avail_in == 0) {
      PW_TRY(const std::size_t n, readFile(block.data(), kBlock));
      if (n == 0) {
        if (memberEnded)
          return std::size_t(0);
        return damaged("cut short");
      }
      inflater.next_in = reinterpret_cast<Bytef*>(block.data());
      inflater.avail_in = static_cast<uInt>(n);
    }
    if (memberEnded) { // several members in a row are one file; zero padding after the last is allowed
      if (*inflater.next_in == 0)
        return std::size_t(0);
      PW_CHECK(startMember());
      inflater.next_out = reinterpret_cast<Bytef*>(into);
      inflater.avail_out = static_cast<uInt>(most);
      memberEnded = false;
    }
    const int rc = inflate(&inflater, Z_NO_FLUSH);
    if (rc == Z_STREAM_END)
      memberEnded = true;
    else if (rc != Z_OK && rc != Z_BUF_ERROR)
      return damaged("not valid gzip");
  }
  const std::size_t made = most - inflater.avail_out;
  if (memberEnded) { // begin the next member at the next call
    if (inflater.avail_in == 0) {
      PW_TRY(const std::size_t n, readFile(block.data(), kBlock));
      inflater.next_in = reinterpret_cast<Bytef*>(block.data());
      inflater.avail_in = static_cast<uInt>(n);
    }
    if (inflater.avail_in == 0 || *inflater.next_in == 0)
      atEnd = true;
    else
      PW_CHECK(startMember());
  }
  return made;
}

Result<std::size_t> ByteSource::State::raw(char* into, std::size_t most) {
  if (headAt < head.size()) {
    const std::size_t n = std::min(most, head.size() - headAt);
    std::memcpy(into, head.data() + headAt, n);
    headAt += n;
    return n;
  }
  if (atEnd)
    return std::size_t(0);
  std::size_t n = 0;
  if (packed) {
    PW_TRY(n, unpack(into, most));
  } else {
    PW_TRY(n, readFile(into, most));
  }
  atEnd = atEnd || n == 0;
  unpacked += static_cast<qint64>(n);
  const QMap<QString, QString> where{{QStringLiteral("path"), path}};
  if (unpacked > limits.mostBytes)
    return fail(QStringLiteral("import.too-large"), where);
  if (packed && unpacked > limits.ratioFrom && unpacked / limits.mostRatio > file.pos())
    return fail(QStringLiteral("import.compression-bomb"), where);
  return n;
}

// Looks at the first bytes: a mark, another kind of file, or binary data.
Status ByteSource::State::readHead() {
  std::string got(1 << 16, '\0');
  std::size_t filled = 0;
  while (filled < got.size()) {
    PW_TRY(const std::size_t n, raw(got.data() + filled, got.size() - filled));
    if (n == 0)
      break;
    filled += n;
  }
  got.resize(filled);
  const QByteArray view = QByteArray::fromRawData(got.data(), static_cast<qsizetype>(got.size()));
  std::size_t skip = 0;
  if (view.startsWith("\xef\xbb\xbf")) {
    skip = 3;
    encoding = TextEncoding::Utf8; // the mark wins over what was asked for
  } else if (view.startsWith("\xff\xfe")) {
    skip = 2;
    encoding = TextEncoding::Utf16Le;
  } else if (view.startsWith("\xfe\xff")) {
    skip = 2;
    encoding = TextEncoding::Utf16Be;
  }
  mark = skip > 0;
  const bool wide = encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
  const char* kind = knownBinary(view);
  if (!kind && !wide && looksBinary(view))
    kind = "binary data";
  if (kind)
    return fail(QStringLiteral("import.not-text"),
                {{QStringLiteral("path"), path}, {QStringLiteral("looksLike"), QString::fromLatin1(kind)}});
  if (wide)
    utf16.emplace(encoding == TextEncoding::Utf16Le ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE);
  head = got.substr(skip);
  return {};
}

Status ByteSource::State::convertMore() {
  pending.clear();
  pendingAt = 0;
  std::array<char, 1 << 15> bytes;
  PW_TRY(const std::size_t n, raw(bytes.data(), bytes.size()));
  if (n == 0)
    return {};
  if (utf16) {
    const QString text = utf16->decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(n)));
    pending = text.toStdString();
    if (pending.empty()) // half a character: go on reading
      return convertMore();
    return {};
  }
  appendLatin1(std::string_view(bytes.data(), n), pending);
  return {};
}

ByteSource::ByteSource(std::unique_ptr<State> state) : m(std::move(state)) {}
ByteSource::ByteSource(ByteSource&&) noexcept = default;
ByteSource& ByteSource::operator=(ByteSource&&) noexcept = default;
ByteSource::~ByteSource() = default;

Result<ByteSource> ByteSource::open(const QString& path, TextEncoding encoding, ByteLimits limits) {
  auto state = std::make_unique<State>();
  state->path = path;
  state->limits = limits;
  state->encoding = encoding;
  const QFileInfo info(path);
  if (!info.exists())
    return fail(QStringLiteral("import.file-missing"), {{QStringLiteral("path"), path}});
  state->file.setFileName(path);
  if (info.isDir() || !state->file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
    return fail(QStringLiteral("import.file-unreadable"),
                {{QStringLiteral("path"), path}, {QStringLiteral("why"), state->file.errorString()}});
  const QByteArray magic = state->file.read(2);
  state->packed = magic == QByteArrayLiteral("\x1f\x8b");
  state->file.seek(0);
  PW_CHECK(state->readHead());
  return ByteSource(std::move(state));
}

Result<std::size_t> ByteSource::read(char* into, std::size_t most) {
  if (m->encoding == TextEncoding::Auto || m->encoding == TextEncoding::Utf8) {
    PW_TRY(const std::size_t n, m->raw(into, most));
    m->utf8.see(into, n);
    if (n == 0)
      m->utf8.end();
    return n;
  }
  if (m->pendingAt == m->pending.size())
    PW_CHECK(m->convertMore());
  const std::size_t n = std::min(most, m->pending.size() - m->pendingAt);
  std::memcpy(into, m->pending.data() + m->pendingAt, n);
  m->pendingAt += n;
  return n;
}

bool ByteSource::hasByteOrderMark() const { return m->mark; }
qint64 ByteSource::fileBytes() const { return m->file.size(); }
qint64 ByteSource::fileBytesRead() const { return m->file.pos(); }
QString ByteSource::sha256() {
  for (qint64 n = 1; n > 0;) { // what stands behind the last member of a .gz belongs to the file too
    n = m->file.read(m->block.data(), m->block.size());
    if (n > 0)
      m->hash.add(m->block.data(), static_cast<std::size_t>(n));
  }
  return m->hash.hex();
}

// Characters of several bytes hardly ever come about by chance: where they are not fewer than the broken ones, it is
// UTF-8 with damaged rows. Otherwise it never was UTF-8.
TextEncoding ByteSource::verdict() const {
  if (m->encoding != TextEncoding::Auto)
    return m->encoding;
  if (m->utf8.invalid() == 0 || m->utf8.multiByte() >= m->utf8.invalid())
    return TextEncoding::Utf8;
  return m->utf8.windows() ? TextEncoding::Windows1252 : TextEncoding::Latin1;
}

qint64 ByteSource::damagedCharacters() const { return verdict() == TextEncoding::Utf8 ? m->utf8.invalid() : 0; }

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"

#include <memory>

namespace pricewright {

enum class TextEncoding { Auto, Utf8, Latin1, Windows1252, Utf16Le, Utf16Be };
QString textEncodingName(TextEncoding e);                   // auto, utf-8, latin-1, windows-1252, utf-16
Result<TextEncoding> textEncodingFrom(const QString& name); // import.unknown-encoding

struct ByteLimits {
  qint64 mostBytes = qint64(16) << 30; // after unpacking
  qint64 ratioFrom = qint64(64) << 20; // from this size on …
  qint64 mostRatio = 200;              // … a packed file may not be more than this many times larger unpacked
};

// A text file as a stream of UTF-8 bytes: plain or .gz (told by its first bytes, not by its name), byte-order mark
// dropped, Latin-1 and UTF-16 converted. Latin-1 is read as Windows-1252, as browsers do: that is what "Latin-1" files
// are in practice, and the two names differ by whether such letters occur. With Auto the bytes come as they are while
// UTF-8 is being checked; `verdict` then says what it was. Errors: import.file-missing, .file-unreadable, .not-text
// (looksLike), .file-damaged, .compression-bomb, .too-large.
class ByteSource {
 public:
  static Result<ByteSource> open(const QString& path, TextEncoding encoding = TextEncoding::Auto,
                                 ByteLimits limits = {});
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  Result<std::size_t> read(char* into, std::size_t most); // `most` ≥ 16; 0 at the end
  bool hasByteOrderMark() const;
  qint64 fileBytes() const;
  qint64 fileBytesRead() const;
  TextEncoding verdict() const;     // after the end: Utf8, Latin1, Windows1252 or UTF-16; never Auto
  qint64 damagedCharacters() const; // of a file that is read as UTF-8
  QString sha256();                 // of the file's own bytes, after the end

 private:
  struct State;
  explicit ByteSource(std::unique_ptr<State> state);
  std::unique_ptr<State> m;
};

// Counts what is and what is not UTF-8 in a stream of bytes that may be cut anywhere.
class Utf8Check {
 public:
  void see(const char* bytes, std::size_t n);
  void end();
  qint64 multiByte() const { return m_good; }
  qint64 invalid() const { return m_bad; }
  bool windows() const { return m_windows; } // a byte that Latin-1 has no letter for, and Windows-1252 has

 private:
  void start(unsigned char c);
  void broken();
  qint64 m_good = 0, m_bad = 0;
  int m_left = 0;
  bool m_windows = false, m_wasBroken = false;
  unsigned char m_low = 0x80, m_high = 0xbf; // of the next byte
};
bool isUtf8(std::string_view text);
void appendLatin1(std::string_view bytes, std::string& utf8);

} // namespace pricewright

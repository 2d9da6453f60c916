// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extraction/Gzip.h"

#include <zlib.h>

namespace pricewright {

Result<QByteArray> inflateGzip(const QByteArray& bytes, qsizetype most) {
  constexpr int kGzipAlone = 15 + 16;
  const auto damaged = [] { return fail(QStringLiteral("extraction.gzip-damaged")); };
  z_stream z{};
  if (inflateInit2(&z, kGzipAlone) != Z_OK)
    return damaged();
  QByteArray in = bytes, out; // zlib wants to be given bytes that it may change
  z.next_in = reinterpret_cast<Bytef*>(in.data()), z.avail_in = uInt(in.size());
  char piece[65'536];
  int code = Z_OK;
  bool ended = false;
  do {
    z.next_out = reinterpret_cast<Bytef*>(piece), z.avail_out = sizeof piece;
    code = inflate(&z, Z_NO_FLUSH);
    out.append(piece, qsizetype(sizeof piece - z.avail_out));
    if (code == Z_STREAM_END) {
      ended = true;
      if (z.avail_in > 0 && inflateReset(&z) == Z_OK)
        ended = false, code = Z_OK; // another member
    }
  } while (code == Z_OK && out.size() <= most);
  inflateEnd(&z);
  if (out.size() > most)
    return fail(QStringLiteral("extraction.gzip-too-large"));
  if (!ended)
    return damaged();
  return out;
}

} // namespace pricewright

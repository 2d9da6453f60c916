// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

#include <array>
#include <optional>

namespace pricewright::test {

using ZipParts = QList<QPair<QString, QByteArray>>;

inline quint32 crcOf(const QByteArray& bytes) {
  static const auto table = [] {
    std::array<quint32, 256> t{};
    for (quint32 i = 0; i < 256; ++i) {
      quint32 c = i;
      for (int k = 0; k < 8; ++k)
        c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      t[i] = c;
    }
    return t;
  }();
  quint32 crc = 0xFFFFFFFFu;
  for (const char b : bytes)
    crc = table[(crc ^ quint8(b)) & 0xFF] ^ (crc >> 8);
  return ~crc;
}

// A zip file put together by hand, sound or not: parts as they come, names as they are. `said`: the unpacked size that
// the headers claim.
inline QByteArray zipOf(const ZipParts& parts, bool packed = true, std::optional<quint32> said = {}) {
  QByteArray out, directory;
  const auto put = [](QByteArray& to, quint32 value, int bytes) {
    for (int i = 0; i < bytes; ++i)
      to += char(value >> (8 * i));
  };
  for (const auto& [name, content] : parts) {
    const QByteArray path = name.toUtf8();
    // Between zlib's two header bytes (after Qt's four) and its check sum: bare deflate.
    const QByteArray body = packed ? qCompress(content, 3).mid(6).chopped(4) : content;
    QByteArray head;
    put(head, 20, 2), put(head, 0x800, 2), put(head, packed ? 8 : 0, 2), put(head, 0x00210000, 4);
    put(head, crcOf(content), 4), put(head, quint32(body.size()), 4);
    put(head, said.value_or(quint32(content.size())), 4);
    put(head, quint32(path.size()), 2), put(head, 0, 2);
    put(directory, 0x02014b50, 4), put(directory, 20, 2);
    directory += head;
    put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 2), put(directory, 0, 4);
    put(directory, quint32(out.size()), 4);
    directory += path;
    put(out, 0x04034b50, 4);
    out += head + path + body;
  }
  const auto at = quint32(out.size());
  out += directory;
  put(out, 0x06054b50, 4), put(out, 0, 4), put(out, quint32(parts.size()), 2), put(out, quint32(parts.size()), 2);
  put(out, quint32(directory.size()), 4), put(out, at, 4), put(out, 0, 2);
  return out;
}

// The frame of a workbook around these sheets (name → what stands in <worksheet>), shared texts and styles.
inline ZipParts workbookParts(const QList<QPair<QString, QByteArray>>& sheets, const QByteArray& texts = {},
                              const QByteArray& styles = {}) {
  const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const QByteArray packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  QByteArray list, links;
  ZipParts parts;
  for (qsizetype i = 0; i < sheets.size(); ++i) {
    const QByteArray n = QByteArray::number(i + 1);
    list += "<sheet name=\"" + sheets[i].first.toUtf8() + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"/>";
    links +=
        "<Relationship Id=\"rId" + n + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/s" + n + ".xml\"/>";
    parts << qMakePair(QStringLiteral("xl/worksheets/s%1.xml").arg(i + 1),
                       "<worksheet xmlns=\"" + main + "\">" + sheets[i].second + "</worksheet>");
  }
  links += "<Relationship Id=\"t\" Type=\"" + office + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>";
  links += "<Relationship Id=\"s\" Type=\"" + office + "/styles\" Target=\"styles.xml\"/>";
  parts << qMakePair(QStringLiteral("_rels/.rels"),
                     "<Relationships xmlns=\"" + packages + "\"><Relationship Id=\"r\" Type=\"" + office +
                         "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")
        << qMakePair(QStringLiteral("xl/workbook.xml"), "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + office +
                                                            "\"><sheets>" + list + "</sheets></workbook>")
        << qMakePair(QStringLiteral("xl/_rels/workbook.xml.rels"),
                     "<Relationships xmlns=\"" + packages + "\">" + links + "</Relationships>")
        << qMakePair(QStringLiteral("xl/sharedStrings.xml"), "<sst xmlns=\"" + main + "\">" + texts + "</sst>")
        << qMakePair(QStringLiteral("xl/styles.xml"), "<styleSheet xmlns=\"" + main + "\">" + styles + "</styleSheet>");
  return parts;
}

} // namespace pricewright::test

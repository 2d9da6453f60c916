// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/XlsxParts.h"

#include "base/Words.h"

#include <algorithm>

namespace pricewright {
namespace {

bool isDateFormat(int number) {
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 47) ||
         (number >= 50 && number <= 58);
}
// Whether a format shows days or hours: what is quoted, escaped or in brackets shows neither.
bool isDateFormat(QStringView format) {
  bool quoted = false, bracketed = false;
  for (qsizetype i = 0; i < format.size(); ++i) {
    const QChar c = format[i].toLower();
    if (quoted || bracketed) {
      quoted = quoted && c != u'"';
      bracketed = bracketed && c != u']';
    } else if (c == u'\\' || c == u'_' || c == u'*') {
      ++i;
    } else if (c == u'"') {
      quoted = true;
    } else if (c == u'[') {
      bracketed = true;
    } else if (QStringView(u"ymdhs").contains(c)) {
      return true;
    }
  }
  return false;
}

// "AB12" → column 27; −1: no place.
int columnOf(QStringView place) {
  int column = 0, letters = 0;
  for (const QChar c : place) {
    if (c < u'A' || c > u'Z')
      break;
    if (++letters > 3)
      return -1;
    column = column * 26 + (c.unicode() - u'A' + 1);
  }
  return column - 1;
}

// "_x000D_" stands for a sign that XML cannot hold.
QString unescaped(QString text) {
  for (qsizetype at = text.indexOf(s("_x")); at >= 0; at = text.indexOf(s("_x"), at + 1)) {
    bool isHex = false;
    const ushort code = text.size() > at + 6 && text[at + 6] == u'_' ? text.mid(at + 2, 4).toUShort(&isHex, 16) : 0;
    if (isHex)
      text.replace(at, 7, QChar(code));
  }
  return text;
}

class BookReader {
 public:
  BookReader(QIODevice& file, const JobContext& job, const XlsxLimits& limits)
      : m_parts(file, job, limits), m_limits(limits) {}

  Result<std::vector<XlsxSheet>> read() {
    PW_CHECK(m_parts.open());
    PW_TRY(const auto top, m_parts.links({}));
    QString book;
    for (const auto& link : top)
      if (link.type.endsWith(s("/officeDocument")))
        book = link.part;
    if (book.isEmpty() || !book.endsWith(s(".xml")))
      return fail(s("xlsx.not-a-workbook"));
    PW_TRY(const auto links, m_parts.links(book));
    for (const auto& link : links) {
      if (link.type.endsWith(s("/sharedStrings"))) {
        PW_CHECK(readTexts(link.part));
      } else if (link.type.endsWith(s("/styles"))) {
        PW_CHECK(readStyles(link.part));
      }
    }
    PW_CHECK(readSheetNames(book));
    if (m_sheets.empty())
      return fail(s("xlsx.not-a-workbook"));
    for (std::size_t i = 0; i < m_sheets.size(); ++i) {
      const auto found = std::find_if(links.begin(), links.end(), [&](const auto& l) { return l.id == m_ids[i]; });
      if (found == links.end())
        return XlsxParts::damaged(m_sheets[i].name, s("missing"));
      if (found->type.endsWith(s("/worksheet"))) // no chart fills a sheet here
        PW_CHECK(readSheet(found->part, m_sheets[i]));
    }
    return std::move(m_sheets);
  }

 private:
  Status readSheetNames(const QString& part) {
    return m_parts.read(part, [&](QXmlStreamReader& xml, int) -> Result<bool> {
      if (xml.name() != u"sheet")
        return true;
      if (int(m_sheets.size()) >= m_limits.sheets)
        return XlsxParts::tooLarge("sheets");
      XlsxSheet sheet;
      QString id;
      for (const QXmlStreamAttribute& a : xml.attributes()) {
        if (a.name() == u"name")
          sheet.name = a.value().toString();
        else if (a.name() == u"state")
          sheet.isHidden = a.value() != u"visible";
        else if (a.name() == u"id") // of the relations' namespace; the other is sheetId
          id = a.value().toString();
      }
      m_sheets.push_back(std::move(sheet));
      m_ids << id;
      return true;
    });
  }

  Status readTexts(const QString& part) {
    return m_parts.read(part, [&](QXmlStreamReader& xml, int) -> Result<bool> {
      if (xml.name() != u"si")
        return true;
      if (m_texts.size() >= m_limits.texts)
        return XlsxParts::tooLarge("texts");
      PW_TRY(QString text, m_parts.text(xml, true));
      m_texts << unescaped(std::move(text));
      return true;
    });
  }

  Status readStyles(const QString& part) {
    QHash<int, bool> own;
    bool inCells = false;
    return m_parts.read(part, [&](QXmlStreamReader& xml, int depth) -> Result<bool> {
      const auto attributes = xml.attributes();
      if (depth == 2)
        inCells = xml.name() == u"cellXfs";
      if (xml.name() == u"numFmt")
        own[attributes.value(QLatin1String("numFmtId")).toInt()] =
            isDateFormat(attributes.value(QLatin1String("formatCode")));
      if (!inCells || depth != 3 || xml.name() != u"xf")
        return true;
      if (m_dates.size() >= std::size_t(m_limits.texts))
        return XlsxParts::tooLarge("styles");
      const int number = attributes.value(QLatin1String("numFmtId")).toInt();
      m_dates.push_back(own.value(number, isDateFormat(number)));
      return true;
    });
  }

  Status readSheet(const QString& part, XlsxSheet& sheet) {
    XlsxRow row;
    int column = -1;
    const auto keep = [&]() -> Status {
      if (row.cells.empty())
        return {};
      m_rows += 1, m_cells += qsizetype(row.cells.size());
      if (m_rows > m_limits.rows)
        return XlsxParts::tooLarge("rows");
      if (m_cells > m_limits.cells)
        return XlsxParts::tooLarge("cells");
      const int number = row.number;
      sheet.rows.push_back(std::exchange(row, {}));
      row.number = number;
      return {};
    };
    const Status walked = m_parts.read(part, [&](QXmlStreamReader& xml, int) -> Result<bool> {
      if (xml.name() == u"row") {
        PW_CHECK(keep());
        bool given = false;
        const int number = xml.attributes().value(QLatin1String("r")).toInt(&given);
        if (given && number <= row.number)
          return XlsxParts::damaged(part, s("order"));
        row.number = given ? number : row.number + 1;
        column = -1;
      } else if (xml.name() == u"c") {
        const auto place = xml.attributes().value(QLatin1String("r"));
        column = place.isEmpty() ? column + 1 : columnOf(place);
        PW_CHECK(readCell(xml, part, row, column));
      }
      return true;
    });
    return walked ? keep() : walked;
  }

  Status readCell(QXmlStreamReader& xml, const QString& part, XlsxRow& row, int column) {
    XlsxCell cell;
    cell.column = column;
    const auto attributes = xml.attributes();
    const QString type = attributes.value(QLatin1String("t")).toString();
    bool hasStyle = false;
    const uint style = attributes.value(QLatin1String("s")).toUInt(&hasStyle);
    cell.isDate = type == u"d" || (hasStyle && style < m_dates.size() && m_dates[style]);
    while (xml.readNextStartElement()) {
      const bool inner = xml.name() == u"is", value = xml.name() == u"v";
      cell.isFormula |= xml.name() == u"f";
      PW_TRY(const QString text, m_parts.text(xml, inner));
      if (value || inner)
        cell.text = text;
    }
    if (xml.hasError())
      return {}; // said where the part is walked through
    if (type == u"s") {
      bool isNumber = false;
      const qsizetype no = cell.text.trimmed().toLongLong(&isNumber);
      if (!isNumber || no < 0 || no >= m_texts.size())
        return XlsxParts::damaged(part, s("text"));
      cell.text = m_texts[no];
    } else if (type == u"inlineStr" || type == u"str") {
      cell.text = unescaped(std::move(cell.text));
    } else {
      cell.text = std::move(cell.text).trimmed();
    }
    cell.kind = type == u"s" || type == u"inlineStr" || type == u"str" ? XlsxCell::Kind::Text
                : type == u"b"                                         ? XlsxCell::Kind::Boolean
                : type == u"e"                                         ? XlsxCell::Kind::Fault
                                                                       : XlsxCell::Kind::Number;
    cell.isDate = cell.isDate && cell.kind == XlsxCell::Kind::Number;
    if (column < 0)
      return XlsxParts::damaged(part, s("place"));
    if (column < m_limits.columns && (!cell.text.isEmpty() || cell.isFormula))
      row.cells.push_back(std::move(cell));
    return {};
  }

  XlsxParts m_parts;
  XlsxLimits m_limits;
  QStringList m_texts, m_ids;
  std::vector<bool> m_dates; // by style
  std::vector<XlsxSheet> m_sheets;
  qsizetype m_rows = 0, m_cells = 0;
};

} // namespace

const XlsxCell* XlsxRow::at(int column) const {
  for (const XlsxCell& cell : cells)
    if (cell.column == column)
      return &cell;
  return nullptr;
}

Result<std::vector<XlsxSheet>> readXlsx(QIODevice& file, const JobContext& job, const XlsxLimits& limits) {
  return BookReader(file, job, limits).read();
}

} // namespace pricewright

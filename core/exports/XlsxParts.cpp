// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/XlsxParts.h"

#include "base/Words.h"
#include "exports/ZipReader.h"

namespace pricewright {
namespace {

constexpr int kDeepest = 64;
constexpr qint64 kSkipBlock = 1 << 20;
constexpr qsizetype kLongestText = 1 << 16; // a cell holds half of it

// "../worksheets/./a.xml" seen from a folder; none where it would leave the file.
std::optional<QString> placeOf(const QString& folder, QString target) {
  target.replace(u'\\', u'/');
  QStringList steps = target.startsWith(u'/') ? QStringList() : folder.split(u'/', Qt::SkipEmptyParts);
  for (const QString& step : target.split(u'/', Qt::SkipEmptyParts)) {
    if (step == u".")
      continue;
    if (step != u"..")
      steps << step;
    else if (steps.isEmpty())
      return std::nullopt;
    else
      steps.removeLast();
  }
  return steps.join(u'/');
}

} // namespace

// One part, unpacked as it is read, no further than it may be, whatever its header says.
class XlsxParts::Device final : public QIODevice {
 public:
  Device(ZipReader& zip, qint64 most, const JobContext& job) : m_zip(zip), m_left(most), m_job(job) {}
  bool isSequential() const override { return true; }
  bool exceeded = false, failed = false;
  qint64 taken = 0;

 protected:
  qint64 readData(char* data, qint64 most) override {
    if (m_job.cancelled())
      return -1;
    const qint64 got = m_zip.read(data, most);
    failed |= got < 0;
    taken += std::max<qint64>(got, 0);
    exceeded = taken > m_left;
    return exceeded ? -1 : got;
  }
  qint64 writeData(const char*, qint64) override { return -1; }

 private:
  ZipReader& m_zip;
  qint64 m_left;
  const JobContext& m_job;
};

XlsxParts::XlsxParts(QIODevice& file, const JobContext& job, const XlsxLimits& limits)
    : m_file(file), m_job(job), m_limits(limits), m_left(limits.allBytes) {}
XlsxParts::~XlsxParts() = default;

Error XlsxParts::damaged(const QString& part, const QString& why) {
  return fail(s("xlsx.damaged"), {{s("part"), part}, {s("why"), why}});
}
Error XlsxParts::tooLarge(const char* what) { return fail(s("xlsx.too-large"), {{s("what"), s(what)}}); }

Status XlsxParts::open() {
  if (m_file.size() > m_limits.fileBytes)
    return tooLarge("file");
  const QByteArray mark = m_file.peek(8);
  if (mark == QByteArray::fromHex("d0cf11e0a1b11ae1")) // the older container: a password, or the format before
    return fail(s("xlsx.protected"));
  if (!mark.startsWith("PK"))
    return fail(s("xlsx.not-a-workbook"));
  bool tooMany = false;
  m_zip = ZipReader::open(m_file, m_limits.parts, tooMany);
  if (tooMany)
    return tooLarge("parts");
  if (!m_zip)
    return damaged({}, s("directory"));
  for (std::size_t i = 0; i < m_zip->parts().size(); ++i) {
    const ZipReader::Part& part = m_zip->parts()[i];
    if (part.encrypted)
      return fail(s("xlsx.protected"));
    const auto name = placeOf({}, part.name);
    if (!name || name->isEmpty())
      continue; // a name that leads out of the file stands for nothing here
    if (m_names.contains(*name))
      return damaged(*name, s("twice"));
    m_names.insert(*name, int(i));
  }
  return {};
}

Status XlsxParts::read(const QString& part, const Visit& visit) {
  const auto at = m_names.constFind(part);
  if (at == m_names.constEnd())
    return damaged(part, s("missing"));
  if (!m_zip->openPart(*at))
    return damaged(part, s("unreadable"));
  Device device(*m_zip, std::min(m_limits.partBytes, m_left), m_job);
  device.open(QIODevice::ReadOnly);
  const Status walked = walk(part, device, visit);
  if (walked) // what the document does not need is read all the same: the check sum stands at its end
    while (device.skip(kSkipBlock) > 0) {
    }
  m_left -= device.taken;
  if (m_job.cancelled())
    return fail(s("xlsx.cancelled"));
  if (device.exceeded)
    return tooLarge("content");
  return device.failed ? Status(damaged(part, s("unreadable"))) : walked;
}

Status XlsxParts::walk(const QString& part, Device& device, const Visit& visit) {
  QXmlStreamReader xml(&device);
  for (int depth = 0; !xml.atEnd();) {
    switch (xml.readNext()) {
    case QXmlStreamReader::DTD: // entities that grow, or that fetch something
    case QXmlStreamReader::EntityReference:
      return damaged(part, s("document-type"));
    case QXmlStreamReader::StartElement: {
      if (++depth > kDeepest)
        return damaged(part, s("too-deep"));
      PW_TRY(const bool goesOn, visit(xml, depth));
      if (!goesOn)
        return {};
      if (xml.isEndElement()) // the visitor has read it
        --depth;
      break;
    }
    case QXmlStreamReader::EndElement:
      --depth;
      break;
    default:
      break;
    }
  }
  if (xml.hasError())
    return damaged(part, s("not-xml"));
  return {};
}

Result<QString> XlsxParts::text(QXmlStreamReader& xml, bool rich) const {
  QString out;
  int phonetic = 0, plain = rich ? 0 : 1;
  for (int depth = 1; depth > 0 && !xml.atEnd();) {
    switch (xml.readNext()) {
    case QXmlStreamReader::DTD:
    case QXmlStreamReader::EntityReference:
      return damaged({}, s("document-type"));
    case QXmlStreamReader::StartElement:
      if (++depth > kDeepest)
        return damaged({}, s("too-deep"));
      phonetic += phonetic > 0 || xml.name() == u"rPh";
      plain += rich && (plain > 0 || xml.name() == u"t");
      break;
    case QXmlStreamReader::EndElement:
      --depth;
      phonetic = std::max(0, phonetic - 1);
      if (rich)
        plain = std::max(0, plain - 1);
      break;
    case QXmlStreamReader::Characters:
      if (plain > 0 && phonetic == 0) {
        if (out.size() + xml.text().size() > kLongestText)
          return tooLarge("text");
        out += xml.text();
      }
      break;
    default:
      break;
    }
  }
  if (xml.hasError())
    return damaged({}, s("not-xml"));
  return out;
}

Result<std::vector<XlsxParts::Link>> XlsxParts::links(const QString& ofPart) {
  const qsizetype slash = ofPart.lastIndexOf(u'/');
  const QString folder = ofPart.left(std::max<qsizetype>(slash, 0));
  const QString file =
      (folder.isEmpty() ? QString() : folder + u'/') + s("_rels/") + ofPart.mid(slash + 1) + s(".rels");
  std::vector<Link> links;
  if (!has(file))
    return links;
  const Visit visit = [&](QXmlStreamReader& xml, int) -> Result<bool> {
    const auto attributes = xml.attributes();
    if (xml.name() != u"Relationship" || attributes.value(QLatin1String("TargetMode")) == u"External")
      return true;
    if (const auto part = placeOf(folder, attributes.value(QLatin1String("Target")).toString()))
      links.push_back({attributes.value(QLatin1String("Id")).toString(),
                       attributes.value(QLatin1String("Type")).toString(), *part});
    if (qsizetype(links.size()) > m_limits.parts)
      return tooLarge("parts");
    return true;
  };
  PW_CHECK(read(file, visit));
  return links;
}

} // namespace pricewright

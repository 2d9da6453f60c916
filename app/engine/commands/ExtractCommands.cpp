// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What pages and texts say, and what robots.txt allows: without a workspace, from files.
#include "Commands.h"

#include "Shapes.h"
#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "extraction/Gzip.h"
#include "extraction/ProductPage.h"
#include "extraction/pricetext/PriceText.h"
#include "fetching/Robots.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace pricewright {
namespace {

constexpr qint64 kLongestLine = 32'000'000;

QJsonValue decimalOf(const std::optional<Decimal>& value) {
  return value ? QJsonValue(value->toString()) : QJsonValue();
}

QJsonObject textJson(const QString& text, const PriceTextHints& hints) {
  const PriceText p = parsePriceText(text, hints);
  return {{"text", text},
          {"price", decimalOf(p.amount)},
          {"upper", decimalOf(p.upper)},
          {"amount_text", p.amountText},
          {"currency", p.currency},
          {"currency_text", p.currencyText},
          {"from", p.isFrom},
          {"per_unit", p.isPerUnit},
          {"why", p.why}};
}

// A page that was stored as it came over the wire is read as it was.
QByteArray unpacked(const QByteArray& bytes, bool& damaged) {
  damaged = false;
  if (!bytes.startsWith("\x1f\x8b"))
    return bytes;
  const Result<QByteArray> out = inflateGzip(bytes, 50'000'000);
  damaged = !out;
  return out ? *out : QByteArray();
}

Result<QJsonObject> pageJson(const QByteArray& stored, const QString& url, const QString& contentType) {
  bool damaged = false;
  const QByteArray bytes = unpacked(stored, damaged);
  if (damaged)
    return fail(s("page.damaged"), {{s("page"), url}});
  QJsonObject out = toJson(extractProduct({bytes, url, contentType}));
  out.insert("url", url);
  return out;
}

// One request of many: {"file" or "html" or "text", "url", "content_type", "hint"}.
QJsonObject lineJson(const QByteArray& line) {
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(line, &error);
  const QJsonObject asked = document.object();
  const auto refused = [&](const char* code) {
    QJsonObject out{{"error", QString::fromLatin1(code)}};
    if (asked.contains(s("id")))
      out.insert("id", asked.value(s("id")));
    return out;
  };
  const bool asks = asked.contains(s("text")) || asked.contains(s("html")) || asked.contains(s("file"));
  if (error.error != QJsonParseError::NoError || !document.isObject() || !asks)
    return refused("usage.bad-json");
  QJsonObject out;
  if (asked.contains(s("text"))) {
    PriceTextHints hints;
    hints.currency = asked.value(s("hint")).toString();
    out = textJson(asked.value(s("text")).toString(), hints);
  } else {
    QByteArray bytes = asked.value(s("html")).toString().toUtf8();
    if (const QString file = asked.value(s("file")).toString(); !file.isEmpty()) {
      const Result<QByteArray> read = readFile(file);
      if (!read)
        return refused("usage.file-unreadable");
      bytes = *read;
    }
    const QString type =
        asked.contains(s("html")) ? s("text/html; charset=utf-8") : asked.value(s("content_type")).toString();
    const Result<QJsonObject> page = pageJson(bytes, asked.value(s("url")).toString(), type);
    if (!page)
      return refused("page.damaged");
    out = *page;
  }
  if (asked.contains(s("id")))
    out.insert("id", asked.value(s("id")));
  return out;
}

int extractLines(Session& session) {
  QFile in;
  if (!in.open(stdin, QIODevice::ReadOnly))
    return session.refuse(fail(s("usage.file-unreadable"), {{s("path"), s("-")}}));
  qint64 lines = 0;
  while (!session.stop().stop_requested()) {
    const QByteArray line = in.readLine(kLongestLine);
    if (line.isEmpty())
      break;
    if (line.trimmed().isEmpty())
      continue;
    const QByteArray said = QJsonDocument(lineJson(line)).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(said.constData(), 1, std::size_t(said.size()), stdout);
    std::fflush(stdout);
    ++lines;
  }
  return lines > 0 ? kOk : kFailed;
}

QString fieldLine(const QJsonObject& page, const char* name) {
  const QJsonObject field = page.value(QLatin1String(name)).toObject();
  if (field.isEmpty())
    return {};
  return s("%1\t%2\t%3\t%4")
      .arg(QLatin1String(name), field.value(s("value")).toString())
      .arg(field.value(s("confidence")).toDouble(), 0, 'f', 2)
      .arg(field.value(s("source")).toString());
}

QString pageText(const QJsonObject& page) {
  std::vector<QStringList> rows;
  for (const char* name : {"price", "list_price", "currency", "availability", "sku", "gtin", "mpn", "brand", "name",
                           "condition", "seller", "shipping"})
    if (const QString line = fieldLine(page, name); !line.isEmpty()) {
      QStringList cells = line.split(u'\t');
      cells << page.value(QLatin1String(name))[s("evidence")][s("selector")].toString().left(60);
      rows.push_back(cells);
    }
  QString text = textTable({s("field"), s("value"), s("sure"), s("by"), s("where")}, rows, s("  r"));
  if (const QString why = page.value(s("why")).toString(); !why.isEmpty())
    text += s("No price: %1.\n").arg(codeText(s("page.") + why));
  return text;
}

} // namespace

int runExtract(Session& session) {
  const Arguments& typed = session.arguments;
  if (typed.has("text")) {
    PriceTextHints hints;
    hints.currency = typed.value("hint");
    const QJsonObject said = textJson(typed.value("text"), hints);
    const QString why = said.value(s("why")).toString();
    return session.answer(
        said, why.isEmpty() ? s("%1 %2\n").arg(said.value(s("price")).toString(), said.value(s("currency")).toString())
                            : s("No price: %1.\n").arg(codeText(s("page.") + why)));
  }
  if (typed.has("lines"))
    return extractLines(session);
  if (typed.words.isEmpty())
    return session.usage(s("extract PAGE.html --url U, or --text \"…\", or --lines"));
  QJsonArray pages;
  QString text;
  for (const QString& file : typed.words) {
    PW_SAY(session, const QByteArray bytes, readFile(file));
    PW_SAY(session, const QJsonObject page, pageJson(bytes, typed.value("url"), typed.value("content-type")));
    pages.append(page);
    text += (typed.words.size() > 1 ? file + u'\n' : QString()) + pageText(page);
  }
  return session.answer(pages.size() == 1 ? pages.first().toObject() : QJsonObject{{"pages", pages}}, text);
}

int runRobots(Session& session) {
  const QStringList& words = session.arguments.words;
  PW_SAY(session, const QByteArray bytes, readFile(words[0]));
  const RobotsRules rules = parseRobots(bytes);
  const RobotsVerdict v = rules.verdict(words[1], words[2]);
  QJsonObject out{{"allowed", v.allowed},
                  {"line", v.line},
                  {"rule", v.text},
                  {"group", v.agent},
                  {"rules", rules.ruleCount()},
                  {"sitemaps", QJsonArray::fromStringList(rules.sitemaps())}};
  if (v.crawlDelay)
    out.insert("crawl_delay_s", double(v.crawlDelay->count()) / 1000);
  return session.answer(out,
                        (v.allowed ? s("allowed") : s("disallowed")) +
                            (v.line > 0 ? s(" by line %1: %2\n").arg(v.line).arg(v.text) : s(": no rule says so\n")));
}

} // namespace pricewright

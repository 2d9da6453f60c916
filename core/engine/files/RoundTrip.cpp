// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/files/RoundTrip.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "engine/views/CatalogueView.h"
#include "exports/PriceSheet.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <map>
#include <set>

namespace pricewright {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("PriceSheet", text); }

constexpr qint64 kMostBytes = 64 << 20;
constexpr qsizetype kLongestSheetComment = 500;

PriceSheetNames names() {
  return {tr("SKU"),
          tr("Zone"),
          tr("Product"),
          tr("Category"),
          tr("Currency"),
          tr("Cost"),
          tr("Margin"),
          tr("Price now"),
          tr("Proposed"),
          tr("New price"),
          tr("Reason"),
          tr("Comment"),
          tr("Write the new price here; leave it empty where nothing changes. The gray columns are locked: rows are "
             "found again by SKU and zone, so sorting and filtering are welcome.")};
}

QStringList reasons() {
  return {tr("cost changed"), tr("competitor moved"), tr("too high"), tr("too low"), tr("campaign"), tr("clearance")};
}

std::map<SheetKey, const CatalogueRow*> byKey(const CatalogueSnapshot& catalogue) {
  std::map<SheetKey, const CatalogueRow*> rows;
  for (const CatalogueRow& row : catalogue.rows)
    rows.emplace(SheetKey{row.sku, row.zone}, &row);
  return rows;
}

struct Content {
  QByteArray bytes;
  QString sha256;
};
Result<Content> contentOf(const QString& path) {
  const auto wrong = [&](const QString& what) { return fail(s("sheet.file"), {{s("path"), path}, {s("what"), what}}); };
  const QFileInfo info(path);
  if (info.exists() && !info.isFile())
    return wrong(s("it is not a file"));
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly))
    return wrong(file.errorString());
  if (file.size() > kMostBytes)
    return fail(s("xlsx.too-large"), {{s("what"), s("file")}});
  Content content{file.readAll(), {}};
  if (file.error() != QFileDevice::NoError)
    return wrong(file.errorString());
  content.sha256 = QString::fromLatin1(QCryptographicHash::hash(content.bytes, QCryptographicHash::Sha256).toHex());
  return content;
}

// Plain digits as money, if they are an amount of it to the last one.
std::optional<Money> exactMoney(const QString& digits, const Currency& currency) {
  constexpr qsizetype kMostPlaces = 6;
  const qsizetype dot = digits.indexOf(u'.');
  const Result<Decimal> value = Decimal::parse(digits);
  if (!value || (dot >= 0 && digits.size() - dot - 1 > kMostPlaces))
    return std::nullopt;
  const Money money = Money::round(*value, currency, Rounding::HalfEven);
  return money.toDecimal() == *value ? std::optional(money) : std::nullopt;
}

// "3.49", "3,49", "$3.49", "1 299": exact, or nothing. A text with both marks, or with one that may stand for
// thousands, is not guessed at.
std::optional<Money> typedPrice(const PriceSheetEdit& e, const Currency& currency) {
  QString text = e.wanted;
  if (!e.isNumber) {
    text.remove(u' ').remove(QChar(0xA0)).remove(QChar(0x202F)).remove(QChar(0x2009));
    while (!text.isEmpty() && !text.front().isDigit() && text.front() != u'-' && text.front() != u'.')
      text.remove(0, 1);
    while (!text.isEmpty() && !text.back().isDigit())
      text.chop(1);
    const auto commas = text.count(u','), dots = text.count(u'.');
    if (commas + dots > 1)
      return std::nullopt;
    const qsizetype mark = std::max(text.indexOf(u','), text.indexOf(u'.'));
    if (mark >= 0 && text.size() - mark - 1 == 3 && currency.minorDigits() != 3)
      return std::nullopt; // thousands, or three decimals?
    text.replace(u',', u'.');
  }
  const std::optional<Money> price = exactMoney(text, currency);
  return price && price->minor() > 0 ? price : std::nullopt;
}

SheetChange refused(SheetChange c, const char* code, const QVariantMap& arguments = {}) {
  c.state = SheetChange::State::Refused;
  QMap<QString, QString> texts;
  for (auto it = arguments.begin(); it != arguments.end(); ++it)
    texts.insert(it.key(), it.value().toString());
  c.why = fail(s(code), texts);
  return c;
}

// What is wrong with a row before any limit is asked.
SheetChange readChange(const PriceSheetEdit& e, const std::map<SheetKey, const CatalogueRow*>& rows,
                       std::set<SheetKey>& seen) {
  SheetChange c;
  c.line = e.line;
  c.key = {e.sku, e.zone};
  c.reason = e.reason.left(kLongestSheetComment);
  c.comment = e.comment.left(kLongestSheetComment);
  const auto found = rows.find(c.key);
  if (found == rows.end())
    return refused(c, "sheet.unknown-price", {{s("sku"), e.sku}, {s("zone"), e.zone}});
  const CatalogueRow& row = *found->second;
  c.listingNo = row.listingNo;
  c.product = row.product;
  c.now = row.price;
  if (!seen.insert(c.key).second)
    return refused(c, "sheet.twice", {{s("sku"), e.sku}, {s("zone"), e.zone}});
  if (e.wanted.isEmpty() && !e.isFault) {
    c.state = SheetChange::State::Same;
    return c;
  }
  if (!e.currency.isEmpty() && e.currency != row.currency.code())
    return refused(c, "sheet.other-currency", {{s("currency"), e.currency}, {s("needed"), row.currency.code()}});
  const std::optional<Money> price = e.isFault ? std::nullopt : typedPrice(e, row.currency);
  if (!price)
    return refused(c, "usage.bad-price", {{s("value"), e.wanted.left(40)}, {s("currency"), row.currency.code()}});
  c.wanted = *price;
  if (c.wanted == c.now) {
    c.state = SheetChange::State::Same;
    return c;
  }
  if (!e.now.isEmpty() && row.price.isValid() && exactMoney(e.now, row.currency) != row.price)
    c.state = SheetChange::State::Meanwhile;
  return c;
}

} // namespace

int SheetDiff::count(SheetChange::State state) const {
  return int(std::count_if(changes.begin(), changes.end(), [&](const SheetChange& c) { return c.state == state; }));
}

Result<SheetWritten> writeSheet(Workspace& w, const QString& path, const QString& title, std::span<const SheetKey> keys,
                                const JobContext& job) {
  PW_TRY(const CatalogueSnapshot catalogue, catalogueView(w));
  PW_TRY(const QString id, w.catalog().workspaceValue(s("id")));
  const auto rows = byKey(catalogue);
  PriceSheet sheet{title, id, catalogue.userName, catalogue.now, {}, reasons()};
  for (const SheetKey& key : keys) {
    const auto found = rows.find(key);
    if (found == rows.end())
      continue;
    const CatalogueRow& r = *found->second;
    sheet.rows.push_back({r.sku, r.zone, r.product, r.category, r.currency.code(), r.cost, r.marginBp, r.price,
                          r.decisionState == DecisionState::Pending ? r.proposed : Money()});
  }
  PW_CHECK(writePriceSheet(path, sheet, names(), job));
  return SheetWritten{path, qint64(sheet.rows.size())};
}

Result<SheetDiff> readSheet(Workspace& w, const QString& path, const JobContext& job) {
  PW_TRY(Content content, contentOf(path));
  QBuffer file(&content.bytes);
  file.open(QIODevice::ReadOnly);
  PW_TRY(const PriceSheetEdits read, readPriceSheet(file, job));
  PW_TRY(const QString id, w.catalog().workspaceValue(s("id")));
  if (read.workspaceId != id)
    return fail(s("sheet.other-workspace"), {{s("title"), read.title}});
  PW_TRY(const CatalogueSnapshot catalogue, catalogueView(w));
  SheetDiff diff{
      path, QFileInfo(path).fileName(), content.sha256, read.title, read.writtenBy, read.writtenAt, read.rows, {}};
  const auto rows = byKey(catalogue);
  std::set<SheetKey> seen;
  for (const PriceSheetEdit& e : read.edits)
    diff.changes.push_back(readChange(e, rows, seen));
  std::vector<PriceWish> wishes;
  std::vector<SheetChange*> asked;
  for (SheetChange& c : diff.changes)
    if (c.state == SheetChange::State::Ready || c.state == SheetChange::State::Meanwhile) {
      wishes.push_back({c.listingNo, c.wanted});
      asked.push_back(&c);
    }
  PW_TRY(const auto guarded, w.previewPrices(wishes, job));
  for (std::size_t i = 0; i < guarded.size(); ++i) {
    if (!guarded[i]) {
      asked[i]->state = SheetChange::State::Refused;
      asked[i]->why = guarded[i].error();
      continue;
    }
    asked[i]->guarded = guarded[i]->proposed;
    asked[i]->changeBp = changeBp(guarded[i]->current, guarded[i]->proposed);
    asked[i]->route = guarded[i]->guarded.route;
    asked[i]->primaryReason = guarded[i]->guarded.primaryReason;
  }
  return diff;
}

Result<std::vector<Proposed>> applySheet(Workspace& w, const SheetDiff& diff, std::span<const int> lines) {
  PW_TRY(const Content content, contentOf(diff.path));
  if (content.sha256 != diff.sha256)
    return fail(s("sheet.changed"), {{s("path"), diff.fileName}});
  const std::set<int> wanted(lines.begin(), lines.end());
  std::map<QString, std::vector<PriceWish>> byReason; // one entry of the journal for each
  for (const SheetChange& c : diff.changes)
    if (wanted.contains(c.line) && (c.state == SheetChange::State::Ready || c.state == SheetChange::State::Meanwhile)) {
      QStringList words{diff.fileName};
      for (const QString& word : {c.reason, c.comment})
        if (!word.isEmpty())
          words << word;
      byReason[words.join(s(" · "))].push_back({c.listingNo, c.wanted});
    }
  std::vector<Proposed> all;
  for (const auto& [reason, wishes] : byReason) {
    PW_TRY(const std::vector<Proposed> some, w.proposePrices(wishes, reason));
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

} // namespace pricewright

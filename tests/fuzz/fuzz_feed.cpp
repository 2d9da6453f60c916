// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a product feed: each row has a price above nothing in a currency that exists, or a reason why not, and
// a feed that is read twice says the same. The first byte chooses the form, of JSON the first line is the mapping.
#include "feeds/JsonFeed.h"
#include "feeds/Prisync.h"
#include "feeds/XmlFeed.h"
#include "fuzz/Fuzz.h"

using namespace pricewright;
using namespace pricewright::fuzz;

namespace {

struct Said {
  FeedCounts counts;
  QString end;
  std::size_t sum = 0;
  bool operator==(const Said& o) const {
    return counts.items == o.counts.items && counts.unreadable == o.counts.unreadable &&
           counts.reasons == o.counts.reasons && end == o.end && sum == o.sum;
  }
};

FeedReading fuzzReading() {
  FeedReading how;
  how.now = fromMillis(1'772'442'000'000);
  how.currency = QStringLiteral("EUR"), how.country = QStringLiteral("DE");
  how.limits = {100, 200'000, 200};
  return how;
}

void checkItem(const FeedItem& item, const FeedReading& how) {
  need(item.price.value.micros() > 0, "a price is above nothing");
  need(Currency::fromCode(item.price.currency.code()).has_value(), "a price has its currency");
  need(!item.listPrice || (item.listPrice->currency == item.price.currency && item.listPrice->value > item.price.value),
       "a list price is above the price");
  need(!item.observedAt || *item.observedAt <= how.now + std::chrono::minutes(5), "nothing is from the future");
  for (const QString& text : item.texts)
    need(text.size() <= how.limits.field, "a field is short");
}

Status readOne(unsigned form, const QByteArray& bytes, const FeedMapping& mapping, FeedIntake& intake) {
  constexpr unsigned kForms = 5;
  switch (form % kForms) {
  case 0:
    return readXmlFeed(bytes, intake);
  case 1:
    return readTableFeed(bytes, {}, intake);
  case 2: {
    const auto page = readJsonPage(bytes, mapping, intake);
    return page ? Status() : Status(page.error());
  }
  case 3: {
    const auto page = readPrisyncList(bytes, intake);
    return page ? Status() : Status(page.error());
  }
  default: {
    PrisyncProduct product;
    PW_CHECK(readPrisyncProduct(bytes, product, intake));
    return readPrisyncUrl(bytes, product, intake);
  }
  }
}

Said saidBy(unsigned form, const QByteArray& bytes, const FeedMapping& mapping) {
  Said out;
  const FeedReading how = fuzzReading();
  FeedIntake intake(how, [&](const FeedItem& item) {
    checkItem(item, how);
    out.sum = out.sum * 31 + qHash(item.texts[0]) + std::size_t(item.price.value.micros());
  });
  const Status end = readOne(form, bytes, mapping, intake);
  out.counts = intake.counts(), out.end = end ? QString() : end.error().code;
  need(out.counts.items + out.counts.unreadable <= how.limits.items, "no more rows than are allowed");
  qint64 reasons = 0;
  for (const qint64 count : std::as_const(out.counts.reasons))
    reasons += count;
  need(reasons == out.counts.unreadable, "each unreadable row has its reason");
  need(qint64(out.counts.first.size()) == std::min<qint64>(20, out.counts.unreadable), "twenty are kept");
  return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input input(data, size);
  const unsigned form = input.byte();
  FeedMapping mapping;
  if (form % 5 == 2) {
    const auto read =
        FeedMapping::parse(QJsonDocument::fromJson(Input::toBytes(input.line())).object(), FeedKind::Json);
    if (!read)
      return 0;
    mapping = *read;
  }
  const QByteArray bytes = input.rest();
  need(saidBy(form, bytes, mapping) == saidBy(form, bytes, mapping), "the same again");
  return 0;
}

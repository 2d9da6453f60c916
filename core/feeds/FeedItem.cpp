// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/FeedItem.h"

#include "base/Words.h"
#include "extraction/StructuredFacts.h"
#include "extraction/pricetext/PriceText.h"

#include <QDateTime>

namespace pricewright {
namespace {

constexpr Duration kMostAhead = std::chrono::minutes(5);
constexpr std::size_t kMostShown = 20;
constexpr qsizetype kShownCharacters = 200;

bool isDigitOfAscii(QChar c) { return c >= u'0' && c <= u'9'; }

// Digits with at most one dot; the places behind it, −1 where it is something else.
int placesOfPlainNumber(QStringView text) {
  qsizetype dot = -1;
  for (qsizetype i = 0; i < text.size(); ++i) {
    if (text[i] == u'.' && dot < 0 && i > 0)
      dot = i;
    else if (!isDigitOfAscii(text[i]))
      return -1;
  }
  if (text.isEmpty() || dot == text.size() - 1)
    return -1;
  return dot < 0 ? 0 : int(text.size() - 1 - dot);
}

// "1.5e3", as programs write numbers.
bool hasExponent(QStringView text) {
  const qsizetype e = text.indexOf(u'e', 0, Qt::CaseInsensitive);
  if (e < 1 || placesOfPlainNumber(text.first(e)) < 0)
    return false;
  QStringView power = text.sliced(e + 1);
  if (power.startsWith(u'+') || power.startsWith(u'-'))
    power = power.sliced(1);
  return !power.isEmpty() && std::all_of(power.begin(), power.end(), isDigitOfAscii);
}

struct CodedNumber {
  QStringView number, code;
};
// "19.99 EUR" and "EUR 19.99" taken apart; without a code all of it is the number.
CodedNumber takenApart(QStringView text) {
  constexpr qsizetype kCode = 3;
  const auto isCode = [](QStringView t) {
    return std::all_of(t.begin(), t.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
  };
  if (text.size() > kCode && isCode(text.last(kCode)))
    return {text.chopped(kCode).trimmed(), text.last(kCode)};
  if (text.size() > kCode && isCode(text.first(kCode)))
    return {text.sliced(kCode).trimmed(), text.first(kCode)};
  return {text, {}};
}

std::optional<Amount> amountIn(const Decimal& value, const QString& code, QString& why) {
  const Result<Currency> currency = Currency::fromCode(code);
  if (value.micros() <= 0)
    why = s("feed.no-price");
  else if (!currency)
    why = code.isEmpty() ? s("feed.no-currency") : s("feed.unknown-currency");
  else
    return Amount{value, *currency};
  return std::nullopt;
}

std::optional<Amount> freePrice(const QString& text, const QString& currency, QChar mark, QString& why) {
  PriceTextHints hints;
  hints.currency = currency, hints.decimalMark = mark;
  const PriceText read = parsePriceText(text, hints);
  if (!read.amount)
    why = read.why == u"ambiguous"                              ? s("feed.ambiguous-price")
          : read.why == u"no-digits" || read.why == u"no-price" ? s("feed.no-price")
                                                                : s("feed.bad-price");
  else if (read.isPerUnit)
    why = s("feed.unit-price");
  else if (read.isFrom || read.upper)
    why = s("feed.price-from");
  else
    return amountIn(*read.amount, read.currency, why);
  return std::nullopt;
}

// Whether the sale is on. An unreadable period is no answer.
std::optional<bool> isInPeriod(const QString& text, Instant now) {
  if (text.isEmpty())
    return true;
  const std::optional<Instant> from = feedInstant(text.section(u'/', 0, 0)), to = feedInstant(text.section(u'/', 1));
  if (!from || !to || *to < *from)
    return std::nullopt;
  return *from <= now && now <= *to;
}

QChar markOf(const FeedItem& item, const FeedReading& how) {
  return item.decimalMark.isNull() ? how.decimalMark : item.decimalMark;
}

QString readPrices(FeedItem& item, const FeedReading& how) {
  const QChar mark = markOf(item, how);
  const QString told = item[FeedField::Currency].trimmed();
  const QString coded = told.isEmpty()                     ? how.currency
                        : currencyOfSymbol(told).isEmpty() ? told.toUpper()
                                                           : currencyOfSymbol(told);
  // What a row says twice has to agree: which of the two is right, it does not say.
  const auto priceOf = [&](FeedField field, QString& whyNot) -> std::optional<Amount> {
    const std::optional<Amount> price = feedPrice(item[field], coded, mark, whyNot);
    if (!price || told.isEmpty() || !Currency::fromCode(told.toUpper()) || price->currency.code() == coded)
      return price;
    whyNot = s("feed.two-currencies");
    return std::nullopt;
  };
  QString why;
  const std::optional<Amount> regular = priceOf(FeedField::Price, why);
  QString saleWhy;
  const bool hasSale = !item[FeedField::SalePrice].trimmed().isEmpty();
  const std::optional<Amount> sale = hasSale ? priceOf(FeedField::SalePrice, saleWhy) : std::nullopt;
  if (hasSale && !sale && saleWhy != u"feed.no-price")
    return saleWhy;
  if (sale) {
    const std::optional<bool> on = isInPeriod(item[FeedField::SalePeriod].trimmed(), how.now);
    if (!on)
      return s("feed.bad-sale-period");
    if (*on) {
      item.price = *sale;
      if (regular && regular->currency == sale->currency && regular->value > sale->value)
        item.listPrice = regular;
      return {};
    }
  }
  if (!regular)
    return why;
  item.price = *regular;
  QString listWhy;
  if (const auto list = priceOf(FeedField::ListPrice, listWhy);
      list && list->currency == regular->currency && list->value > regular->value)
    item.listPrice = list;
  return {};
}

// "free" and "0.00", in whatever currency; not "free from 50 €".
bool isFree(const QString& text) {
  const Result<Decimal> plain = Decimal::parse(takenApart(text).number);
  if (plain)
    return plain->micros() == 0;
  const PriceText read = parsePriceText(text);
  return read.amount == Decimal() && !read.isFrom && !read.isPerUnit && !read.upper;
}

// What a cell tells and nobody can read is not free: without it the delivered price would be too low.
QString readShipping(FeedItem& item, const FeedReading& how) {
  const QString text = item[FeedField::Shipping].trimmed();
  if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
    return {}; // nothing, or a dash
  if (isFree(text)) {
    item.shipping = Decimal();
    return {};
  }
  QString why;
  std::optional<Amount> amount = feedPrice(text, item.price.currency.code(), markOf(item, how), why);
  if (!amount) // its own spelling may leave no doubt, where the prices have another mark: numbers of JSON
    amount = feedPrice(text, item.price.currency.code(), {}, why);
  if (!amount)
    return s("feed.bad-shipping");
  if (amount->currency != item.price.currency)
    return s("feed.shipping-currency");
  item.shipping = amount->value;
  return {};
}

} // namespace

std::optional<Amount> feedPrice(const QString& text, const QString& currency, QChar decimalMark, QString& why) {
  constexpr qsizetype kLongest = 200;
  const QString trimmed = text.trimmed();
  if (trimmed.isEmpty() || trimmed.size() > kLongest) {
    why = trimmed.isEmpty() ? s("feed.no-price") : s("feed.bad-price");
    return std::nullopt;
  }
  const CodedNumber coded = takenApart(trimmed);
  const int places = placesOfPlainNumber(coded.number);
  const bool scientific = hasExponent(coded.number);
  if (!scientific && (places < 0 || (decimalMark == u',' && places > 0)))
    return freePrice(trimmed, currency, decimalMark, why);
  const QString code = coded.code.isEmpty() ? currency : coded.code.toString();
  const Result<Currency> known = Currency::fromCode(code);
  constexpr int kThousandths = 3;
  if (places == kThousandths && decimalMark != u'.' && known && known->minorDigits() != kThousandths) {
    why = s("feed.ambiguous-price");
    return std::nullopt;
  }
  const Result<Decimal> value = Decimal::parse(coded.number);
  if (!value) {
    why = s("feed.bad-price");
    return std::nullopt;
  }
  return amountIn(*value, code, why);
}

std::optional<bool> feedAvailability(QStringView text) {
  QString word;
  const qsizetype slash = text.lastIndexOf(u'/'); // https://schema.org/InStock
  for (const QChar c : text.sliced(slash + 1)) {
    if (c.isLetterOrNumber())
      word += c.toLower();
  }
  static const QStringList kIn{s("instock"),
                               s("available"),
                               s("availablefororder"),
                               s("limitedavailability"),
                               s("onlineonly"),
                               s("instoreonly"),
                               s("yes"),
                               s("true"),
                               s("y"),
                               s("ja"),
                               s("lowstock"),
                               s("limitedstock"),
                               s("auflager"),
                               s("lieferbar")};
  static const QStringList kOut{s("outofstock"), s("soldout"),     s("discontinued"), s("preorder"),
                                s("backorder"),  s("unavailable"), s("notavailable"), s("no"),
                                s("false"),      s("n"),           s("nein"),         s("notinstock"),
                                s("presale"),    s("madetoorder"), s("ausverkauft"),  s("nichtlieferbar")};
  if (kIn.contains(word))
    return true;
  if (kOut.contains(word))
    return false;
  if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isDigitOfAscii)) // pieces; fewer than none are none
    return !text.trimmed().startsWith(u'-') && std::any_of(word.begin(), word.end(), [](QChar c) { return c != u'0'; });
  // In more words, "temporarily out of stock": what pages are read by.
  const QString code = availabilityCode(text.toUtf8().toStdString());
  return code.isEmpty() ? std::nullopt : std::optional(code == u"InStock");
}

std::optional<Instant> feedInstant(QStringView text) {
  constexpr qsizetype kLongest = 40, kSeconds = 10, kMilliseconds = 13;
  const QString t = text.trimmed().toString();
  if (t.isEmpty() || t.size() > kLongest)
    return std::nullopt;
  if (std::all_of(t.begin(), t.end(), isDigitOfAscii)) {
    if (t.size() == kSeconds)
      return fromMillis(t.toLongLong() * 1000);
    return t.size() == kMilliseconds ? std::optional(fromMillis(t.toLongLong())) : std::nullopt;
  }
  const Result<Instant> at = parseInstant(t);
  return at ? std::optional(*at) : std::nullopt;
}

QString readFeedItem(FeedItem& item, const FeedReading& how) {
  for (QString& text : item.texts)
    if (text.size() > how.limits.field)
      return s("feed.field-too-long");
  if (item[FeedField::Id].isEmpty() && item[FeedField::OurCode].isEmpty() && item[FeedField::Gtin].isEmpty() &&
      item[FeedField::Url].isEmpty())
    return s("feed.no-id");
  if (const QString why = readPrices(item, how); !why.isEmpty())
    return why;
  if (const QString why = readShipping(item, how); !why.isEmpty())
    return why;
  item.inStock = feedAvailability(item[FeedField::Availability]);
  const QString condition = item[FeedField::Condition].trimmed().toLower().remove(QStringLiteral("unused"));
  item.isUsed = condition.contains(u"used") || condition.contains(u"refurb") || condition.contains(u"gebraucht");
  if (item[FeedField::Seller].isEmpty())
    item[FeedField::Seller] = how.seller;
  if (const QString told = item[FeedField::ObservedAt].trimmed(); !told.isEmpty()) {
    item.observedAt = feedInstant(told);
    if (!item.observedAt)
      return s("feed.bad-time");
    if (*item.observedAt > how.now + kMostAhead)
      return s("feed.future");
  }
  return {};
}

FeedIntake::FeedIntake(FeedReading how, FeedSink sink)
    : seenAt(how.now), m_how(std::move(how)), m_sink(std::move(sink)) {}

Status FeedIntake::mayGoOn() const {
  if (m_how.stop.stop_requested())
    return fail(s("feed.cancelled"));
  if (m_counts.items + m_counts.unreadable >= m_how.limits.items)
    return fail(s("feed.too-many-items"), {{s("limit"), QString::number(m_how.limits.items)}});
  return {};
}

Status FeedIntake::takeBroken(qint64 position, const QString& text) {
  PW_CHECK(mayGoOn());
  refuse(position, {}, s("feed.bad-row"), text);
  return {};
}

Status FeedIntake::take(FeedItem item) {
  PW_CHECK(mayGoOn());
  for (QString& text : item.texts)
    text = text.trimmed();
  item.seenAt = seenAt;
  if (const QString why = readFeedItem(item, m_how); !why.isEmpty()) {
    const QString& id = item[item[FeedField::Id].isEmpty() ? FeedField::OurCode : FeedField::Id];
    const bool isShipping = why == u"feed.bad-shipping" || why == u"feed.shipping-currency";
    refuse(item.position, id, why,
           isShipping ? item[FeedField::Shipping] : item[FeedField::Price] + u' ' + item[FeedField::Currency]);
    return {};
  }
  ++m_counts.items;
  m_sink(item);
  return {};
}

void FeedIntake::refuse(qint64 position, const QString& id, const QString& reason, const QString& text) {
  ++m_counts.unreadable, ++m_counts.reasons[reason];
  if (m_counts.first.size() < kMostShown)
    m_counts.first.push_back({position, id.left(kShownCharacters), reason, text.trimmed().left(kShownCharacters)});
}

} // namespace pricewright

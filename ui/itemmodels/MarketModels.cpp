// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/MarketModels.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

std::vector<Column> siteColumns() {
  using M = SiteModel;
  std::vector<Column> all{col("host", M::tr("Site"), CellKind::Text, 130, 200, 4),
                          col("competitor", M::tr("Competitor"), CellKind::Text, 90, 140, 2),
                          col("state", M::tr("State"), CellKind::Chip, 120, 190, 2),
                          col("pages", M::tr("Pages"), CellKind::Number, 62, 70, 0),
                          withHelp(col("due", M::tr("Due"), CellKind::Number, 52, 60, 0),
                                   M::tr("Pages whose time to be looked at has come")),
                          withHelp(col("stale", M::tr("Stale"), CellKind::Number, 56, 64, 0),
                                   M::tr("Pages without a price within the time that their source is good for")),
                          withHelp(col("good", M::tr("Read"), CellKind::Percent, 78, 84, 0),
                                   M::tr("Looks of the last 24 hours that found a price"), s("%")),
                          col("last-good", M::tr("Last price"), CellKind::Freshness, 88, 100, 0),
                          withHelp(col("terms", M::tr("Terms"), CellKind::Text, 84, 130, 1),
                                   M::tr("Who has read the site's terms of use, and what they allow"))};
  all[M::Competitor].muted = true;
  return all;
}

std::vector<Column> offerColumns() {
  using M = MarketOfferModel;
  std::vector<Column> all{
      col("sku", M::tr("SKU"), CellKind::Code, 90, 100),
      col("product", M::tr("Product"), CellKind::Text, 80, 190, 5),
      col("zone", M::tr("Zone"), CellKind::Text, 52, 70),
      col("seller", M::tr("Seller"), CellKind::Text, 84, 120, 2),
      col("price", M::tr("Theirs"), CellKind::Money, 66, 76),
      col("ours", M::tr("Ours"), CellKind::Money, 60, 70),
      withHelp(col("apart", M::tr("Apart"), CellKind::Delta, 78, 88, 0),
               M::tr("Theirs against ours: delivered, in our currency and pack"), s("%")),
      withHelp(col("move", M::tr("Moved"), CellKind::Delta, 78, 88, 0), M::tr("Against their price before"), s("%")),
      col("seen", M::tr("Seen"), CellKind::Freshness, 108, 112, 0),
      col("state", M::tr("State"), CellKind::Chip, 210, 300, 4)};
  all[M::Price].strong = true;
  return all;
}

QString agoText(Instant at, Instant now) { return durationText(std::max(Duration(0), now - at)); }

} // namespace

QString siteStateText(const SiteHealth& h) {
  return h.state == u"stale" ? SiteModel::tr("All prices are old") : capitalized(codeText(h.state));
}

SiteModel::SiteModel(QObject* parent) : RowModel(siteColumns(), parent) {}

void SiteModel::setStatus(const MarketStatus& status) {
  beginResetModel();
  m_rows = status.sites;
  m_now = status.now;
  endResetModel();
}

QString SiteModel::text(int row, int column) const {
  const SiteHealth& h = at(row);
  switch (column) {
  case Host:
    return h.site.host;
  case Competitor:
    return h.competitor;
  case State:
    return siteStateText(h);
  case Pages:
    return QLocale().toString(h.pages);
  case Due:
    return QLocale().toString(h.due);
  case Stale:
    return QLocale().toString(h.stale);
  case Good:
    return h.looks > 0 ? QLocale().toString(100.0 * double(h.good) / double(h.looks), 'f', 1) : s("–");
  case LastGood:
    return h.lastGood ? agoText(*h.lastGood, m_now) : tr("never");
  default:
    return h.site.terms == TermsState::Open ? tr("open")
                                            : tr("%1, %2").arg(codeText(termsStateName(h.site.terms)), h.site.termsBy);
  }
}

double SiteModel::number(int row, int column) const {
  const SiteHealth& h = at(row);
  switch (column) {
  case Pages:
    return h.pages;
  case Due:
    return h.due;
  case Stale:
    return h.stale;
  case Good:
    return h.looks > 0 ? 100.0 * double(h.good) / double(h.looks) : kNone;
  case LastGood:
    return h.lastGood ? double((m_now - *h.lastGood).count()) : kNone;
  default:
    return kNone;
  }
}

paint::Tone SiteModel::tone(int row, int column) const {
  const SiteHealth& h = at(row);
  if (column == State) {
    if (h.state == u"fresh")
      return paint::Tone::Positive;
    if (h.state == u"closed" || h.state == u"stale")
      return paint::Tone::Negative;
    return h.state == u"aging" || h.state == u"failing" || h.state == u"no-price-yet" || h.state == u"terms-open"
               ? paint::Tone::Warning
               : paint::Tone::Neutral;
  }
  return column == LastGood && h.stale > 0 ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString SiteModel::detail(int row, int column) const {
  const SiteHealth& h = at(row);
  if (column == State)
    return h.closedWhy.isEmpty() ? QString() : codeText(h.closedWhy);
  return column == Terms ? h.site.termsNote : QString();
}

MarketOfferModel::MarketOfferModel(QObject* parent) : RowModel(offerColumns(), parent) {}

void MarketOfferModel::setView(const MarketBoard& view) {
  beginResetModel();
  m_rows = view.offers;
  m_now = view.status.now;
  endResetModel();
}

int MarketOfferModel::rowOf(const QString& wanted) const {
  for (int row = 0; row < int(m_rows.size()); ++row)
    if (key(row) == wanted)
      return row;
  return -1;
}

QString MarketOfferModel::text(int row, int column) const {
  const MarketOffer& o = at(row);
  switch (column) {
  case Sku:
    return o.sku;
  case Product:
    return o.product;
  case Zone:
    return o.zone;
  case Seller:
    return o.competitor.isEmpty() ? o.offer.seller : o.competitor;
  case Price:
    return decimalText(o.offer.price.value) + (o.ours.isValid() && o.ours.currency() == o.offer.price.currency
                                                   ? QString()
                                                   : u' ' + currencyMark(o.offer.price.currency));
  case Ours:
    return o.ours.isValid() ? moneyText(o.ours) : s("–");
  case Apart:
    return o.apartPercent ? signedNumber(*o.apartPercent, 1) : s("–");
  case Move:
    return o.movePercent && *o.movePercent != 0 ? signedNumber(*o.movePercent, 1) : s("–");
  case Seen:
    return agoText(o.offer.observedAt, m_now);
  default:
    return o.offer.state == OfferState::Quarantined ? tr("In doubt")
           : o.offer.state == OfferState::Rejected  ? tr("Rejected")
           : !o.offer.inStock                       ? tr("Sold out")
                                                    : QString();
  }
}

double MarketOfferModel::number(int row, int column) const {
  const MarketOffer& o = at(row);
  switch (column) {
  case Price:
    return o.offer.price.value.toDouble();
  case Ours:
    return o.ours.isValid() ? o.ours.toDouble() : kNone;
  case Apart:
    return o.apartPercent.value_or(kNone);
  case Move:
    return o.movePercent.value_or(kNone);
  case Seen:
    return double((m_now - o.offer.observedAt).count());
  default:
    return kNone;
  }
}

paint::Tone MarketOfferModel::tone(int row, int column) const {
  const MarketOffer& o = at(row);
  return column == State && o.offer.state == OfferState::Quarantined ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString MarketOfferModel::detail(int row, int column) const {
  const MarketOffer& o = at(row);
  return column == State && !o.offer.stateReason.isEmpty() ? codeText(o.offer.stateReason) : QString();
}

} // namespace pricewright

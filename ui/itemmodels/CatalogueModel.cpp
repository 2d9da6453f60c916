// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemmodels/CatalogueModel.h"

#include "engine/files/MasterData.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <cmath>

namespace pricewright {
namespace {

using enum CatalogueColumn;
constexpr double kLowIndex = 95;           // well below the others
constexpr double kSlip = 8.6;              // about ten times the cost before: a slipped decimal mark
const QString kDash = QStringLiteral("–"); // nothing there

double numberOf(const std::optional<Amount>& amount) { return amount ? amount->value.toDouble() : kNone; }
double numberOf(const Money& money) { return money.isValid() ? money.toDouble() : kNone; }
double numberOf(std::optional<qint64> minor, Currency currency) {
  return minor ? Money(*minor, currency).toDouble() : kNone;
}
QString textOf(std::optional<qint64> minor, Currency currency) {
  return minor ? moneyText(Money(*minor, currency)) : kDash;
}
// As many places as its price has; the full ones are in the tool tip and in what is copied.
QString rounded(const Amount& amount) {
  return moneyText(Money::round(amount.value, amount.currency, Rounding::HalfEven));
}

} // namespace

CatalogueModel::CatalogueModel(QObject* parent) : RowModel(makeColumns(), parent) {}

void CatalogueModel::setSnapshot(const CatalogueSnapshotPtr& snapshot) {
  beginResetModel();
  m_snapshot = snapshot;
  m_rowOf.clear();
  m_rowOfKey.clear();
  std::optional<Currency> one;
  bool several = false;
  for (int i = 0; i < rowCount(); ++i) {
    m_rowOf[at(i).listingNo] = i;
    m_rowOfKey[key(i)] = i;
    several |= one && *one != at(i).currency;
    one = at(i).currency;
  }
  endResetModel();
  const QString unit = one && !several ? currencyMark(*one) : QString();
  for (const CatalogueColumn c : {Price, Shelf, Tried, Cost, Revenue})
    setUnit(column(c), unit);
}

int CatalogueModel::rowOfListing(int listingNo) const {
  const auto found = m_rowOf.find(listingNo);
  return found == m_rowOf.end() ? -1 : found->second;
}
int CatalogueModel::rowOfKey(const QString& key) const {
  const auto found = m_rowOfKey.find(key);
  return found == m_rowOfKey.end() ? -1 : found->second;
}

void CatalogueModel::setTried(const std::map<int, Money>& tried) {
  std::vector<int> touched;
  for (const auto* prices : {&std::as_const(m_tried), &tried})
    for (const auto& [listing, price] : *prices)
      touched.push_back(rowOfListing(listing));
  m_tried = tried;
  for (const int row : touched)
    if (row >= 0)
      emit dataChanged(index(row, column(Tried)), index(row, column(Tried)));
}

const Money* CatalogueModel::triedAt(int listingNo) const {
  const auto found = m_tried.find(listingNo);
  return found == m_tried.end() ? nullptr : &found->second;
}

int CatalogueModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_snapshot ? 0 : static_cast<int>(m_snapshot->rows.size());
}

Qt::ItemFlags CatalogueModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = RowModel::flags(index);
  if (m_readOnly && index.column() != column(Tried))
    flags &= ~Qt::ItemIsEditable;
  return flags;
}

QString CatalogueModel::key(int row) const { return at(row).sku + QLatin1Char('|') + at(row).zone; }

QString CatalogueModel::rivalText(const CatalogueRow& r, const std::optional<Amount>& amount) const {
  if (amount)
    return rounded(*amount);
  return isStale(r) ? tr("stale") : kDash;
}

QString CatalogueModel::text(int row, int c) const {
  const CatalogueRow& r = at(row);
  switch (static_cast<CatalogueColumn>(c)) {
  case CatalogueColumn::Sku:
    return r.sku;
  case Product:
    return r.product;
  case Brand:
    return r.brand;
  case Gtin:
    return r.gtin;
  case PartNumber:
    return r.mpn;
  case CatalogueColumn::Category:
    return r.category;
  case Zone:
    return r.zone;
  case CatalogueColumn::Role:
    return roleWord(r.role);
  case Price:
    return moneyText(r.price);
  case Shelf:
    return r.onShelf.isValid() ? moneyText(r.onShelf) : r.onPromotion ? tr("promotion") : kDash;
  case Tried:
    return triedAt(r.listingNo) ? moneyText(*triedAt(r.listingNo)) : QString();
  case Ladder:
    return ladderWords(r.ladder, r.currency);
  case Cost:
    return r.cost ? rounded(*r.cost) : codeText(r.costWhy);
  case Margin:
    return r.marginBp ? percentText(*r.marginBp, false) : kDash;
  case RivalLow:
    return rivalText(r, r.rivalLow);
  case RivalMean:
    return rivalText(r, r.rivalMean);
  case RivalHigh:
    return rivalText(r, r.rivalHigh);
  case Rivals:
    return QLocale().toString(r.rivals);
  case RivalAge:
    return r.rivalAge ? durationText(*r.rivalAge) : isStale(r) ? tr("stale") : kDash;
  case Index:
    return r.index ? plainNumber(*r.index, 1) : isStale(r) ? tr("stale") : kDash;
  case Elasticity:
    return r.elasticityKnown
               ? QStringLiteral("%1 ±%2").arg(plainNumber(r.elasticity, 1), plainNumber(r.elasticityHalf, 1))
               : tr("cannot tell");
  case Stock:
    return r.stockMilli ? plainNumber(double(*r.stockMilli) / 1000, *r.stockMilli % 1000 == 0 ? 0 : 1) : kDash;
  case Days:
    return r.daysSinceChange ? QLocale().toString(*r.daysSinceChange) : kDash;
  case Units:
    return r.unitsPerWeek ? plainNumber(*r.unitsPerWeek, *r.unitsPerWeek < 10 ? 1 : 0) : kDash;
  case Revenue:
    return r.revenuePerWeek ? plainNumber(*r.revenuePerWeek, 0) : kDash;
  case Floor:
    return textOf(r.floorMinor, r.currency);
  case Ceiling:
    return textOf(r.ceilingMinor, r.currency);
  case Advertised:
    return textOf(r.mapMinor, r.currency);
  case Decision:
    return r.decision.isNull() ? QString() : capitalized(decisionStateName(r.decisionState).replace(u'_', u' '));
  }
  return {};
}

double CatalogueModel::number(int row, int c) const {
  const CatalogueRow& r = at(row);
  switch (static_cast<CatalogueColumn>(c)) {
  case Price:
    return numberOf(r.price);
  case Shelf:
    return numberOf(r.onShelf);
  case Tried:
    return triedAt(r.listingNo) ? triedAt(r.listingNo)->toDouble() : kNone;
  case Cost:
    return numberOf(r.cost);
  case Margin:
    return r.marginBp ? *r.marginBp / 100.0 : kNone;
  case RivalLow:
    return numberOf(r.rivalLow);
  case RivalMean:
    return numberOf(r.rivalMean);
  case RivalHigh:
    return numberOf(r.rivalHigh);
  case Rivals:
    return r.rivals;
  case RivalAge:
    return r.rivalAge ? double(r.rivalAge->count()) / 3'600'000 : kNone;
  case Index:
    return r.index.value_or(kNone);
  case Elasticity:
    return r.elasticityKnown ? r.elasticity : kNone;
  case Stock:
    return r.stockMilli ? double(*r.stockMilli) / 1000 : kNone;
  case Days:
    return r.daysSinceChange ? *r.daysSinceChange : kNone;
  case Units:
    return r.unitsPerWeek.value_or(kNone);
  case Revenue:
    return r.revenuePerWeek.value_or(kNone);
  case Floor:
    return numberOf(r.floorMinor, r.currency);
  case Ceiling:
    return numberOf(r.ceilingMinor, r.currency);
  case Advertised:
    return numberOf(r.mapMinor, r.currency);
  default:
    return kNone;
  }
}

paint::Tone CatalogueModel::tone(int row, int c) const {
  const CatalogueRow& r = at(row);
  switch (static_cast<CatalogueColumn>(c)) {
  case Tried:
    return paint::Tone::Accent;
  case Cost:
    return r.cost ? paint::Tone::Neutral : paint::Tone::Warning;
  case Margin:
    return r.marginBp && *r.marginBp < 0 ? paint::Tone::Negative : paint::Tone::Neutral;
  case RivalLow:
  case RivalMean:
  case RivalHigh:
  case RivalAge:
    return isStale(r) ? paint::Tone::Warning : paint::Tone::Neutral;
  case Index:
    if (isStale(r))
      return paint::Tone::Warning;
    return r.index && *r.index < kLowIndex ? paint::Tone::Negative : paint::Tone::Neutral;
  case Decision:
    switch (r.decisionState) {
    case DecisionState::Pending:
      return paint::Tone::Warning;
    case DecisionState::Approved:
    case DecisionState::Published:
      return paint::Tone::Positive;
    case DecisionState::Rejected:
    case DecisionState::Held:
      return paint::Tone::Negative;
    default:
      return paint::Tone::Neutral;
    }
  default:
    return paint::Tone::Neutral;
  }
}

QString CatalogueModel::detail(int row, int c) const {
  const CatalogueRow& r = at(row);
  switch (static_cast<CatalogueColumn>(c)) {
  case Price:
    return r.byHand ? tr("set by hand") : r.onPromotion ? tr("a promotion runs") : QString();
  case Cost:
    return r.cost ? amountText(*r.cost) : tr("no cost: %1").arg(codeText(r.costWhy));
  case RivalLow:
  case RivalMean:
  case RivalHigh:
  case Rivals:
  case RivalAge:
  case Index:
    if (r.reference)
      return tr("%1 sellers, median %2, the oldest seen %3 ago")
          .arg(QLocale().toString(r.rivals), rounded(*r.reference), durationText(r.rivalAge.value_or(Duration{})));
    return isStale(r) ? tr("Sellers seen too long ago: %1").arg(QLocale().toString(r.rivalsStale))
                      : codeText(r.rivalWhy);
  case Elasticity:
    if (!r.elasticityKnown)
      return codeText(r.elasticityWhy);
    return tr("95 % between %1 and %2")
               .arg(plainNumber(r.elasticity - r.elasticityHalf, 2), plainNumber(r.elasticity + r.elasticityHalf, 2)) +
           (r.elasticityWeak ? tr(", weak: %1").arg(codeText(r.elasticityWhy)) : QString());
  case Decision:
    return r.proposed.isValid() && r.proposed != r.price ? tr("at %1").arg(moneyText(r.proposed)) : QString();
  default:
    return {};
  }
}

QString CatalogueModel::spoken(int row, int c) const {
  const QString words = detail(row, c);
  return words.isEmpty() ? text(row, c) : text(row, c) + QStringLiteral(", ") + words;
}

QString CatalogueModel::plain(int row, int c) const {
  const CatalogueRow& r = at(row);
  if (c == column(Cost))
    return r.cost ? decimalText(r.cost->value) : QString();
  if (c == column(Elasticity) && r.elasticityKnown)
    return plainNumber(r.elasticity, 4);
  if (c == column(Index) && r.index)
    return plainNumber(*r.index, 4);
  return text(row, c);
}

QString CatalogueModel::editText(int row, int c) const {
  const CatalogueRow& r = at(row);
  for (const auto& [limit, at] :
       {std::pair(&r.floorMinor, Floor), {&r.ceilingMinor, Ceiling}, {&r.mapMinor, Advertised}})
    if (c == column(at))
      return *limit ? moneyText(Money(**limit, r.currency), QLocale(), false) : QString();
  if (c == column(Tried))
    return moneyText(triedAt(r.listingNo) ? *triedAt(r.listingNo) : r.price, QLocale(), false);
  return plain(row, c);
}

QString CatalogueModel::checkEdit(int row, int c, const QString& typed) const {
  const CatalogueRow& r = at(row);
  if (c == column(Tried)) {
    if (typed.isEmpty())
      return {}; // back to now
    if (!r.price.isValid())
      return tr("%1 has no price in force: there is nothing to compare with.").arg(r.sku);
    const std::optional<Money> price = moneyFromText(typed, r.currency);
    return price && price->minor() > 0 ? QString() : tr("“%1” is no price.").arg(typed.left(40));
  }
  if (c == column(Cost)) {
    const std::optional<Amount> cost = costFromText(typed, r.currency);
    if (!cost)
      return tr("“%1” is no cost: it must be above zero.").arg(typed.left(40));
    const double ratio = r.cost ? cost->value.toDouble() / r.cost->value.toDouble() : 1;
    if (ratio > kSlip || ratio < 1 / kSlip)
      return tr("%1 is about ten times more or less than the cost before. Is the decimal mark in its place?")
          .arg(typed.left(40));
    return {};
  }
  if (c == column(Ladder)) {
    const auto ladder = ladderFromWords(typed, r.currency);
    return ladder ? QString() : errorText(ladder.error());
  }
  if (c == column(Floor) || c == column(Ceiling) || c == column(Advertised)) {
    const auto bounds = boundsFromText(r, static_cast<CatalogueColumn>(c), typed);
    if (!bounds)
      return tr("“%1” is no price.").arg(typed.left(40));
    return bounds->minMinor && bounds->maxMinor && *bounds->maxMinor < *bounds->minMinor
               ? tr("The ceiling must not lie below the floor.")
               : QString();
  }
  if (c == column(CatalogueColumn::Role))
    return roleFromText(typed) ? QString() : tr("A role is KVI, foreground, background or tail.");
  return tr("This column cannot be edited.");
}

std::optional<Amount> CatalogueModel::costFromText(const QString& typed, Currency currency, const QLocale& locale) {
  QString text = typed.trimmed();
  if (text.contains(locale.decimalPoint()))
    text.remove(locale.groupSeparator());
  text.replace(locale.decimalPoint(), QStringLiteral("."));
  const Result<Decimal> value = Decimal::parse(text);
  if (!value || value->micros() <= 0)
    return std::nullopt;
  return Amount{*value, currency};
}

std::optional<ListingBounds> CatalogueModel::boundsFromText(const CatalogueRow& r, CatalogueColumn column,
                                                            const QString& typed) {
  ListingBounds bounds{r.floorMinor, r.ceilingMinor, r.mapMinor};
  std::optional<qint64>& limit = column == Floor     ? bounds.minMinor
                                 : column == Ceiling ? bounds.maxMinor
                                                     : bounds.mapMinor;
  limit.reset();
  if (typed.isEmpty() || typed == kDash)
    return bounds;
  const std::optional<Money> price = moneyFromText(typed, r.currency);
  if (!price || price->minor() <= 0)
    return std::nullopt;
  limit = price->minor();
  return bounds;
}

QString CatalogueModel::roleWord(SkuRole role) {
  switch (role) {
  case SkuRole::Kvi:
    return tr("KVI");
  case SkuRole::Foreground:
    return tr("foreground");
  case SkuRole::Tail:
    return tr("tail");
  case SkuRole::Background:
    break;
  }
  return tr("background");
}

std::optional<SkuRole> CatalogueModel::roleFromText(const QString& typed) {
  const QString word = typed.trimmed();
  for (const SkuRole role : {SkuRole::Kvi, SkuRole::Foreground, SkuRole::Background, SkuRole::Tail})
    if (word.compare(roleWord(role), Qt::CaseInsensitive) == 0 ||
        word.compare(skuRoleName(role), Qt::CaseInsensitive) == 0)
      return role;
  return std::nullopt;
}

} // namespace pricewright

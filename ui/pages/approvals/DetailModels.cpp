// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/approvals/DetailModels.h"

#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QDateTime>

#include <cmath>

namespace pricewright {
namespace {

std::vector<Column> offerColumns() {
  const auto tr = [](const char* text) { return OfferModel::tr(text); };
  std::vector<Column> all{col("competitor", tr("Competitor"), CellKind::Text, 80, 130, 3),
                          col("price", tr("Price"), CellKind::Money, 52, 64, 0),
                          col("use", tr("Counted"), CellKind::Chip, 84, 110, 1),
                          col("age", tr("Age"), CellKind::Freshness, 64, 84, 0),
                          col("asked", tr("Asked"), CellKind::Text, 72, 96, 1),
                          col("shipping", tr("Shipping"), CellKind::Money, 56, 70, 0),
                          col("source", tr("Source"), CellKind::Text, 60, 110, 2),
                          col("no", tr("Offer"), CellKind::Code, 52, 64, 0)};
  all[OfferModel::Comparable].strong = true;
  all[OfferModel::Comparable].help =
      tr("Delivered, for the content of our product, in our currency: what is compared.");
  all[OfferModel::Asked].help = tr("What the competitor asks for his own product.");
  all[OfferModel::Source].muted = all[OfferModel::Asked].muted = all[OfferModel::Shipping].muted = true;
  return all;
}

std::vector<Column> featureColumns() {
  const auto tr = [](const char* text) { return FeatureModel::tr(text); };
  std::vector<Column> all{
      col("name", tr("Feature"), CellKind::Text, 120, 190, 4), col("value", tr("Value"), CellKind::Number, 60, 80, 1),
      col("unit", tr("Unit"), CellKind::Text, 40, 56, 0), col("state", tr("State"), CellKind::Chip, 84, 130, 2),
      col("age", tr("Age"), CellKind::Freshness, 60, 78, 0)};
  all[FeatureModel::Unit].muted = true;
  return all;
}

std::vector<Column> pastColumns() {
  const auto tr = [](const char* text) { return PastModel::tr(text); };
  std::vector<Column> all{
      col("date", tr("Date"), CellKind::Moment, 104, 122, 0), col("zone", tr("Zone"), CellKind::Text, 56, 80, 1),
      col("from", tr("From"), CellKind::Money, 52, 62, 0),    col("to", tr("To"), CellKind::Money, 52, 62, 0),
      col("change", tr("Δ"), CellKind::Delta, 60, 70, 0),     col("state", tr("State"), CellKind::Chip, 92, 110, 1),
      col("who", tr("Who"), CellKind::Text, 64, 90, 1),       col("reason", tr("Reason"), CellKind::Text, 80, 150, 4)};
  all[PastModel::To].strong = true;
  all[PastModel::Zone].muted = all[PastModel::Reason].muted = true;
  all[PastModel::Change].unit = QStringLiteral("%");
  return all;
}

paint::Tone toneOf(DecisionState s) {
  switch (s) {
  case DecisionState::Published:
  case DecisionState::Approved:
    return paint::Tone::Positive;
  case DecisionState::Pending:
    return paint::Tone::Accent;
  case DecisionState::Held:
  case DecisionState::Expired:
    return paint::Tone::Warning;
  case DecisionState::Rejected:
  case DecisionState::RolledBack:
    return paint::Tone::Negative;
  case DecisionState::Unchanged:
  case DecisionState::Superseded:
    break;
  }
  return paint::Tone::Neutral;
}

} // namespace

QString momentText(Instant at) {
  return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(at), Qt::UTC), QLocale::ShortFormat);
}

QString offerUseWord(OfferUse use) {
  switch (use) {
  case OfferUse::Used:
    return OfferModel::tr("counted");
  case OfferUse::Stale:
    return OfferModel::tr("too old");
  case OfferUse::SoldOut:
    return OfferModel::tr("sold out");
  case OfferUse::Unconfirmed:
    return OfferModel::tr("match not confirmed");
  case OfferUse::Quarantined:
    return OfferModel::tr("in doubt");
  case OfferUse::Rejected:
    return OfferModel::tr("rejected");
  case OfferUse::NotPublic:
    return OfferModel::tr("not public");
  case OfferUse::NoRate:
    return OfferModel::tr("no exchange rate");
  case OfferUse::OneOfSeveral:
    break;
  }
  return OfferModel::tr("one counts a seller");
}

OfferModel::OfferModel(QObject* parent) : RowModel(offerColumns(), parent) {}

void OfferModel::setDetail(const DecisionDetailPtr& detail) {
  beginResetModel();
  m_detail = detail;
  endResetModel();
}

int OfferModel::used() const {
  int count = 0;
  for (int i = 0; i < rowCount(); ++i)
    count += at(i).use == OfferUse::Used;
  return count;
}

int OfferModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_detail || !m_detail->view ? 0 : int(m_detail->view->offers.size());
}
QString OfferModel::key(int row) const { return QString::number(at(row).no); }

QString OfferModel::text(int row, int column) const {
  const OfferLine& o = at(row);
  switch (column) {
  case Competitor:
    return o.seller.isEmpty() || o.seller == o.competitor ? o.competitor
           : o.competitor.isEmpty()                       ? o.seller
                                                          : QStringLiteral("%1 · %2").arg(o.competitor, o.seller);
  case Comparable:
    return o.comparable ? moneyText(Money::round(o.comparable->value, o.comparable->currency, Rounding::HalfEven))
                        : QStringLiteral("–");
  case Use:
    return offerUseWord(o.use);
  case Age:
    return durationText(age(row));
  case Asked:
    return amountText(o.asked);
  case Shipping:
    return o.shipping.micros() == 0 ? QStringLiteral("–") : decimalText(o.shipping);
  case Source:
    return o.source;
  case Number:
    return QStringLiteral("#%1").arg(o.no);
  default:
    return {};
  }
}

double OfferModel::number(int row, int column) const {
  const OfferLine& o = at(row);
  switch (column) {
  case Comparable:
    return o.comparable ? o.comparable->value.toDouble() : kNone;
  case Age:
    return double(age(row).count());
  case Shipping:
    return o.shipping.toDouble();
  default:
    return kNone;
  }
}

paint::Tone OfferModel::tone(int row, int column) const {
  const OfferUse use = at(row).use;
  if (column == Use)
    return use == OfferUse::Used                                       ? paint::Tone::Positive
           : use == OfferUse::Quarantined || use == OfferUse::Rejected ? paint::Tone::Negative
           : use == OfferUse::OneOfSeveral || use == OfferUse::SoldOut ? paint::Tone::Neutral
                                                                       : paint::Tone::Warning;
  return column == Age && age(row) > at(row).freshness ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString OfferModel::detail(int row, int column) const {
  const OfferLine& o = at(row);
  if (column == Use)
    return o.why.isEmpty() ? QString() : codeText(o.why);
  if (column == Age)
    return tr("seen %1, good for %2").arg(momentText(o.observedAt), durationText(o.freshness));
  return column == Source ? o.evidence : QString();
}

FeatureModel::FeatureModel(QObject* parent) : RowModel(featureColumns(), parent) {}

void FeatureModel::setDetail(const DecisionDetailPtr& detail) {
  beginResetModel();
  m_detail = detail;
  endResetModel();
}

int FeatureModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_detail ? 0 : int(m_detail->decision.features.size());
}
QString FeatureModel::key(int row) const { return at(row).name; }

std::optional<Duration> FeatureModel::age(int row) const {
  const Instant now = m_detail->pricingCase ? m_detail->pricingCase->now : m_detail->decision.createdAt;
  return at(row).value && at(row).asOf > Instant{} && now >= at(row).asOf ? std::optional(now - at(row).asOf)
                                                                          : std::nullopt;
}

QString FeatureModel::text(int row, int column) const {
  const Feature& f = at(row);
  switch (column) {
  case Name:
    return capitalized(codeText(f.name));
  case Value: {
    const double size = f.value ? std::abs(*f.value) : 0;
    return f.value ? plainNumber(*f.value, size < 10 ? 3 : (size < 1000 ? 1 : 0)) : QStringLiteral("–");
  }
  case Unit:
    return f.unit;
  case State:
    return codeText(f.state);
  case Age:
    return age(row) ? durationText(*age(row)) : QStringLiteral("–");
  default:
    return {};
  }
}

double FeatureModel::number(int row, int column) const {
  if (column == Value)
    return at(row).value.value_or(kNone);
  return column == Age && age(row) ? double(age(row)->count()) : kNone;
}

paint::Tone FeatureModel::tone(int row, int column) const {
  const QString& state = at(row).state;
  if (column != State)
    return column == Age && state == u"stale" ? paint::Tone::Warning : paint::Tone::Neutral;
  return state == u"live" ? paint::Tone::Positive : state == u"stale" ? paint::Tone::Warning : paint::Tone::Neutral;
}

QString FeatureModel::detail(int row, int column) const {
  return column == State && !at(row).why.isEmpty() ? codeText(at(row).why) : QString();
}

PastModel::PastModel(QObject* parent) : RowModel(pastColumns(), parent) {}

void PastModel::setDetail(const DecisionDetailPtr& detail) {
  beginResetModel();
  m_detail = detail;
  endResetModel();
}

int PastModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !m_detail || !m_detail->view ? 0 : int(m_detail->view->past.size());
}
QString PastModel::key(int row) const { return at(row).id.toString(); }

QString PastModel::text(int row, int column) const {
  const PastDecision& p = at(row);
  switch (column) {
  case Date:
    return momentText(p.decidedAt.value_or(p.createdAt));
  case Zone:
    return p.zone;
  case From:
    return p.from.minor() > 0 ? moneyText(p.from) : QStringLiteral("–");
  case To:
    return moneyText(p.to);
  case Change:
    return p.from.minor() > 0 ? percentText(changeBp(p.from, p.to), true) : QStringLiteral("–");
  case State:
    return capitalized(codeText(decisionStateName(p.state))).section(QLatin1Char(','), 0, 0);
  case Who:
    return !p.by.isEmpty() ? p.by : !p.editedBy.isEmpty() ? p.editedBy : p.proposedBy;
  case Reason: {
    QStringList parts;
    if (!p.reason.isEmpty())
      parts << codeText(p.reason);
    else if (!p.primaryReason.isEmpty())
      parts << reasonWord(p.primaryReason);
    if (!p.comment.isEmpty())
      parts << p.comment;
    return parts.join(QStringLiteral(" · "));
  }
  default:
    return {};
  }
}

double PastModel::number(int row, int column) const {
  const PastDecision& p = at(row);
  switch (column) {
  case Date:
    return double(toMillis(p.decidedAt.value_or(p.createdAt)));
  case From:
    return p.from.toDouble();
  case To:
    return p.to.toDouble();
  case Change:
    return p.from.minor() > 0 ? changeBp(p.from, p.to) / 100.0 : kNone;
  default:
    return kNone;
  }
}

paint::Tone PastModel::tone(int row, int column) const {
  return column == State ? toneOf(at(row).state) : paint::Tone::Neutral;
}

QString PastModel::detail(int row, int column) const {
  if (column != Date)
    return {};
  const PastDecision& p = at(row);
  return p.id == m_detail->decision.id ? tr("this decision") : tr("proposed %1").arg(momentText(p.createdAt));
}

} // namespace pricewright

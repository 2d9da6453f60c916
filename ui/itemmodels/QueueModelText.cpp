// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The words and figures of QueueModel: what each cell shows, says to a screen reader, and gives to the clipboard.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/QueueModel.h"
#include "itemmodels/Tone.h"
#include "itemmodels/Words.h"

namespace pricewright {
namespace {

// How grave a reason is, for its chip: law and floors are red, evidence and steps amber, the rest calm.
paint::Tone reasonTone(const QString& reason) {
  static const QStringList grave = {
      QStringLiteral("gouging"), QStringLiteral("margin"),    QStringLiteral("bounds"),    QStringLiteral("below-cost"),
      QStringLiteral("map"),     QStringLiteral("price-war"), QStringLiteral("anomaly"),   QStringLiteral("conflict"),
      QStringLiteral("policy"),  QStringLiteral("segment"),   QStringLiteral("guardrail"), QStringLiteral("emergency")};
  return grave.contains(reason) ? paint::Tone::Negative : paint::Tone::Warning;
}

// Of what a person proposed, the detail is a name.
QString who(const QueueRow& r) {
  if (r.reasonDetail.isEmpty())
    return {};
  if (r.primaryReason == u"by-scenario")
    return QueueModel::tr("sent by %1").arg(r.reasonDetail);
  return r.primaryReason == u"edited" ? QueueModel::tr("by %1").arg(r.reasonDetail) : r.reasonDetail;
}

bool isNumber(QueueColumn c) {
  switch (c) {
  case QueueColumn::Now:
  case QueueColumn::Proposed:
  case QueueColumn::Change:
  case QueueColumn::Margin:
  case QueueColumn::Profit:
  case QueueColumn::Confidence:
  case QueueColumn::Stake:
    return true;
  default:
    return false;
  }
}

} // namespace

QString QueueModel::columnName(QueueColumn column) {
  switch (column) {
  case QueueColumn::Check:
    return tr("Checked");
  case QueueColumn::Sku:
    return tr("SKU");
  case QueueColumn::Product:
    return tr("Product");
  case QueueColumn::Zone:
    return tr("Zone");
  case QueueColumn::Category:
    return tr("Category");
  case QueueColumn::Now:
    return tr("Now");
  case QueueColumn::Proposed:
    return tr("Proposed");
  case QueueColumn::Change:
    return tr("Change");
  case QueueColumn::Margin:
    return tr("Margin");
  case QueueColumn::Profit:
    return tr("Profit");
  case QueueColumn::Interval:
    return tr("90 % interval");
  case QueueColumn::Confidence:
    return tr("Confidence");
  case QueueColumn::Why:
    return tr("Why a human");
  case QueueColumn::Stake:
    return tr("At stake");
  case QueueColumn::Expires:
    return tr("Expires in");
  case QueueColumn::Count:
    break;
  }
  return {};
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
    return {};
  const auto c = static_cast<QueueColumn>(section);
  if (role == Qt::TextAlignmentRole)
    return QVariant(Qt::AlignVCenter | (isNumber(c) ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole)
    return columnName(c);
  if (role != Qt::DisplayRole)
    return {};
  const QString mark = m_currencyMark.isEmpty() ? QString() : QLatin1Char(' ') + m_currencyMark;
  switch (c) {
  case QueueColumn::Check:
    return QString();
  case QueueColumn::Now:
  case QueueColumn::Proposed:
    return columnName(c) + mark;
  case QueueColumn::Change:
    return QStringLiteral("Δ %");
  case QueueColumn::Margin:
    return tr("Margin %");
  case QueueColumn::Profit:
  case QueueColumn::Stake:
    return tr("%1/wk").arg(columnName(c) + mark);
  case QueueColumn::Confidence:
    return tr("Conf.");
  default:
    return columnName(c);
  }
}

QString QueueModel::whyDetail(const QueueItem& i) const {
  if (!i.waiting) {
    const QStringList changes = changesOf(i.row->id);
    if (changes.isEmpty())
      return who(*i.row);
    const QString first = QStringLiteral("⚠ ") + codeText(changes.front());
    return changes.size() == 1 ? first : first + QStringLiteral(" +%1").arg(changes.size() - 1);
  }
  if (!i.row->releaseAt)
    return tr("released at the next slot");
  const Duration left = *i.row->releaseAt - m_now;
  return left.count() > 0 ? tr("released in %1").arg(durationText(left)) : tr("being released");
}

QString QueueModel::text(const QueueItem& i, QueueColumn column) const {
  const QueueRow& r = *i.row;
  const QString code =
      m_mixedCurrencies && r.proposed.isValid() ? QChar(0xA0) + r.proposed.currency().code() : QString();
  switch (column) {
  case QueueColumn::Sku:
    return r.sku;
  case QueueColumn::Product:
    return r.product;
  case QueueColumn::Zone:
    return r.zone;
  case QueueColumn::Category:
    return r.category;
  case QueueColumn::Now:
    return moneyText(r.now) + code;
  case QueueColumn::Proposed:
    return moneyText(r.proposed) + code;
  case QueueColumn::Change:
    return percentText(std::abs(r.changeBp), false);
  case QueueColumn::Margin:
    if (!r.costKnown)
      return tr("no cost");
    return percentText(r.marginNowBp, false) + QStringLiteral(" → ") + percentText(r.marginThenBp, false);
  case QueueColumn::Profit:
    return signedNumber(r.profit, std::abs(r.profit) < 10 ? 1 : 0);
  case QueueColumn::Interval:
    return QStringLiteral("%1 … %2").arg(signedNumber(r.profitLow, 0), signedNumber(r.profitHigh, 0));
  // Never "1.00": no model is certain.
  case QueueColumn::Confidence:
    return r.confidence > 0.99 ? QStringLiteral(">") + plainNumber(0.99, 2) : plainNumber(r.confidence, 2);
  case QueueColumn::Why:
    return i.waiting ? tr("Waiting") : reasonWord(r.primaryReason);
  case QueueColumn::Stake:
    return plainNumber(r.stake, r.stake < 10 ? 1 : 0);
  case QueueColumn::Expires:
    return i.waiting ? QString() : durationText(r.expiresAt - m_now);
  case QueueColumn::Check:
  case QueueColumn::Count:
    break;
  }
  return {};
}

QString QueueModel::spokenText(const QueueItem& i, QueueColumn column) const {
  const QueueRow& r = *i.row;
  switch (column) {
  case QueueColumn::Check:
    return isChecked(r.id) ? tr("checked") : tr("not checked");
  case QueueColumn::Change:
    return tr("change %1 percent").arg(percentText(r.changeBp, true));
  case QueueColumn::Interval:
    return tr("profit a week between %1 and %2").arg(signedNumber(r.profitLow, 0), signedNumber(r.profitHigh, 0));
  case QueueColumn::Why:
    return text(i, column) + QStringLiteral(", ") + whyDetail(i);
  default:
    return columnName(column) + QLatin1Char(' ') + text(i, column);
  }
}

// For spreadsheets: no grouping marks, an ASCII minus, two cells where a column shows two numbers.
QString QueueModel::plainText(const QueueItem& i, QueueColumn column) const {
  const QueueRow& r = *i.row;
  QLocale locale;
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  const auto number = [&locale](double v, int places) {
    return plainNumber(v, places, locale).replace(QChar(0x2212), QLatin1Char('-'));
  };
  switch (column) {
  case QueueColumn::Now:
    return moneyText(r.now, locale, false);
  case QueueColumn::Proposed:
    return moneyText(r.proposed, locale, false);
  case QueueColumn::Change:
    return number(r.changeBp / 100.0, 2);
  case QueueColumn::Margin:
    if (!r.costKnown)
      return QStringLiteral("\t");
    return number(r.marginNowBp / 100.0, 2) + QLatin1Char('\t') + number(r.marginThenBp / 100.0, 2);
  case QueueColumn::Profit:
    return number(r.profit, 2);
  case QueueColumn::Interval:
    return number(r.profitLow, 2) + QLatin1Char('\t') + number(r.profitHigh, 2);
  case QueueColumn::Confidence:
    return number(r.confidence, 4);
  case QueueColumn::Stake:
    return number(r.stake, 2);
  case QueueColumn::Why: {
    const QString detail = whyDetail(i);
    return detail.isEmpty() ? text(i, column) : text(i, column) + QStringLiteral(": ") + detail;
  }
  default:
    return text(i, column);
  }
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid))
    return {};
  const QueueItem& i = item(index.row());
  const auto c = static_cast<QueueColumn>(index.column());
  switch (role) {
  case Qt::DisplayRole:
    return text(i, c);
  case DetailRole:
    return whyDetail(i);
  case DimmedRole:
    return isInFlight(i.row->id);
  case ToneRole:
    return static_cast<int>(i.waiting ? paint::Tone::Accent : reasonTone(i.row->primaryReason));
  case Qt::CheckStateRole:
    if (c == QueueColumn::Check)
      return static_cast<int>(isChecked(i.row->id) ? Qt::Checked : Qt::Unchecked);
    return {};
  case Qt::TextAlignmentRole:
    return QVariant(Qt::AlignVCenter | (isNumber(c) ? Qt::AlignRight : Qt::AlignLeft));
  case Qt::AccessibleTextRole:
    return spokenText(i, c);
  case Qt::ToolTipRole:
    if (c == QueueColumn::Interval)
      return spokenText(i, c);
    if (c == QueueColumn::Why) {
      QStringList all{capitalized(codeText(i.row->primaryReason))};
      for (const QString& fact : changesOf(i.row->id))
        all << QStringLiteral("⚠ ") + codeText(fact);
      for (const QString& reason : i.row->reasons)
        if (reason != i.row->primaryReason)
          all << codeText(reason);
      if (i.row->isCounterProposal)
        all << tr("counter-proposal: only a human can release it");
      return QStringList{whyDetail(i), all.join(QStringLiteral(", "))}.join(QLatin1Char('\n')).trimmed();
    }
    return {};
  default:
    return {};
  }
}

} // namespace pricewright

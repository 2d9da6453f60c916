// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/MappingGuess.h"

namespace pricewright {
namespace {

QString bare(const QString& name) {
  QString out;
  for (const QChar c : name.toLower())
    if (c.isLetterOrNumber())
      out += c;
  return out;
}

bool has(const ImportMapping& m, const char* field) {
  const QString name = QString::fromLatin1(field);
  return m.columns.contains(name) || m.constants.contains(name);
}

// A guess that only makes sense beside, or instead of, another field.
bool wanted(const ImportMapping& m, const QString& field) {
  if (m.kind == ImportKind::Sales && field == QStringLiteral("revenue"))
    return !has(m, "price");
  if (m.kind == ImportKind::Sales && field == QStringLiteral("invoice"))
    return m.invoiceLines;
  if (m.kind == ImportKind::Sales && field == QStringLiteral("regular"))
    return !m.invoiceLines;
  if (m.kind == ImportKind::Costs && (field == QStringLiteral("price") || field == QStringLiteral("margin_percent")))
    return !has(m, "amount");
  return true;
}

} // namespace

ImportMapping guessColumns(ImportMapping m, const QStringList& header, bool guessInvoiceLines) {
  QStringList bareHeader, used = m.columns.values();
  for (const QString& name : header)
    bareHeader << bare(name);
  if (guessInvoiceLines && m.kind == ImportKind::Sales)
    m.invoiceLines = bareHeader.contains(QStringLiteral("invoiceno")) ||
                     bareHeader.contains(QStringLiteral("invoice")) ||
                     bareHeader.contains(QStringLiteral("invoicenumber"));
  for (const FieldSpec& field : importFields(m.kind)) {
    if (m.columns.contains(field.name) || m.constants.contains(field.name) || !wanted(m, field.name))
      continue;
    for (const QString& guess : field.guesses) {
      const qsizetype at = bareHeader.indexOf(guess);
      if (at < 0 || used.contains(header[at]))
        continue;
      m.columns.insert(field.name, header[at]);
      used << header[at];
      break;
    }
  }
  if (m.kind == ImportKind::Costs && has(m, "price") && !has(m, "margin_percent"))
    m.columns.remove(QStringLiteral("price"));
  return m;
}

QStringList missingFields(const ImportMapping& m, bool wideRates) {
  QStringList missing;
  for (const FieldSpec& field : importFields(m.kind))
    if (field.required && !m.columns.contains(field.name) && !m.constants.contains(field.name))
      missing << field.name;
  if (m.kind == ImportKind::Costs && !has(m, "amount") && !(has(m, "price") && has(m, "margin_percent")))
    missing << QStringLiteral("amount|price+margin_percent");
  if (m.kind == ImportKind::Sales && !has(m, "price") && (m.invoiceLines || !has(m, "revenue")))
    missing << (m.invoiceLines ? QStringLiteral("price") : QStringLiteral("price|revenue"));
  if (m.kind == ImportKind::CompetitorPrices && !has(m, "competitor") && !has(m, "seller"))
    missing << QStringLiteral("competitor|seller");
  if (m.kind == ImportKind::ExchangeRates && !wideRates && !(has(m, "currency") && has(m, "rate")))
    missing << QStringLiteral("currency+rate");
  return missing;
}

} // namespace pricewright

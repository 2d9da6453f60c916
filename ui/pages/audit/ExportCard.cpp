// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/audit/ExportCard.h"

#include "controls/SavingFolder.h"
#include "itemmodels/AuditWords.h"

#include <QDate>
#include <QLocale>

namespace pricewright {
namespace {

constexpr AuditFormat kFormats[] = {AuditFormat::Proof, AuditFormat::CsvExcel, AuditFormat::CsvMachine};

} // namespace

AuditExportCard::AuditExportCard(const Theme& theme, QWidget* page)
    : ExportCard(theme, page, tr("Write the journal out"),
                 {{tr("Proof"), QStringLiteral("jsonl"), {}},
                  {tr("Table for Excel"), QStringLiteral("csv"),
                   tr("CSV as Excel and LibreOffice open it here. A table proves nothing.")},
                  {tr("Table for programs"), QStringLiteral("csv"),
                   tr("CSV with commas, dots and ISO times. A table proves nothing.")}}) {
  connect(this, &ExportCard::accepted, this, [this](int form, int scope, const QString& path) {
    emit writeWanted(scope == 0 ? AuditFilter() : m_filter, path, kFormats[form]);
  });
}

void AuditExportCard::ask(const AuditFilter& filter, qint64 newest, const QString& workspaceName) {
  m_filter = filter;
  QList<Scope> scopes{{tr("All %1 entries").arg(QLocale().toString(newest)), {}}};
  if (!filter.isEmpty())
    scopes << Scope{tr("Only: %1").arg(auditFilterText(filter)), auditFilterText(filter)};
  ExportCard::ask(scopes, filter.isEmpty() ? 0 : 1, savingFolder(),
                  tr("%1 journal %2").arg(safeFileName(workspaceName), QDate::currentDate().toString(Qt::ISODate)));
}

AuditFormat AuditExportCard::format() const { return kFormats[form()]; }

void AuditExportCard::choose(AuditFormat format) {
  chooseForm(int(std::find(std::begin(kFormats), std::end(kFormats), format) - std::begin(kFormats)));
}

QString AuditExportCard::meaningOf(int form, int scope) const {
  if (kFormats[form] != AuditFormat::Proof)
    return ExportCard::meaningOf(form, scope);
  return scope == 0 ? tr("Every entry with its hash, signed by this device. Anybody can check it without the "
                         "workspace: pricewright-engine audit check FILE.")
                    : tr("The chosen entries, signed by this device, and the bare hashes of the others, so that "
                         "the chain can still be followed: pricewright-engine audit check FILE.");
}

} // namespace pricewright

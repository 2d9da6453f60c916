// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/TableExporter.h"

#include "controls/SavingFolder.h"
#include "engine/texts/Texts.h"
#include "reports/TablePdf.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileInfo>
#include <QLocale>
#include <QThreadPool>

namespace pricewright {
namespace {

QChar decimalMark() {
  const QString mark = QLocale().decimalPoint();
  return mark == QLatin1String(",") ? QChar(u',') : QChar(u'.');
}

TableFormat formatOf(TableExporter::Form form) {
  switch (form) {
  case TableExporter::Form::CsvExcel:
    return TableFormat::CsvExcel;
  case TableExporter::Form::CsvMachine:
    return TableFormat::CsvMachine;
  default:
    return TableFormat::Xlsx;
  }
}

} // namespace

struct TableExporter::Answer {
  QString path;
  qint64 rows = 0, cut = 0;
  std::optional<Error> error;
};

TableExporter::TableExporter(const Theme& theme, QWidget* window)
    : QObject(window), m_theme(theme),
      m_card(new ExportCard(
          theme, window, tr("Write the table out"),
          {{tr("Excel workbook"), QStringLiteral("xlsx"),
            tr("Numbers, dates and codes as what they are, a header that stands still, a filter over every column.")},
           {tr("CSV for spreadsheets"), QStringLiteral("csv"),
            tr("As Excel and LibreOffice open it here. Texts that begin like a formula are kept texts.")},
           {tr("CSV for programs"), QStringLiteral("csv"), tr("Commas, decimal points, ISO dates, UTF-8.")},
           {tr("PDF"), QStringLiteral("pdf"),
            tr("For paper: header, page numbers, filters and time of the data on each page.")},
           {tr("Prices to edit"), QStringLiteral("xlsx"),
            tr("A workbook for buyers: new price, reason and comment are open, the rest is locked. Ctrl+I reads it "
               "back "
               "as a difference, through the guardrails.")}})) {
  connect(m_card, &ExportCard::accepted, this, [this](int form, int scope, const QString& path) {
    if (m_tables.isEmpty())
      return;
    rememberSavingFolder(path);
    const bool several = m_tables.size() > 1;
    const PageTable table = m_tables[several ? std::min<qsizetype>(scope, m_tables.size() - 1) : 0];
    write(table, !several && scope == 1, static_cast<Form>(form), path);
  });
}

TableExporter::~TableExporter() { m_stop.request_stop(); }

void TableExporter::ask(const QList<PageTable>& tables, const QString& workspace, const QString& asOf) {
  if (tables.isEmpty() || m_writing)
    return emit failed(m_writing ? tr("A table is still being written.") : tr("There is no row to write."));
  m_tables = tables;
  m_workspace = workspace;
  m_asOf = asOf;
  const QLocale locale;
  QList<ExportCard::Scope> scopes;
  int scope = 0;
  // One table: all rows shown, or those chosen. Several: which one.
  if (tables.size() == 1) {
    const PageTable& t = tables.first();
    scopes << ExportCard::Scope{tr("All %n rows shown", "", t.shown), t.filters};
    if (t.chosen > 1 && t.chosen < t.shown) {
      scopes << ExportCard::Scope{tr("The %n chosen", "", t.chosen), {}};
      scope = 1;
    }
  } else {
    for (const PageTable& t : tables)
      scopes << ExportCard::Scope{tr("%1: %n rows", "", t.shown).arg(t.title), t.filters};
  }
  m_card->offerForm(int(Form::Prices), bool(tables.first().prices));
  m_card->ask(scopes, scope, savingFolder(),
              safeFileName(tables.first().title) + u' ' + QDate::currentDate().toString(Qt::ISODate));
}

void TableExporter::write(const PageTable& table, bool chosenOnly, Form form, const QString& path) {
  if (m_writing)
    return;
  if (form == Form::Prices && !table.prices)
    return emit failed(tr("These rows are no prices that could be edited."));
  m_writing = true;
  if (form == Form::Prices)
    return emit sheetWanted(path, table.title, table.prices(chosenOnly));
  m_stop = {};
  QStringList foot;
  if (!m_asOf.isEmpty())
    foot << tr("Data of %1").arg(m_asOf);
  foot << (table.filters.isEmpty() ? tr("no filter") : tr("Filter: %1").arg(table.filters));
  auto content = std::make_shared<const ExportTable>(table.read(chosenOnly));
  std::shared_ptr<const ReportPdf> paper;
  if (form == Form::Pdf)
    paper = std::make_shared<const ReportPdf>(
        tableReport(m_theme, *content, m_workspace, foot.join(QStringLiteral(" · "))));
  QPointer<TableExporter> self(this);
  const auto tell = [self](Answer answer) {
    QMetaObject::invokeMethod(QCoreApplication::instance(), [self, answer = std::move(answer)] {
      if (self)
        self->done(answer);
    });
  };
  const JobContext job{m_stop.get_token(), [self](std::string_view, double fraction) {
                         QMetaObject::invokeMethod(QCoreApplication::instance(), [self, fraction] {
                           if (self)
                             emit self->progressed(fraction);
                         });
                       }};
  QThreadPool::globalInstance()->start([content, paper, form, path, job, tell, mark = decimalMark()] {
    if (paper) {
      const Status written = paper->save(path);
      return tell({path, qint64(content->rows.size()), 0, written ? std::nullopt : std::optional(written.error())});
    }
    const Result<TableWritten> written = writeTable(path, formatOf(form), *content, styleOf(mark), job);
    tell(written ? Answer{path, written->rows, written->cut, std::nullopt} : Answer{path, 0, 0, written.error()});
  });
}

void TableExporter::sheetWritten(const SheetWritten& written) { done({written.path, written.rows, 0, std::nullopt}); }
void TableExporter::sheetFailed(const Error& error) { done({{}, 0, 0, error}); }

void TableExporter::done(const Answer& answer) {
  m_writing = false;
  if (answer.error)
    return answer.error->code == QLatin1String("export.cancelled") ? emit saved(tr("Stopped: nothing was written"))
                                                                   : emit failed(errorText(*answer.error));
  QString text = tr("%n rows written to %1", "", int(answer.rows)).arg(QFileInfo(answer.path).fileName());
  if (answer.cut > 0)
    text += u' ' + tr("(%n texts were too long for a cell and were cut)", "", int(answer.cut));
  emit saved(text);
}

} // namespace pricewright

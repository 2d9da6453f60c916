// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/ReportPdf.h"

#include "charts/ChartExport.h"
#include "controls/SavingFolder.h"
#include "engine/texts/Texts.h"
#include "reports/ReportLayout.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>
#include <QThreadPool>

namespace pricewright {
namespace {

constexpr int kResolution = 1200, kLogical = 96;

QString tr(const char* text) { return QCoreApplication::translate("ReportPdf", text); }

QPageSize pageSize() {
  const bool american = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
  return QPageSize(american ? QPageSize::Letter : QPageSize::A4);
}

QFont unhinted(QFont font) {
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

} // namespace

ReportPdf::ReportPdf(const Theme& theme, Head head) : m_head(std::move(head)), m_tokens(Theme::tokensFor(false)) {
  m_fonts = {unhinted(theme.font(TypeRole::Title)),       unhinted(theme.font(TypeRole::Body)),
             unhinted(theme.font(TypeRole::BodyStrong)),  unhinted(theme.font(TypeRole::Label)),
             unhinted(theme.font(TypeRole::LabelStrong)), unhinted(theme.font(TypeRole::Axis))};
  m_fonts.labelStrong.setPixelSize(m_fonts.small.pixelSize());
  m_paper = pageSize().size(QPageSize::Inch) * kLogical;
  if (m_head.landscape)
    m_paper.transpose();
}

void ReportPdf::addHeading(const QString& text) {
  Block b;
  b.kind = Block::Kind::Heading;
  b.text = text;
  m_blocks.push_back(std::make_shared<const Block>(std::move(b)));
  m_layout.reset();
}

void ReportPdf::addText(const QString& text, bool muted) {
  Block b;
  b.text = text;
  b.muted = muted;
  m_blocks.push_back(std::make_shared<const Block>(std::move(b)));
  m_layout.reset();
}

void ReportPdf::addFacts(const QList<QPair<QString, QString>>& facts) {
  Block b;
  b.kind = Block::Kind::Facts;
  b.facts = facts;
  m_blocks.push_back(std::make_shared<const Block>(std::move(b)));
  m_layout.reset();
}

void ReportPdf::addFigures(std::vector<Figure> figures, double height) {
  Block b;
  b.kind = Block::Kind::Figures;
  b.figures = std::move(figures);
  b.height = height;
  m_blocks.push_back(std::make_shared<const Block>(std::move(b)));
  m_figures = true;
  m_layout.reset();
}

void ReportPdf::addTable(Table table) {
  Block b;
  b.kind = Block::Kind::Table;
  b.table = std::move(table);
  m_blocks.push_back(std::make_shared<const Block>(std::move(b)));
  m_layout.reset();
}

std::shared_ptr<const ReportPdf::Layout> ReportPdf::layout() const {
  if (!m_layout)
    m_layout = std::make_shared<const Layout>(*this);
  return m_layout;
}

int ReportPdf::pages() const { return layout()->pages(); }

QImage ReportPdf::picture(int page, qreal scale) const {
  QImage image((m_paper * scale).toSize(), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter p(&image);
  p.scale(scale, scale);
  layout()->draw(p, page);
  return image;
}

QByteArray ReportPdf::bytes() const {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter pdf(&buffer);
  pdf.setPageSize(pageSize());
  pdf.setPageOrientation(m_head.landscape ? QPageLayout::Landscape : QPageLayout::Portrait);
  pdf.setPageMargins(QMarginsF());
  pdf.setResolution(kResolution);
  pdf.setTitle(m_head.title);
  pdf.setCreator(QStringLiteral("Pricewright"));
  QPainter p(&pdf);
  const auto whole = layout();
  for (int page = 0; page < whole->pages(); ++page) {
    if (page > 0)
      pdf.newPage();
    p.save();
    p.scale(double(kResolution) / kLogical, double(kResolution) / kLogical);
    whole->draw(p, page);
    p.restore();
  }
  p.end();
  return bytes;
}

Status ReportPdf::save(const QString& path) const { return writeWhole(path, bytes()); }

void writeReport(QWidget* parent, std::shared_ptr<const ReportPdf> report, const QString& path,
                 std::function<void(const QString& done, const QString& error)> done) {
  const auto tell = [path, done = std::move(done)](const Status& saved) {
    saved ? done(tr("Saved %1").arg(QFileInfo(path).fileName()), {}) : done({}, errorText(saved.error()));
  };
  if (report->hasFigures()) // charts are drawn in this thread; such a report is a few pages
    return tell(report->save(path));
  QPointer<QWidget> asker(parent);
  QThreadPool::globalInstance()->start([report = std::move(report), path, asker, tell] {
    const Status saved = report->save(path);
    QMetaObject::invokeMethod(QCoreApplication::instance(), [asker, tell, saved] {
      if (asker)
        tell(saved);
    });
  });
}

void askReportFile(QWidget* parent, std::shared_ptr<const ReportPdf> report, const QString& fileName,
                   std::function<void(const QString& done, const QString& error)> done) {
  auto* dialog = new QFileDialog(parent, tr("Save as PDF"), savingFolder(), tr("PDF document (*.pdf)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  dialog->selectFile(fileName);
  QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                   [parent, report = std::move(report), done = std::move(done)](const QString& path) {
                     rememberSavingFolder(path);
                     writeReport(parent, report, path, done);
                   });
  dialog->open();
}

} // namespace pricewright

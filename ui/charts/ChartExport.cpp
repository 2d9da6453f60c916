// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/ChartExport.h"

#include "controls/Paint.h"
#include "controls/SavingFolder.h"
#include "engine/texts/Texts.h"

#include <QBuffer>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace pricewright {
namespace {

constexpr QSize kLeast(720, 400);
constexpr int kMargin = 16, kTitle = 22;

QString tr(const char* text) { return QCoreApplication::translate("ChartExport", text); }

// As wide as it is on the screen, but never too small to be read in a document.
QSize pictureSize(const Chart& chart) {
  const QSize shown = chart.size().expandedTo(kLeast).boundedTo(kLeast * 2);
  return shown + QSize(2 * kMargin, 2 * kMargin + kTitle);
}

void paintPicture(QPainter& p, const Chart& chart, const QSize& size) {
  const ChartLook look = chart.paperLook();
  p.setRenderHint(QPainter::Antialiasing);
  p.fillRect(QRect(QPoint(), size), look.tokens.surface);
  QFont title = look.label;
  title.setWeight(QFont::DemiBold);
  p.setFont(title);
  p.setPen(look.tokens.text);
  const QString text =
      chart.subject().isEmpty() ? chart.title() : QStringLiteral("%1 · %2").arg(chart.title(), chart.subject());
  paint::elidedText(p, QRect(kMargin, kMargin - 4, size.width() - 2 * kMargin, kTitle),
                    Qt::AlignLeft | Qt::AlignVCenter, text);
  p.save();
  chart.draw(p, QRectF(kMargin, kMargin + kTitle, size.width() - 2 * kMargin, size.height() - 2 * kMargin - kTitle),
             look);
  p.restore();
}

QByteArray svgOf(const Chart& chart) {
  const QSize size = pictureSize(chart);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  QSvgGenerator svg;
  svg.setOutputDevice(&buffer);
  svg.setResolution(96);
  svg.setSize(size);
  svg.setViewBox(QRect(QPoint(), size));
  svg.setTitle(chart.title());
  svg.setDescription(chart.summary());
  QPainter p(&svg);
  paintPicture(p, chart, size);
  p.end();
  return bytes;
}

QByteArray pngOf(const Chart& chart) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  chartPicture(chart).save(&buffer, "PNG");
  return bytes;
}

QString filterOf(ChartFile kind) {
  switch (kind) {
  case ChartFile::Png:
    return tr("Picture (*.png)");
  case ChartFile::Svg:
    return tr("Vector picture (*.svg)");
  case ChartFile::Csv:
  case ChartFile::CsvExcel:
    break;
  }
  return tr("Table (*.csv)");
}

QString suffixOf(ChartFile kind) {
  return kind == ChartFile::Png   ? QStringLiteral("png")
         : kind == ChartFile::Svg ? QStringLiteral("svg")
                                  : QStringLiteral("csv");
}

} // namespace

QImage chartPicture(const Chart& chart, qreal scale) {
  const QSize size = pictureSize(chart);
  QImage image(size * scale, QImage::Format_ARGB32_Premultiplied);
  image.setDevicePixelRatio(scale);
  QPainter p(&image);
  paintPicture(p, chart, size);
  return image;
}

QByteArray chartBytes(const Chart& chart, ChartFile kind, const QLocale& locale) {
  switch (kind) {
  case ChartFile::Png:
    return pngOf(chart);
  case ChartFile::Svg:
    return svgOf(chart);
  case ChartFile::Csv:
    return toCsv(chart.table(), CsvPreset::Machine);
  case ChartFile::CsvExcel:
    break;
  }
  const QString mark = locale.decimalPoint();
  return toCsv(chart.table(), CsvPreset::Excel, mark.isEmpty() ? QChar(u'.') : mark.front(), u',');
}

Status writeWhole(const QString& path, const QByteArray& bytes) {
  QSaveFile file(path);
  const auto failed = [&] {
    return fail(QStringLiteral("chart.write-failed"),
                {{QStringLiteral("path"), path}, {QStringLiteral("why"), file.errorString()}});
  };
  if (!file.open(QIODevice::WriteOnly))
    return failed();
  if (file.write(bytes) != bytes.size() || !file.commit())
    return failed();
  return {};
}

Status saveChart(const Chart& chart, ChartFile kind, const QString& path, const QLocale& locale) {
  return writeWhole(path, chartBytes(chart, kind, locale));
}

QString chartFileName(const Chart& chart, ChartFile kind) {
  QString name = chart.subject().isEmpty() ? chart.title() : chart.subject() + u' ' + chart.title();
  for (QChar& c : name)
    if (QStringView(u"/\\:*?\"<>|").contains(c) || c.unicode() < 32)
      c = u'-';
  name = name.simplified().left(80);
  while (name.startsWith(u'.') || name.startsWith(u'-'))
    name.remove(0, 1);
  return (name.isEmpty() ? tr("chart") : name) + u'.' + suffixOf(kind);
}

void copyChartPicture(Chart& chart) {
  if (chart.isEmpty())
    return;
  QGuiApplication::clipboard()->setImage(chartPicture(chart));
  emit chart.noticed(tr("Picture copied"));
}

void copyChartData(Chart& chart) {
  const ReportTable table = chart.table();
  QStringList lines{table.columns.join(u'\t')};
  for (QStringList row : table.rows) {
    for (QString& cell : row)
      cell.replace(u'\t', u' ');
    lines << row.join(u'\t');
  }
  QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
  emit chart.noticed(tr("Data of the chart copied"));
}

void askChartFile(Chart& chart, ChartFile kind) {
  auto* dialog = new QFileDialog(&chart, tr("Export the chart"), savingFolder(), filterOf(kind));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(suffixOf(kind));
  dialog->selectFile(chartFileName(chart, kind));
  QObject::connect(dialog, &QFileDialog::fileSelected, &chart, [&chart, kind](const QString& path) {
    rememberSavingFolder(path);
    const Status saved = saveChart(chart, kind, path);
    if (saved)
      emit chart.noticed(tr("Saved %1").arg(QFileInfo(path).fileName()));
    else
      emit chart.exportFailed(errorText(saved.error()));
  });
  dialog->open();
}

void offerChartExport(Chart& chart, const QPoint& at) {
  auto* menu = new QMenu(&chart);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const QString& text, const QKeySequence& keys, std::function<void()> work) {
    QAction* action = menu->addAction(text, &chart, std::move(work));
    action->setShortcut(keys); // shown; the chart itself hears it
    action->setShortcutContext(Qt::WidgetShortcut);
  };
  Chart* c = &chart;
  add(tr("Copy picture"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), [c] { copyChartPicture(*c); });
  add(tr("Copy data"), QKeySequence::Copy, [c] { copyChartData(*c); });
  menu->addSeparator();
  add(tr("Save as picture (PNG) …"), {}, [c] { askChartFile(*c, ChartFile::Png); });
  add(tr("Save as vector picture (SVG) …"), {}, [c] { askChartFile(*c, ChartFile::Svg); });
  add(tr("Save data (CSV) …"), {}, [c] { askChartFile(*c, ChartFile::Csv); });
  add(tr("Save data for Excel (CSV) …"), {}, [c] { askChartFile(*c, ChartFile::CsvExcel); });
  menu->popup(at);
}

} // namespace pricewright

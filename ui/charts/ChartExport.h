// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "charts/Chart.h"

#include <QLocale>

namespace pricewright {

// How every chart of the window leaves it. Pictures are always light, with title and words for where they come from.
enum class ChartFile { Png, Svg, Csv, CsvExcel };

QImage chartPicture(const Chart& chart, qreal scale = 2);
QByteArray chartBytes(const Chart& chart, ChartFile kind, const QLocale& locale = QLocale());
// A file that exists is replaced only when the new one is complete. chart.write-failed (path, why)
Status saveChart(const Chart& chart, ChartFile kind, const QString& path, const QLocale& locale = QLocale());
Status writeWhole(const QString& path, const QByteArray& bytes); // the same for any bytes
QString chartFileName(const Chart& chart, ChartFile kind);       // without marks that a file system refuses

void copyChartPicture(Chart& chart);
void copyChartData(Chart& chart); // tab-separated with headers
// A menu at that place of the screen; the file dialog that follows does not block.
void offerChartExport(Chart& chart, const QPoint& at);
void askChartFile(Chart& chart, ChartFile kind);

} // namespace pricewright

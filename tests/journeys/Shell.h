// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include "support/TestData.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

// A workspace in a folder of its own, worked through the command line alone.
namespace pricewright::test {

struct Ran {
  int exit = -1;
  QByteArray out, err;
  QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
  QString error() const { return json()["error"].toObject()["code"].toString(); }
};

class Shell {
 public:
  QTemporaryDir dir;
  QString path(const char* name) const { return dir.filePath(QString::fromUtf8(name)); }

  void start(QProcess& process, const QStringList& words) const {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PRICEWRIGHT_WORKSPACE"), path("shop.pricewright"));
    environment.insert(QStringLiteral("PRICEWRIGHT_WITNESS"), path("witness"));
    process.setProcessEnvironment(environment);
    process.start(pricewright::test::builtProgram("pricewright-engine"), words);
  }
  Ran run(const QStringList& words) const {
    QProcess process;
    start(process, words);
    if (!process.waitForFinished(60'000))
      qFatal("the command line does not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
  }
  Ran json(QStringList words) const { return run(words << QStringLiteral("--json")); }
  QString write(const char* name, const QByteArray& text) const {
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
      qFatal("cannot write a file of the test");
    return file.fileName();
  }
};

// Two years of weekly sales of four teas in one zone, ending the week before the workspace's now.
inline QByteArray salesOfTeas() {
  QByteArray text = "sku,zone,day,units,price,regular\n";
  for (int sku = 1; sku <= 4; ++sku)
    for (int week = 0; week < 104; ++week) {
      const double price = 2.0 + sku + 0.25 * ((week / 4 * 7 + sku) % 5);
      const double units = 400 * std::pow(price / (2.0 + sku), -2.4) * (1 + 0.05 * ((week * 13 + sku * 7) % 9 - 4));
      text += "T0" + QByteArray::number(sku) + ",North," +
              isoDay(*parseDay(u"2024-03-04") + std::chrono::days(7 * week)).toLatin1() + ',' +
              QByteArray::number(std::lround(units)) + ',' + QByteArray::number(price, 'f', 2) + ',' +
              QByteArray::number(price, 'f', 2) + '\n';
    }
  return text;
}

} // namespace pricewright::test

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/Icons.h"

#include <QDir>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// A static library's resources are left out by the linker unless somebody names them. Must stand outside a namespace.
static void keepIcons() { Q_INIT_RESOURCE(icons); }

namespace pricewright {

QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal pixelRatio) {
  const QString key = QStringLiteral("pw/%1/%2/%3/%4").arg(name, color.name()).arg(size).arg(pixelRatio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap))
    return pixmap;
  keepIcons();
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly))
    return {};
  QByteArray svg = file.readAll();
  svg.replace("currentColor", color.name().toLatin1());
  QSvgRenderer renderer(svg);
  pixmap = QPixmap(QSize(size, size) * pixelRatio);
  pixmap.setDevicePixelRatio(pixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, size, size));
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

QIcon tintedIcon(const QString& name, const QColor& color) {
  QIcon icon;
  for (const int size : {16, 20, 24})
    for (const qreal ratio : {1.0, 2.0})
      icon.addPixmap(iconPixmap(name, color, size, ratio));
  return icon;
}

QIcon applicationIcon(const QColor& color) {
  QIcon icon;
  for (const int size : {16, 24, 32, 48, 64, 128})
    icon.addPixmap(iconPixmap(QStringLiteral("pricewright"), color, size, 1.0));
  return icon;
}

QStringList iconNames() {
  keepIcons();
  QStringList names = QDir(QStringLiteral(":/icons")).entryList();
  for (QString& name : names)
    name.chop(4);
  return names;
}

} // namespace pricewright

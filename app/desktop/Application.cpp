// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include "shell/Language.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace pricewright {
Application::Application()
    : m_window((installLanguage(), m_theme.recall(), m_theme)), m_link(m_engine, m_window), m_pages(m_engine, m_window),
      m_schedule(m_engine, m_window) {
  QObject::connect(&m_colors, &SystemColors::darkChanged, &m_theme, &Theme::setSystemDark);
}

QString Application::workspaceToOpen(const QString& named) {
  if (!named.isEmpty())
    return QFileInfo(named).absoluteFilePath();
  const QString fromEnvironment = qEnvironmentVariable("PRICEWRIGHT_WORKSPACE");
  if (!fromEnvironment.isEmpty())
    return QFileInfo(fromEnvironment).absoluteFilePath();
  for (const QString& path : MainWindow::recentWorkspaces())
    if (QFileInfo::exists(path))
      return path;
  // Where installer/start puts the sample: <checkout>/build/sample, the program itself in <checkout>/build/<kind>/bin.
  const QString sample =
      QCoreApplication::applicationDirPath() + QStringLiteral("/../../sample/orange-juice.pricewright");
  return QFileInfo::exists(sample) ? QDir::cleanPath(sample) : QString();
}

void Application::start(const QString& path) {
  m_window.show();
  const QString file = workspaceToOpen(path);
  if (!file.isEmpty())
    m_link.open(file);
}

} // namespace pricewright

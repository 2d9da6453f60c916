// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Application.h"

#include "shell/Language.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>

namespace pricewright {
Application::Application()
    : m_window((installLanguage(), m_theme.recall(), m_theme)), m_link(m_engine, m_window),
      m_review(m_engine, m_window.approvals()), m_today(m_engine, m_window.today()),
      m_catalogue(m_engine, m_window.catalogue()), m_publications(m_engine, m_window.publications()),
      m_audit(m_engine, m_window.audit()), m_imports(m_engine, m_window.imports()), m_rules(m_engine, m_window.rules()),
      m_costs(m_engine, m_window.costs()), m_promotions(m_engine, m_window.promotions()),
      m_targets(m_engine, m_window.targets()), m_settings(m_engine, m_window.settings()),
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

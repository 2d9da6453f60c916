// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SettingsLink.h"

namespace pricewright {

SettingsLink::SettingsLink(Engine& engine, SettingsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    refresh();
  });
  connect(&engine, &Engine::changed, this, [this] {
    if (m_page.isVisible())
      refresh();
  });
  connect(&page, &Page::shown, this, &SettingsLink::refresh);
  connect(&page, &Page::refreshWanted, this, &SettingsLink::refresh);
  connect(&page, &SettingsPage::changeRequested, this, [this](const QString& key, const QVariant& value) {
    m_engine.write(
        this,
        [key, value](Workspace& w, const JobContext&) -> Result<QString> {
          PW_CHECK(w.catalog().setSetting(w.me(), key, value));
          return key;
        },
        [this](const Result<QString>& done) {
          if (done)
            m_page.showChanged(*done);
          else
            m_page.showError(done.error());
          refresh();
        });
  });
}

void SettingsLink::refresh() {
  if (!m_open)
    return;
  m_read.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return w.catalog().settings(); },
      [this](const Result<Settings>& settings) {
        if (settings)
          m_page.showSettings(*settings);
        else
          m_page.showError(settings.error());
      });
}

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Result.h"
#include "fetching/DevTools.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace pricewright {

// A Chromium of its own: fresh profile, no window, every connection through one proxy, DevTools by file descriptors 3
// and 4 (no port that others could talk to). Its process group is killed when this ends, and by the system when the
// thread that started it does. It can open no UDP socket: neither WebRTC nor QUIC nor a look-up of a name passes beside
// the proxy, whatever a page makes of the browser. One thread.
class BrowserProcess {
 public:
  struct Settings {
    QString program; // as find() gave it
    bool allowRootWithoutSandbox = false;
    int proxyPort = 0;
    QByteArray userAgent;
  };
  // The program of that name or path; "": chromium, chromium-browser, google-chrome, google-chrome-stable, whichever is
  // there. "" where there is none.
  static QString find(const QString& wanted = {});
  static bool isRoot(); // Chromium refuses its sandbox to root
  // browser.not-installed (program), browser.root, browser.no-start (program, cause).
  static Result<std::unique_ptr<BrowserProcess>> start(const Settings& settings, qsizetype longestMessage,
                                                       DevTools::Event event);
  ~BrowserProcess();
  BrowserProcess(const BrowserProcess&) = delete;
  BrowserProcess& operator=(const BrowserProcess&) = delete;

  DevTools& devTools() { return *m_devTools; }
  qint64 id() const { return m_group; } // of the process and of its group
  qint64 memory() const;                // bytes that its processes hold for themselves
  static QStringList arguments(const Settings& settings, const QString& profile);

 private:
  BrowserProcess() = default;
  QTemporaryDir m_profile;
  QProcess m_process;
  qint64 m_group = 0;
  std::unique_ptr<DevTools> m_devTools;
};

} // namespace pricewright

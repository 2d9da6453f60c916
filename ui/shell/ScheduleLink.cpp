// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ScheduleLink.h"

#include <QTimeZone>

namespace pricewright {
namespace {
// The computer may sleep, and its clock may be set: at the longest so long until the next look.
constexpr qint64 kLongestWaitMs = 10 * 60'000;
} // namespace

ScheduleLink::ScheduleLink(Engine& engine, MainWindow& window, QObject* parent)
    : QObject(parent), m_engine(engine), m_window(window) {
  m_timer.setSingleShot(true);
  connect(&m_timer, &QTimer::timeout, this, &ScheduleLink::look);
  connect(&engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    look();
  });
  connect(&engine, &Engine::changed, this, &ScheduleLink::look); // the setting, perhaps
  connect(&engine, &Engine::cycleFinished, this, &ScheduleLink::look);
}

void ScheduleLink::look() {
  if (!m_open)
    return;
  m_look.read(
      m_engine, this,
      [zone = QTimeZone::systemTimeZoneId()](Workspace& w, const JobContext&) { return cycleTimes(w, zone); },
      [this](const Result<CycleTimes>& times) {
        if (times)
          plan(*times);
      });
}

void ScheduleLink::plan(const CycleTimes& times) {
  m_timer.stop();
  m_window.status().setNextCycle(times.next);
  if (!times.next)
    return;
  if (times.due && !m_window.isReadOnly() && !m_window.isCycleRunning()) {
    m_window.status().showNotice(tr("A cycle runs by its schedule"));
    m_window.requestCycle(); // its end looks again
  }
  m_timer.start(int(std::clamp<qint64>((*times.next - times.now).count() + 500, 500, kLongestWaitMs)));
}

} // namespace pricewright

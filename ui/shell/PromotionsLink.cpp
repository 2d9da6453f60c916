// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/PromotionsLink.h"

namespace pricewright {

PromotionsLink::PromotionsLink(Engine& engine, PromotionsPage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connectReads();
  connectWrites();
}

void PromotionsLink::connectReads() {
  const auto outdated = [this] {
    m_outdated = true;
    if (m_page.isVisible())
      refresh();
  };
  connect(&m_engine, &Engine::workspaceOpened, this, [this, outdated] {
    m_open = true;
    outdated();
  });
  connect(&m_engine, &Engine::changed, this, outdated);
  connect(&m_engine, &Engine::cycleFinished, this, outdated);
  connect(&m_page, &Page::refreshWanted, this, &PromotionsLink::refresh);
  connect(&m_page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&m_page, &PromotionsPage::checkRequested, this, [this](const PromotionWish& wish) {
    m_checks.read(
        m_engine, this, [wish](Workspace& w, const JobContext& job) { return checkPromotions(w, wish, job); },
        [this](const Result<std::vector<PromotionCheck>>& checks) {
          checks ? m_page.showChecks(*checks) : m_page.showError(checks.error());
        });
  });
}

void PromotionsLink::connectWrites() {
  using Changes = std::vector<PromotionChange>;
  connect(&m_page, &PromotionsPage::planRequested, this, [this](const PromotionWish& wish) {
    m_engine.write(
        this, [wish](Workspace& w, const JobContext& job) { return planPromotions(w, wish, job); },
        [this](const Result<PromotionsPlanned>& done) {
          done ? m_page.showPlanned(*done) : m_page.showError(done.error());
        });
  });
  connect(&m_page, &PromotionsPage::changeRequested, this, [this](const Id& id, const PromotionWish& wish) {
    m_engine.write(
        this,
        [id, wish](Workspace& w, const JobContext&) { return changePromotion(w, id, wish.from, wish.to, wish.price); },
        [this](const Result<PromotionChange>& done) {
          done ? m_page.showChanged({*done}) : m_page.showError(done.error());
        });
  });
  connect(&m_page, &PromotionsPage::cancelWanted, this, [this](const std::vector<Id>& ids) {
    m_engine.write(
        this, [ids](Workspace& w, const JobContext&) { return cancelPromotions(w, ids); },
        [this](const Result<Changes>& done) { done ? m_page.showChanged(*done) : m_page.showError(done.error()); });
  });
  connect(&m_page, &PromotionsPage::undoRequested, this, [this](const Changes& changes) {
    m_engine.write(
        this, [changes](Workspace& w, const JobContext&) { return undoPromotions(w, changes); },
        [this](const Status& done) { done ? m_page.showUndone() : m_page.showError(done.error()); });
  });
}

void PromotionsLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_calendar.read(
      m_engine, this, [](Workspace& w, const JobContext&) { return promotionCalendar(w); },
      [this](const Result<PromotionCalendar>& calendar) {
        calendar ? m_page.showCalendar(*calendar) : m_page.showError(calendar.error());
      });
}

} // namespace pricewright

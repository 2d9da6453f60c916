// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/CatalogueLink.h"

namespace pricewright {

CatalogueLink::CatalogueLink(Engine& engine, CataloguePage& page, QObject* parent)
    : QObject(parent), m_engine(engine), m_page(page) {
  connectReads();
  connectWrites();
}

void CatalogueLink::connectReads() {
  connect(&m_engine, &Engine::workspaceOpened, this, [this] {
    m_open = true;
    refreshWhenSeen();
  });
  connect(&m_engine, &Engine::changed, this, &CatalogueLink::refreshWhenSeen);
  connect(&m_engine, &Engine::cycleFinished, this, &CatalogueLink::refreshWhenSeen);
  connect(&m_page, &Page::shown, this, [this] {
    if (m_outdated)
      refresh();
  });
  connect(&m_page, &CataloguePage::refreshRequested, this, &CatalogueLink::refresh);
  connect(&m_page, &Page::refreshWanted, this, &CatalogueLink::refresh);
  connect(&m_page, &CataloguePage::whatIfRequested, this, [this](int listingNo) {
    m_whatIf.read(
        m_engine, this, [listingNo](Workspace& w, const JobContext&) { return whatIf(w, listingNo); },
        [this, listingNo](const Result<WhatIfModelPtr>& model) {
          if (model)
            m_page.showWhatIf(listingNo, *model);
          else
            m_page.showWhatIfError(listingNo, model.error());
        });
  });
}

void CatalogueLink::refreshWhenSeen() {
  m_outdated = true;
  if (m_page.isVisible())
    refresh();
}

void CatalogueLink::refresh() {
  if (!m_open)
    return;
  m_outdated = false;
  m_view.read(
      m_engine, this,
      [](Workspace& w, const JobContext&) -> Result<CatalogueSnapshotPtr> {
        PW_TRY(CatalogueSnapshot snapshot, catalogueView(w));
        return std::make_shared<const CatalogueSnapshot>(std::move(snapshot));
      },
      [this](const Result<CatalogueSnapshotPtr>& snapshot) {
        if (snapshot)
          m_page.showCatalogue(*snapshot);
        else
          m_page.showCatalogueError(snapshot.error());
      });
}

void CatalogueLink::connectWrites() {
  const auto orError = [this](auto then) {
    return [this, then](const auto& answer) {
      if (answer)
        then(answer);
      else
        m_page.showError(answer.error());
    };
  };
  connect(&m_page, &CataloguePage::proposeRequested, this, [this, orError](const std::vector<PriceWish>& wishes) {
    m_engine.write(
        this, [wishes](Workspace& w, const JobContext&) { return w.proposePrices(wishes); },
        orError([this](const auto& answers) { m_page.showProposed(*answers); }));
  });
  connect(&m_page, &CataloguePage::withdrawRequested, this, [this, orError](const std::vector<Id>& ids) {
    m_engine.write(
        this, [ids](Workspace& w, const JobContext&) { return w.withdraw(ids, QStringLiteral("withdrawn")); },
        orError([this](const auto& answers) {
          int done = 0;
          for (const Answer& a : *answers) {
            done += a.done;
            if (!a.done)
              m_page.showError(a.why);
          }
          if (done > 0)
            m_page.showUndone(done == 1 ? tr("1 proposal taken back")
                                        : tr("%1 proposals taken back").arg(QLocale().toString(done)));
        }));
  });
  connect(&m_page, &CataloguePage::costRequested, this, [this, orError](int listingNo, const Amount& cost) {
    m_engine.write(
        this,
        [listingNo, cost](Workspace& w, const JobContext&) {
          return w.setCost(listingNo, CostKind::Replacement, dayOf(w.clock().now()), cost);
        },
        orError([this](const auto& change) { m_page.showCostChanged(*change); }));
  });
  connect(&m_page, &CataloguePage::costUndoRequested, this, [this, orError](const CostChange& change) {
    m_engine.write(
        this, [change](Workspace& w, const JobContext&) { return w.undoCost(change); },
        orError([this](const auto&) { m_page.showUndone(tr("The cost is as it was")); }));
  });
  connect(&m_page, &CataloguePage::boundsRequested, this, [this, orError](int listingNo, const ListingBounds& bounds) {
    m_engine.write(
        this, [listingNo, bounds](Workspace& w, const JobContext&) { return w.setBounds(listingNo, bounds); },
        orError([this](const auto& change) { m_page.showBoundsChanged(*change); }));
  });
  connect(&m_page, &CataloguePage::boundsUndoRequested, this,
          [this, orError](int listingNo, const ListingBounds& bounds) {
            m_engine.write(
                this, [listingNo, bounds](Workspace& w, const JobContext&) { return w.setBounds(listingNo, bounds); },
                orError([this](const auto&) { m_page.showUndone(tr("The limits are as they were")); }));
          });
  connect(&m_page, &CataloguePage::roleRequested, this, [this, orError](const QString& sku, SkuRole role) {
    m_engine.write(
        this, [sku, role](Workspace& w, const JobContext&) { return w.setRole(sku, role); },
        orError([this](const auto& change) { m_page.showRoleChanged(*change); }));
  });
  connect(&m_page, &CataloguePage::roleUndoRequested, this, [this, orError](const QString& sku, SkuRole role) {
    m_engine.write(
        this, [sku, role](Workspace& w, const JobContext&) { return w.setRole(sku, role); },
        orError([this](const auto&) { m_page.showUndone(tr("The role is as it was")); }));
  });
  connectMasterData();
}

void CatalogueLink::connectMasterData() {
  const auto inForm = [this](auto then) {
    return [this, then](const auto& answer) { answer ? then(answer) : m_page.showFormError(answer.error()); };
  };
  connect(&m_page, &CataloguePage::listsRequested, this, [this, inForm] {
    m_lists.read(
        m_engine, this, [](Workspace& w, const JobContext&) { return masterLists(w); },
        inForm([this](const auto& lists) { m_page.showLists(*lists); }));
  });
  connect(&m_page, &CataloguePage::productRequested, this, [this, inForm](const NewProduct& product) {
    m_engine.write(
        this, [product](Workspace& w, const JobContext&) { return addProduct(w, product); },
        inForm([this](const auto& added) { m_page.showProductAdded(*added); }));
  });
  connect(&m_page, &CataloguePage::productUndoRequested, this, [this, inForm](const ProductAdded& added) {
    m_engine.write(
        this, [added](Workspace& w, const JobContext&) { return undoAddProduct(w, added); },
        inForm(
            [this, added](const auto&) { m_page.showUndone(tr("%1 is out of the catalogue again").arg(added.sku)); }));
  });
  connect(&m_page, &CataloguePage::zoneRequested, this, [this, inForm](const PriceZone& zone) {
    m_engine.write(
        this, [zone](Workspace& w, const JobContext&) { return saveZone(w, zone); },
        inForm([this](const auto& change) { m_page.showZoneSaved(*change); }));
  });
  connect(&m_page, &CataloguePage::ladderRequested, this,
          [this, inForm](int listingNo, const std::optional<LadderSpec>& ladder) {
            m_engine.write(
                this, [listingNo, ladder](Workspace& w, const JobContext&) { return setLadder(w, listingNo, ladder); },
                inForm([this](const auto& change) { m_page.showLadderChanged(*change); }));
          });
  connect(&m_page, &CataloguePage::ladderUndoRequested, this, [this, inForm](const LadderChange& change) {
    m_engine.write(
        this, [change](Workspace& w, const JobContext&) { return setLadder(w, change.listingNo, change.before); },
        inForm([this](const auto&) { m_page.showUndone(tr("The ladder is as it was")); }));
  });
}

} // namespace pricewright

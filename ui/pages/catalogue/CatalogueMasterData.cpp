// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// New products, price zones and ladders.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/catalogue/CataloguePage.h"

namespace pricewright {

void CataloguePage::buildCards() {
  m_product = new ProductCard(m_theme, this);
  m_zoneCard = new ZoneCard(m_theme, this);
  connect(m_product, &ProductCard::wanted, this, &CataloguePage::productRequested);
  connect(m_zoneCard, &ZoneCard::wanted, this, &CataloguePage::zoneRequested);
}

void CataloguePage::newProduct() {
  if (m_readOnly)
    return showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
  m_zonesWanted = false;
  emit listsRequested();
}

void CataloguePage::editZones() {
  if (m_readOnly)
    return showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
  m_zonesWanted = true;
  emit listsRequested();
}

void CataloguePage::showLists(const MasterLists& lists) {
  if (m_zonesWanted)
    m_zoneCard->ask(lists);
  else
    m_product->ask(lists);
}

void CataloguePage::showProductAdded(const ProductAdded& added) {
  m_product->dismiss();
  remember({.product = added});
  emit noticed(added.isNew ? tr("%1 is in the catalogue · U takes back").arg(added.sku)
                           : tr("%1 is sold in further zones · U takes back").arg(added.sku));
}

void CataloguePage::showZoneSaved(const ZoneChange& change) {
  if (m_zoneCard->isVisible()) { // else it was taken back
    m_zoneCard->dismiss();
    if (change.before && *change.before == change.after)
      return;
    if (change.before)
      remember({.zone = change.before});
    return emit noticed(change.before ? tr("Zone %1 changed · U takes back").arg(change.after.code)
                                      : tr("Zone %1 is there").arg(change.after.code));
  }
  showUndone(tr("The zone is as it was"));
}

void CataloguePage::showLadderChanged(const LadderChange& change) {
  if (change.before == change.after)
    return;
  remember({.ladder = change});
  emit noticed(tr("Ladder of %1 changed · U takes back").arg(nameOf(change.listingNo)));
}

void CataloguePage::showFormError(const Error& error) {
  if (m_product->isVisible())
    m_product->showError(error);
  else if (m_zoneCard->isVisible())
    m_zoneCard->showError(error);
  else
    showError(error);
}

} // namespace pricewright

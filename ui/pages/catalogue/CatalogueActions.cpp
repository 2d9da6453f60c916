// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page's keys do, what the answers mean, and what survives a restart.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/catalogue/CataloguePage.h"

#include <QKeyEvent>
#include <QSet>

namespace pricewright {
namespace {
constexpr std::size_t kMostUndo = 100;
}

void CataloguePage::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  const int key = event->key();
  // The price may be moved with a key held down; everything else acts once a press.
  if (event->matches(QKeySequence::New) && !event->isAutoRepeat()) {
    newProduct();
    return event->accept();
  }
  const bool repeats = key == Qt::Key_Plus || key == Qt::Key_Minus;
  if (chord || (event->isAutoRepeat() && !repeats) || !pageKey(key))
    Page::keyPressEvent(event);
  else
    event->accept();
}

bool CataloguePage::pageKey(int key) {
  switch (key) {
  case Qt::Key_S:
    send();
    return true;
  case Qt::Key_L:
    toggleLock();
    return true;
  case Qt::Key_N:
    backToNow();
    return true;
  case Qt::Key_P:
    planPromotion();
    return true;
  case Qt::Key_U:
  case Qt::Key_Z:
    undoLast();
    return true;
  case Qt::Key_Plus:
    m_session.step(1);
    return true;
  case Qt::Key_Minus:
    m_session.step(-1);
    return true;
  case Qt::Key_Question:
    emit keySheetRequested();
    return true;
  case Qt::Key_Slash:
    focusFilter();
    return true;
  case Qt::Key_Escape: // first what is tried, then back to the rows
    if (m_lines.rowCount() == 0 && m_lines.rows().rowCount() > 0)
      m_emptyClear->click();
    else if (!m_session.isLocked(m_session.listing()) && m_session.tried() != m_session.now())
      m_session.backToNow();
    else
      focusMain();
    return true;
  default:
    return false;
  }
}

QList<PageTable> CataloguePage::tables() const {
  QList<PageTable> tables = Page::tables();
  for (PageTable& t : tables)
    if (t.view == m_table)
      t.prices = [this](bool chosenOnly) {
        std::vector<SheetKey> keys;
        for (const int row : chosenOnly ? m_table->chosenRows() : m_lines.shownRows())
          keys.push_back({m_model.at(row).sku, m_model.at(row).zone});
        return keys;
      };
  return tables;
}

void CataloguePage::toggleLock() { m_session.toggleLock(); }
void CataloguePage::backToNow() { m_session.backToNow(); }

void CataloguePage::planPromotion() {
  QSet<QString> known, zones;
  QStringList skus;
  for (const int row : m_table->chosenRows()) {
    const CatalogueRow& r = m_model.at(row);
    zones << r.zone;
    if (!known.contains(r.sku)) {
      known << r.sku;
      skus << r.sku;
    }
  }
  if (!skus.isEmpty())
    emit promotionWanted(skus.join(QLatin1Char(' ')), zones.size() == 1 ? *zones.begin() : QString());
}

void CataloguePage::send() {
  if (m_readOnly) {
    showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was sent."));
    return;
  }
  if (!m_sent.empty())
    return; // the answer is still out: nothing goes twice
  const std::vector<PriceWish> wishes = m_session.wishes();
  if (wishes.empty()) {
    emit noticed(tr("No price differs from the one in force: nothing to send"));
    return;
  }
  for (const PriceWish& wish : wishes)
    m_sent.push_back(wish.listingNo);
  emit proposeRequested(wishes);
}

void CataloguePage::remember(Undo undo) {
  m_undo.push_back(std::move(undo));
  if (m_undo.size() > kMostUndo)
    m_undo.erase(m_undo.begin());
}

void CataloguePage::showProposed(const std::vector<Proposed>& answers) {
  m_sent.clear();
  Undo undo;
  std::vector<int> done;
  QStringList refused;
  int moved = 0;
  for (const Proposed& a : answers) {
    if (a.decision.isNull()) {
      refused << QStringLiteral("%1: %2").arg(nameOf(a.listingNo), errorText(a.why));
      continue;
    }
    const auto wished = m_session.locked().find(a.listingNo);
    moved += wished != m_session.locked().end() && wished->second != a.proposed;
    undo.proposals.push_back(a.decision);
    done.push_back(a.listingNo);
  }
  m_session.drop(done); // refused ones stay as they were typed
  if (!undo.proposals.empty()) {
    remember(undo);
    QString text =
        done.size() == 1
            ? tr("1 price sent to Approvals · U takes back")
            : tr("%1 prices sent to Approvals · U takes back").arg(QLocale().toString(qulonglong(done.size())));
    if (moved > 0)
      text += tr(" · %1 moved by limits").arg(QLocale().toString(moved));
    emit noticed(text);
  }
  if (!refused.isEmpty())
    showMessage(
        paint::Tone::Warning,
        refused.size() == 1
            ? refused.first()
            : tr("%1 prices were not sent. First: %2").arg(QLocale().toString(refused.size()), refused.first()));
}

// Prices tried are the page's own; costs and roles go to the workspace, one after the other.
void CataloguePage::makeEdits(const std::vector<CellEdit>& edits) {
  for (const CellEdit& edit : edits) {
    const int row = m_model.rowOfKey(edit.key);
    if (row < 0 || !m_model.checkEdit(row, edit.column, edit.typed).isEmpty())
      continue;
    const CatalogueRow r = m_model.at(row);
    if (edit.column == CatalogueModel::column(CatalogueColumn::Tried)) {
      const std::optional<Money> price = moneyFromText(edit.typed, r.currency);
      m_session.lock(r.listingNo, price && *price != r.price ? price : std::nullopt);
    } else if (m_readOnly) {
      showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
    } else if (edit.column == CatalogueModel::column(CatalogueColumn::Cost)) {
      emit costRequested(r.listingNo, *CatalogueModel::costFromText(edit.typed, r.currency));
    } else if (edit.column == CatalogueModel::column(CatalogueColumn::Ladder)) {
      emit ladderRequested(r.listingNo, *ladderFromWords(edit.typed, r.currency));
    } else if (edit.column == CatalogueModel::column(CatalogueColumn::Role)) {
      emit roleRequested(r.sku, *CatalogueModel::roleFromText(edit.typed));
    } else if (const auto bounds =
                   CatalogueModel::boundsFromText(r, static_cast<CatalogueColumn>(edit.column), edit.typed)) {
      emit boundsRequested(r.listingNo, *bounds);
    }
  }
}

void CataloguePage::showCostChanged(const CostChange& change) {
  remember({.cost = change});
  emit noticed(
      change.after
          ? tr("Cost of %1 is %2 from today on · U takes back").arg(nameOf(change.listingNo), amountText(*change.after))
          : tr("Cost of %1 taken back").arg(nameOf(change.listingNo)));
}

void CataloguePage::showBoundsChanged(const BoundsChange& change) {
  if (change.before == change.after)
    return;
  remember({.bounds = change});
  emit noticed(tr("Limits of %1 changed · U takes back").arg(nameOf(change.listingNo)));
}

void CataloguePage::showRoleChanged(const RoleChange& change) {
  if (change.before == change.after)
    return;
  remember({.role = change});
  emit noticed(tr("%1 is %2 now · U takes back").arg(change.sku, CatalogueModel::roleWord(change.after)));
}

void CataloguePage::undoLast() {
  if (m_undo.empty()) {
    emit noticed(tr("Nothing to take back"));
    return;
  }
  const Undo last = m_undo.back();
  m_undo.pop_back();
  if (!last.proposals.empty())
    emit withdrawRequested(last.proposals);
  if (last.cost)
    emit costUndoRequested(*last.cost);
  if (last.bounds)
    emit boundsUndoRequested(last.bounds->listingNo, last.bounds->before);
  if (last.role)
    emit roleUndoRequested(last.role->sku, last.role->before);
  if (last.ladder)
    emit ladderUndoRequested(*last.ladder);
  if (last.product)
    emit productUndoRequested(*last.product);
  if (last.zone)
    emit zoneRequested(*last.zone);
}

void CataloguePage::showUndone(const QString& what) { emit noticed(what); }

void CataloguePage::showError(const Error& error) {
  m_sent.clear(); // what was tried is still there
  showMessage(paint::Tone::Negative, errorText(error));
}

void CataloguePage::saveState(QSettings& settings) const {
  m_views->save(settings);
  if (m_splitChosen)
    settings.setValue(QStringLiteral("split"), m_split->saveState());
  const CatalogueFilter& f = m_filters->filter();
  settings.setValue(QStringLiteral("filter"), QStringList{f.zone, f.category, f.role ? skuRoleName(*f.role) : QString(),
                                                          f.lowIndex ? QStringLiteral("1") : QString(),
                                                          f.stale ? QStringLiteral("1") : QString()});
  settings.setValue(QStringLiteral("row"), m_table->focusedKey());
  QStringList tried; // a price that somebody typed is not lost with the window
  for (const auto& [listing, price] : m_session.locked())
    tried << QStringLiteral("%1 %2 %3").arg(listing).arg(price.minor()).arg(price.currency().code());
  settings.setValue(QStringLiteral("tried"), tried);
}

void CataloguePage::restoreState(const QSettings& settings) {
  m_views->restore(settings);
  m_splitChosen = m_split->restoreState(settings.value(QStringLiteral("split")).toByteArray());
  m_split->setHandleWidth(12);
  const QStringList f = settings.value(QStringLiteral("filter")).toStringList();
  CatalogueFilter filter;
  if (f.size() == 5) {
    filter.zone = f[0];
    filter.category = f[1];
    filter.role = skuRoleFrom(f[2]);
    filter.lowIndex = !f[3].isEmpty();
    filter.stale = !f[4].isEmpty();
  }
  m_filters->setFilter(filter);
  m_wantedFocus = settings.value(QStringLiteral("row")).toString();
  for (const QString& one : settings.value(QStringLiteral("tried")).toStringList()) {
    const QStringList parts = one.split(QLatin1Char(' '));
    const Result<Currency> currency = Currency::fromCode(parts.value(2));
    if (currency && parts.value(0).toInt() > 0 && parts.value(1).toLongLong() > 0)
      m_session.lock(parts[0].toInt(), Money(parts[1].toLongLong(), *currency));
  }
}

void CataloguePage::forgetWorkspace() {
  m_undo.clear();
  m_sent.clear();
  m_session.clear();
  m_model.setSnapshot(nullptr);
  setReadOnly(false);
  m_paste->dismiss();
  m_banner->hide();
  showTitle();
  showEmptiness();
}

QList<PageAction> CataloguePage::pageActions() {
  return {{tr("Send tried prices to Approvals"), QStringLiteral("S"), [this] { send(); }},
          {tr("Lock or unlock the tried price"), QStringLiteral("L"), [this] { toggleLock(); }},
          {tr("Back to the price in force"), QStringLiteral("N"), [this] { backToNow(); }},
          {tr("New product …"), QStringLiteral("Ctrl+N"), [this] { newProduct(); }},
          {tr("Price zones …"), {}, [this] { editZones(); }},
          {tr("Plan promotions for what is chosen …"), QStringLiteral("P"), [this] { planPromotion(); }},
          {tr("Only low price index"), {}, [this] { m_filters->lowIndexButton()->click(); }},
          {tr("Only stale competitor prices"), {}, [this] { m_filters->staleButton()->click(); }},
          {tr("Clear the filter"), {}, [this] { m_emptyClear->click(); }}};
}

QList<QPair<QString, QString>> CataloguePage::keySheet() const {
  return {{tr("J K"), tr("next, previous")},
          {tr("Enter"), tr("to the chart")},
          {tr("← →"), tr("in the chart: price by one rung, Shift by five")},
          {tr("+ −"), tr("anywhere: price by one rung")},
          {QStringLiteral("L"), tr("lock the tried price, so that others can be tried with it")},
          {QStringLiteral("N"), tr("back to the price in force")},
          {QStringLiteral("S"), tr("send what is tried to Approvals")},
          {QStringLiteral("P"), tr("plan promotions for what is chosen")},
          {tr("Ctrl+N"), tr("new product, or one in a further zone")},
          {QStringLiteral("F2"), tr("edit new price, cost or role")},
          {tr("Ctrl+D"), tr("fill down")},
          {tr("U Z"), tr("take back")},
          {QStringLiteral("/"), tr("filter")},
          {tr("Esc"), tr("let go of what is tried; back to the rows")}};
}

} // namespace pricewright

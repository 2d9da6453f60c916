// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page's keys do, what the answers mean, and what survives a restart.
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "pages/publications/PublicationsPage.h"
#include "pages/publications/PublicationsText.h"

#include <QKeyEvent>

namespace pricewright {
using namespace publications;

Instant PublicationsPage::now() const {
  return m_snapshot ? m_snapshot->now + (m_clock->now() - m_seenAt) : m_clock->now();
}

// The workspace may stand in another year: only how much time has passed is taken from the clock. Whatever it does,
// the page only looks; what passes its slot is released by the engine, and then there are fresh facts.
void PublicationsPage::tick() {
  if (!m_snapshot)
    return;
  m_batches.setNow(now());
  showSummary();
  if (m_snapshot->nextRelease && *m_snapshot->nextRelease < now() && !std::exchange(m_slotPassed, true))
    emit refreshWanted();
  if (const BatchSummary* b = focusedBatch(); b && b->waits())
    showBar();
}

ActionButton* PublicationsPage::button(const char* name) const { return findChild<ActionButton*>(QLatin1String(name)); }

std::vector<const BatchSummary*> PublicationsPage::chosenWaiting() const {
  std::vector<const BatchSummary*> all;
  for (const int row : m_batchTable->chosenRows())
    if (m_batches.at(row).waits())
      all.push_back(&m_batches.at(row));
  return all;
}

QString PublicationsPage::channelNames() const {
  QStringList names;
  if (m_snapshot)
    for (const ChannelSummary& c : m_snapshot->channels)
      names << (c.name.isEmpty() ? c.code : c.name);
  return names.join(QStringLiteral(", "));
}

void PublicationsPage::showBar() {
  const BatchSummary* b = focusedBatch();
  const bool waits = b && b->waits(), published = b && b->state == u"published";
  const bool free = !m_readOnly && !m_waiting;
  const auto show = [&](const char* name, bool shown) {
    button(name)->setVisible(shown);
    button(name)->setEnabled(free);
  };
  show("release", waits);
  button("release")->setText(b && b->state == u"failed" ? tr("Try again") : tr("Release now"));
  show("slot", waits);
  show("undo", waits);
  show("split", waits && b->labels > 1);
  show("join", waits && chosenWaiting().size() == 2);
  show("rollback", published);
  show("verify", b && !waits);
  for (const char* name : {"verifyLive", "write"})
    button(name)->setEnabled(free);
  button("write")->setVisible(
      m_snapshot && std::any_of(m_snapshot->channels.begin(), m_snapshot->channels.end(),
                                [](const ChannelSummary& c) { return c.state != u"live" && c.state != u"none"; }));
  if (!b) {
    m_barWords->setText(QString());
    return;
  }
  QStringList parts{b->labels > 0 ? pricesText(b->labels) : stateWord(b->state)};
  if (b->effect.counted > 0)
    parts << tr("profit %1").arg(effectText(b->effect));
  if (b->state == u"failed" && !b->channels.empty())
    parts << codeText(b->channels.front().why);
  else if (waits)
    parts << (b->state == u"failed" ? tr("tried again at the next release")
                                    : tr("goes out %1").arg(countdownText(b->releaseAt - now())));
  m_barWords->setText(parts.join(QStringLiteral(" · ")));
  m_barWords->setToolTip(effectHelp(b->effect));
}

bool PublicationsPage::mayChange() {
  if (m_readOnly)
    showMessage(paint::Tone::Warning, tr("The workspace is open for reading only: nothing was changed."));
  return !m_readOnly;
}

bool PublicationsPage::ask() {
  if (m_waiting)
    return false;
  m_waiting = true;
  showBar();
  return true;
}

void PublicationsPage::answered() {
  m_waiting = false;
  m_builder->setBusy(false);
  showBar();
}

void PublicationsPage::releaseNow() {
  const BatchSummary* b = focusedBatch();
  if (!b || !b->waits() || !mayChange())
    return;
  const qint64 no = b->no;
  const QString where = channelNames();
  m_confirm->ask(b->state == u"failed" ? tr("Try batch %1 again?").arg(no) : tr("Release batch %1 now?").arg(no),
                 tr("%1 go to %2 at once, instead of at their slot. Afterwards the batch can be rolled back as one.")
                     .arg(pricesText(b->labels), where),
                 b->labels == 1 ? tr("Release 1 price") : tr("Release %1 prices").arg(count(b->labels)), [this, no] {
                   if (ask())
                     emit releaseRequested(no);
                 });
}

void PublicationsPage::changeSlot() {
  const BatchSummary* b = focusedBatch();
  if (!b || !b->waits() || !mayChange())
    return;
  const BatchDetailPtr& d = m_panel->detail();
  const bool known = d && d->batch.no == b->no && d->earliestRelease;
  m_slotCard->ask(b->no, b->name, b->releaseAt, known ? std::max(now(), *d->earliestRelease) : now(), now());
}

void PublicationsPage::undoRelease() {
  const BatchSummary* b = focusedBatch();
  if (b && b->waits()) {
    if (mayChange() && ask())
      emit cancelRequested(b->no);
  } else if (b && b->state == u"published") {
    emit noticed(tr("Batch %1 is published: B rolls it back").arg(b->no));
  }
}

void PublicationsPage::rollBack() {
  const BatchSummary* b = focusedBatch();
  if (!b || b->state != u"published" || !mayChange())
    return;
  const qint64 no = b->no;
  const BatchDetailPtr& d = m_panel->detail();
  const bool known = d && d->batch.no == no;
  const int back = known ? d->wouldGoBack : b->labels - b->partlyRolledBack, stay = known ? d->changedSince : 0;
  if (back == 0) {
    showMessage(paint::Tone::Warning,
                tr("Every price of batch %1 was changed again since: nothing would go back.").arg(no));
    return;
  }
  QString text =
      tr("%1 go back to what they were before the batch, in %2, as one.").arg(pricesText(back), channelNames());
  if (stay > 0)
    text += QLatin1Char(' ') + (stay == 1
                                    ? tr("1 price was changed again since and stays as it is.")
                                    : tr("%1 prices were changed again since and stay as they are.").arg(count(stay)));
  m_confirm->ask(tr("Roll back batch %1, “%2”?").arg(no).arg(b->name), text,
                 back == 1 ? tr("Put 1 price back") : tr("Put %1 prices back").arg(count(back)), [this, no] {
                   if (ask())
                     emit rollBackRequested(no);
                 });
}

void PublicationsPage::verifyAgain() {
  if (mayChange() && ask())
    emit verifyRequested();
}

void PublicationsPage::writeAgain() {
  if (!m_snapshot || !mayChange())
    return;
  QStringList names;
  for (const ChannelSummary& c : m_snapshot->channels)
    if (c.state != u"live" && c.state != u"none")
      names << (c.name.isEmpty() ? c.code : c.name);
  if (names.isEmpty()) {
    emit noticed(tr("Every file is as it should be"));
    return;
  }
  m_confirm->ask(tr("Write the files of %1 again?").arg(names.join(QStringLiteral(", "))),
                 m_snapshot->differences > 0
                     ? tr("%1 go back to what they should be; what was changed by hand in the files is lost.")
                           .arg(pricesText(m_snapshot->differences))
                     : tr("Every price is right already; what was changed by hand in the files is lost."),
                 tr("Write again"), [this] {
                   if (ask())
                     emit rewriteRequested({});
                 });
}

void PublicationsPage::takeOut() {
  const BatchSummary* b = focusedBatch();
  const std::vector<Id> rows = m_panel->chosen();
  if (b && b->waits() && !rows.empty() && m_panel->table().hasFocus() && mayChange() && ask())
    emit takeOutRequested(rows);
  else if (b && b->waits() && !m_panel->table().hasFocus())
    emit noticed(tr("Enter goes to the batch's prices; X takes out the one in focus"));
}

void PublicationsPage::splitOff() {
  const BatchSummary* b = focusedBatch();
  const std::vector<Id> rows = m_panel->chosen();
  if (!b || !b->waits() || !mayChange())
    return;
  if (rows.empty() || int(rows.size()) >= b->labels)
    emit noticed(tr("Choose some of the batch's prices first: they get a batch of their own"));
  else if (ask())
    emit splitRequested(b->no, rows);
}

void PublicationsPage::joinBatches() {
  const auto both = chosenWaiting();
  if (both.size() != 2) {
    emit noticed(tr("Choose two waiting batches with Shift and the arrows: M joins them"));
    return;
  }
  if (mayChange() && ask())
    emit mergeRequested(both[1]->no, both[0]->no);
}

void PublicationsPage::newBatch() {
  if (!mayChange())
    return;
  showView(View::Builder);
  m_builder->begin();
  emit candidatesRequested();
  m_builder->table().setFocus(Qt::OtherFocusReason);
}

void PublicationsPage::keyPressEvent(QKeyEvent* event) {
  const bool chord = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
  if (chord || event->isAutoRepeat() || !pageKey(event->key()))
    Page::keyPressEvent(event);
  else
    event->accept();
}

bool PublicationsPage::pageKey(int key) {
  if (key == Qt::Key_Question) {
    emit keySheetRequested();
    return true;
  }
  if (m_view == View::Builder)
    return false;
  using Work = void (PublicationsPage::*)();
  static const QMap<int, Work> common{{Qt::Key_V, &PublicationsPage::verifyAgain},
                                      {Qt::Key_N, &PublicationsPage::newBatch},
                                      {Qt::Key_T, &PublicationsPage::writeAgain},
                                      {Qt::Key_Z, &PublicationsPage::undoLast}};
  static const QMap<int, Work> ofBatches{
      {Qt::Key_R, &PublicationsPage::releaseNow},  {Qt::Key_C, &PublicationsPage::changeSlot},
      {Qt::Key_U, &PublicationsPage::undoRelease}, {Qt::Key_B, &PublicationsPage::rollBack},
      {Qt::Key_X, &PublicationsPage::takeOut},     {Qt::Key_P, &PublicationsPage::splitOff},
      {Qt::Key_M, &PublicationsPage::joinBatches}};
  const Work work = m_view == View::Batches ? ofBatches.value(key, common.value(key)) : common.value(key);
  if (work) {
    (this->*work)();
    return true;
  }
  switch (key) {
  case Qt::Key_1:
    showView(View::Batches);
    break;
  case Qt::Key_2:
    showView(View::Live);
    break;
  case Qt::Key_D:
    showView(View::Live);
    showOnlyDifferences(!m_differencesOnly->isChecked());
    break;
  case Qt::Key_Escape:
    break;
  default:
    return false;
  }
  focusMain();
  return true;
}

void PublicationsPage::undoLast() {
  if (m_undo.empty()) {
    emit noticed(tr("Nothing of this page to undo"));
    return;
  }
  if (!mayChange() || !ask())
    return;
  const Undo last = m_undo.back();
  m_undo.pop_back();
  if (last.slot)
    emit moveRequested(last.slot->batchNo, last.slot->before);
  else if (last.change)
    emit undoRequested(*last.change);
}

} // namespace pricewright

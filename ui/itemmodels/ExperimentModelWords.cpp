// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of models: zones that another version decides. They have no prices of their own.
#include "base/Words.h"
#include "itemmodels/ExperimentWords.h"
#include "itemmodels/Format.h"

#include <QCoreApplication>

namespace pricewright {
namespace {

QString tr(const char* text, int n = -1) {
  return QCoreApplication::translate("ExperimentModelWords", text, nullptr, n);
}

QString pausedModelText(const ExperimentCard& card) {
  return card.row.reason == u"model-silent"
             ? tr("%1 cannot be asked: until it can, the champion %2 decides everywhere.")
                   .arg(card.challenger, card.champion)
             : tr("Nothing is decided about it until sales come in again.");
}

QString decidedModelText(const ExperimentCard& card, Instant now) {
  const Duration left = card.row.stateSince + std::chrono::days(card.row.plan.decideDays) - now;
  return left.count() > 0
             ? tr("Yours to decide: without a decision, %1 decides all zones again in %2.")
                   .arg(card.champion, durationText(left))
             : tr("Nobody has decided in time: %1 decides all zones again from the next check on.").arg(card.champion);
}

} // namespace

bool testsModel(const ExperimentCard& card) { return !card.challenger.isEmpty(); }

QString testedModelText(const ExperimentCard& card) {
  return tr("model %1 → %2, %3").arg(card.champion, card.challenger, tr("%n product(s)", card.products));
}

QString modelSplitText(const ModelSplit& split) {
  return tr("%1 decides %2 in %3, %4 in %5")
      .arg(split.challenger, tr("%n product(s)", split.products), tr("%n zone(s)", split.treated), split.champion,
           QLocale().toString(split.control));
}

void sayAsModelTest(const ExperimentCard& card, Instant now, ExperimentState& state) {
  switch (card.row.state) {
  case TestState::Waiting:
    state.word = tr("waiting for a cycle");
    state.detail = tr("It begins once a cycle has let %1 decide its first zones.").arg(card.challenger);
    break;
  case TestState::Ramping:
    state.detail =
        tr("So many of its zones are decided by %1. Nothing is compared before all are.").arg(card.challenger);
    break;
  case TestState::Paused:
    state.detail = pausedModelText(card);
    break;
  case TestState::Decided:
    state.detail = decidedModelText(card, now);
    break;
  case TestState::RollingOut:
    state.detail = tr("%1 becomes the champion.").arg(card.challenger);
    break;
  default:
    break;
  }
}

} // namespace pricewright

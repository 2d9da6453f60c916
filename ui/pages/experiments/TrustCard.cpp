// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/experiments/TrustCard.h"

#include "base/Words.h"
#include "engine/texts/Texts.h"
#include "itemmodels/Format.h"
#include "itemmodels/Words.h"

#include <QBoxLayout>
#include <QStyle>

#include <cmath>

namespace pricewright {
namespace {

constexpr double kEnoughKnown = 0.5;
constexpr double kRatioLost = 0.001; // below it the arms are not as they were planned

QString trustCount(int n) { return QLocale().toString(n); }
QString pText(double p) { return p < 0.001 ? s("< ") + plainNumber(0.001, 3) : plainNumber(p, p < 0.1 ? 3 : 2); }

Line trustLine(const QString& text, const QString& value, paint::Tone tone = paint::Tone::Neutral,
               const QString& help = {}) {
  Line line;
  line.text = text;
  line.trailing = value;
  line.trailingTone = tone;
  line.toolTip = help;
  return line;
}

Line ratioLine(const ExperimentCard& card, const TestReading* r) {
  const bool isDrawn = card.row.plan.bandit.has_value();
  const QString name = isDrawn ? TrustCard::tr("Draws") : TrustCard::tr("Sample ratio");
  const QString arms = s("%1 : %2").arg(trustCount(r ? r->unitsControl : card.unitsControl),
                                        trustCount(r ? r->unitsTreatment : card.unitsTreatment));
  const QString help =
      isDrawn ? TrustCard::tr(
                    "Whether visitors were drawn with the odds that were kept for each; the p holds however often "
                    "it is looked at. Below 0.001 the test is stopped: nothing of it is to be believed.")
              : TrustCard::tr("Whether the arms are as large as planned; the p holds however often it is "
                              "looked at. Below 0.001 the test is stopped: nothing of it is to be believed.");
  if (!r && isShownByVisitor(card))
    return trustLine(name, TrustCard::tr("nobody seen yet"), paint::Tone::Neutral, help);
  if (!r || !r->sampleRatioP)
    return trustLine(name, TrustCard::tr("%1, as assigned").arg(arms), paint::Tone::Neutral, help);
  const bool lost = *r->sampleRatioP < kRatioLost;
  return trustLine(name, s("%1 · p %2 %3").arg(arms, pText(*r->sampleRatioP), lost ? s("✗") : s("✓")),
                   lost ? paint::Tone::Negative : paint::Tone::Positive, help);
}

Line powerLine(const ExperimentCard& card, const TestReading* r) {
  const QString mde = plainNumber(card.row.plan.mdeBp / 100.0, card.row.plan.mdeBp % 100 == 0 ? 0 : 1);
  return trustLine(
      TrustCard::tr("Power reached"),
      r ? TrustCard::tr("%1 % of plan (MDE %2 %)").arg(trustCount(int(std::lround(100 * r->share))), mde)
        : TrustCard::tr("nothing yet (MDE %1 %)").arg(mde),
      paint::Tone::Neutral,
      TrustCard::tr("Share of the planned information; MDE is the least lift that the test is made to find"));
}

Line unitsLine(const ExperimentCard& card, const TestReading* r) {
  const int units = r ? r->unitsControl + r->unitsTreatment : card.unitsControl + card.unitsTreatment;
  QString name, counted;
  switch (card.row.plan.design) {
  case TestDesign::Clusters:
    name = TrustCard::tr("Clusters"), counted = TrustCard::tr("%n zone(s)", nullptr, units);
    break;
  case TestDesign::Switchback:
    name = TrustCard::tr("Blocks"), counted = TrustCard::tr("%n block(s) of time", nullptr, units);
    break;
  case TestDesign::Pairs:
    name = TrustCard::tr("Pairs"), counted = TrustCard::tr("%n product(s)", nullptr, units);
    break;
  case TestDesign::Visitors:
    name = TrustCard::tr("Visitors"), counted = trustCount(units);
    break;
  }
  if (r && r->randomizationP)
    counted = TrustCard::tr("%1 · randomization p %2").arg(counted, pText(*r->randomizationP));
  return trustLine(name, counted, paint::Tone::Neutral,
                   TrustCard::tr("How often chance alone, had the arms been drawn otherwise, would have shown as much; "
                                 "at this look alone"));
}

QString figureText(const TestFigure& f) {
  if (f.isRelative())
    return s("%1 %2").arg(liftText(f.lift), intervalText(f.low, f.high));
  if (!f.difference)
    return s("–");
  constexpr int kPlaces = 4;
  return TrustCard::tr("difference %1 [%2 … %3]")
      .arg(signedNumber(f.difference->value, kPlaces), signedNumber(f.difference->low, kPlaces),
           signedNumber(f.difference->high, kPlaces));
}

// How a bandit deals out its visitors, and what that does to its figures: the corrected ones beside the plain ones.
void addBanditLines(const ExperimentCard& card, const TestReading* r, std::vector<Line>& all) {
  const BanditTerms& terms = *card.row.plan.bandit;
  constexpr double kWholeBp = 10'000;
  const int now = card.shares.empty() ? card.row.plan.treatmentBp : card.shares.back().treatmentShare;
  all.push_back(
      trustLine(TrustCard::tr("New price shown to"),
                TrustCard::tr("%1 · floor %2").arg(shareWord(now / kWholeBp), shareWord(terms.floorBp / kWholeBp)),
                paint::Tone::Neutral, TrustCard::tr("Who has been dealt out keeps the price he saw first")));
  const bool follows = r && r->chanceBest;
  all.push_back(
      trustLine(TrustCard::tr("Chance to be best"),
                follows ? shareWord(*r->chanceBest) : TrustCard::tr("after %1 of each").arg(trustCount(terms.burnIn)),
                paint::Tone::Neutral,
                TrustCard::tr("Of the new price, by what was bought so far. The shares follow it; nothing is "
                              "decided by it.")));
  if (!r || !r->plain)
    return;
  const TestFigure& f = r->figures.front();
  all.push_back(trustLine(TrustCard::tr("Corrected"), figureText(f), paint::Tone::Neutral,
                          TrustCard::tr("Each visitor counts by the odds with which he was drawn, and the interval "
                                        "holds at all looks together: what the test is decided by")));
  all.push_back(trustLine(TrustCard::tr("Plain means"), figureText(*r->plain), paint::Tone::Neutral,
                          TrustCard::tr("As if the shares had stayed and this were the only look. An arm that began "
                                        "badly is shown less and looks too bad for ever: not to be decided by.")));
}

// A guard whose interval reaches beyond its limit may be broken by now: nobody knows yet.
enum class GuardState { Kept, InDoubt, Broken };
GuardState guardState(const TestGuard& guard, const TestFigure& f) {
  const double limit = -guard.limitBp / 10'000.0;
  return f.hasLostMoreThan(-limit) ? GuardState::Broken : f.low < limit ? GuardState::InDoubt : GuardState::Kept;
}

Line guardLine(const TestGuard& guard, const TestFigure* f) {
  const double limit = -guard.limitBp / 10'000.0;
  const QString name = TrustCard::tr("Guard: %1").arg(metricWord(guard.metric));
  const QString bound = TrustCard::tr("limit %1 %").arg(signedNumber(100 * limit, guard.limitBp % 100 == 0 ? 0 : 1));
  if (!f)
    return trustLine(name, bound);
  const GuardState state = guardState(guard, *f);
  const bool crossed = state == GuardState::Broken, near = state == GuardState::InDoubt;
  const QString mark = crossed ? s(" ✗") : near ? s(" !") : s(" ✓");
  if (!f->isRelative())
    return trustLine(name, s("%1, %2%3").arg(figureText(*f), bound, mark),
                     crossed ? paint::Tone::Negative : paint::Tone::Warning, errorText(fail(f->why)));
  return trustLine(name, s("%1, %2%3").arg(figureText(*f), bound, mark),
                   crossed ? paint::Tone::Negative
                   : near  ? paint::Tone::Warning
                           : paint::Tone::Positive,
                   near && !crossed ? TrustCard::tr("The interval reaches beyond the limit: not certain yet")
                                    : TrustCard::tr("Certainly beyond its limit, the test is stopped and taken back"));
}

// Nothing can be trusted or doubted before the start: what is asked, as it would be registered.
std::vector<Line> draftLines(const ExperimentCard& card) {
  const ExperimentPlan& plan = card.row.plan;
  const auto percent = [](int bp) { return plainNumber(bp / 100.0, bp % 100 == 0 ? 0 : 1); };
  QStringList ramp;
  for (const int step : plan.rampPercent)
    ramp << s("%1 %").arg(trustCount(step));
  const bool byModel = testsModel(card), hasSteps = plan.design != TestDesign::Switchback;
  const QString price = byModel ? testedModelText(card)
                        : plan.changeBp != 0
                            ? signedNumber(plan.changeBp / 100.0, plan.changeBp % 100 == 0 ? 0 : 1) + s(" %")
                        : plan.prices.size() == 1 ? plan.prices.first()
                                                  : TrustCard::tr("%n price(s)", nullptr, int(plan.prices.size()));
  const int products = byModel ? card.products : int(plan.skus.size());
  std::vector<Line> lines{
      trustLine(TrustCard::tr("Products"), plan.skus.size() == 1 && !byModel
                                               ? plan.skus.front()
                                               : TrustCard::tr("%n product(s)", nullptr, products)),
      trustLine(byModel ? TrustCard::tr("Tested") : TrustCard::tr("New price"), price),
      trustLine(TrustCard::tr("Zones"), plan.zones.isEmpty()
                                            ? TrustCard::tr("all that sell them")
                                            : TrustCard::tr("%n zone(s)", nullptr, int(plan.zones.size()))),
      trustLine(TrustCard::tr("Decided by"), metricWord(plan.metric))};
  if (plan.design == TestDesign::Visitors)
    lines.push_back(trustLine(TrustCard::tr("Sales from"), salesFromWord(plan.salesFrom)));
  if (plan.bandit)
    lines.push_back(
        trustLine(TrustCard::tr("Shares"),
                  TrustCard::tr("follow what is bought, %1 % of either at least").arg(percent(plan.bandit->floorBp))));
  lines.insert(lines.end(),
               {trustLine(TrustCard::tr("Least lift to find"),
                          TrustCard::tr("%1 % with power %2 %").arg(percent(plan.mdeBp), percent(plan.powerBp))),
                trustLine(TrustCard::tr("Days"),
                          TrustCard::tr("%1, at most %2").arg(trustCount(plan.days), trustCount(plan.longestDays))),
                trustLine(TrustCard::tr("Steps"), hasSteps ? ramp.join(s(" → ")) : TrustCard::tr("block by block"))});
  return lines;
}

Line substitutesLine(const ExperimentCard& card) {
  const ExperimentPlan& plan = card.row.plan;
  const QString name = TrustCard::tr("Substitutes");
  if (!plan.counted.isEmpty())
    return trustLine(name, TrustCard::tr("%n product(s), counted", nullptr, int(plan.counted.size())));
  const int rest = int(card.row.setup.counted.size()) - int(card.row.setup.prices.size());
  const QString where = card.categories.join(s(", "));
  return trustLine(name,
                   rest > 0 && !where.isEmpty() ? TrustCard::tr("rest of %1, counted").arg(where)
                   : rest > 0                   ? TrustCard::tr("%n price(s), counted", nullptr, rest)
                                                : TrustCard::tr("rest of the category"),
                   paint::Tone::Neutral,
                   TrustCard::tr("What buyers turn to instead is counted with the tested products: a gain that only "
                                 "moved from one to the other is none"));
}

GuardState worstGuard(const ExperimentPlan& plan, const TestReading& r) {
  GuardState worst = GuardState::Kept;
  for (std::size_t i = 0; i < plan.guards.size() && i + 1 < r.figures.size(); ++i)
    worst = std::max(worst, guardState(plan.guards[i], r.figures[i + 1]));
  return worst;
}

// Undecided, with less than half of what it was planned to learn.
bool isEarly(const TestReading& r) { return r.verdict == TestVerdict::Undecided && r.share < kEnoughKnown; }

} // namespace

TrustCard::TrustCard(const Theme& theme, QWidget* parent) : QFrame(parent) {
  setObjectName(s("card"));
  setAccessibleName(tr("Can it be trusted?"));
  m_title = new QLabel(this);
  m_title->setFont(theme.font(TypeRole::BodyStrong));
  m_answer = new QLabel(this);
  m_answer->setFont(theme.font(TypeRole::BodyStrong));
  auto* top = new QHBoxLayout;
  top->setContentsMargins(14, 10, 14, 10);
  top->addWidget(m_title, 1);
  top->addWidget(m_answer);
  auto* divider = new QFrame(this);
  divider->setObjectName(s("paneDivider"));
  divider->setFixedHeight(1);
  m_rows = new LineList(theme, tr("What trust in it rests on"), this);
  m_doubts = new QLabel(this);
  m_doubts->setWordWrap(true);
  m_doubts->setTextFormat(Qt::PlainText);
  m_doubts->setContentsMargins(14, 8, 14, 8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addLayout(top);
  column->addWidget(divider);
  column->addWidget(m_rows);
  column->addWidget(m_doubts);
  column->addStretch(1);
  setCard(nullptr);
}

void TrustCard::say(QLabel* label, const QString& text, const char* tone) {
  label->setText(text);
  label->setProperty("tone", QString::fromLatin1(tone));
  style()->unpolish(label);
  style()->polish(label); // the tone's color
}

std::vector<Line> TrustCard::lines(const ExperimentCard& card) {
  if (card.row.state == TestState::Draft)
    return draftLines(card);
  const TestReading* r = newestFigures(card);
  const ExperimentPlan& plan = card.row.plan;
  std::vector<Line> all{ratioLine(card, r), powerLine(card, r), unitsLine(card, r)};
  if (plan.bandit)
    addBanditLines(card, r, all);
  if (r && r->varianceLeft)
    all.push_back(trustLine(
        tr("CUPED"),
        tr("variance −%1 %").arg(trustCount(int(std::lround(100 * (1 - std::clamp(*r->varianceLeft, 0.0, 1.0)))))),
        paint::Tone::Neutral, tr("Each unit is compared with itself before the test: so much less is left to chance")));
  for (std::size_t i = 0; i < plan.guards.size(); ++i)
    all.push_back(guardLine(plan.guards[i], r && i + 1 < r->figures.size() ? &r->figures[i + 1] : nullptr));
  all.push_back(testsModel(card) ? trustLine(tr("Counted"), tr("all of %1").arg(card.categories.join(s(", "))))
                                 : substitutesLine(card));
  if (!card.row.registeredHash.isEmpty())
    all.push_back(trustLine(
        tr("Registered"),
        card.row.startedAt ? s("%1 · %2").arg(dayText(dayOf(*card.row.startedAt)), card.row.registeredHash.left(12))
                           : card.row.registeredHash.left(12),
        paint::Tone::Neutral,
        tr("What was asked, frozen before the first price changed: SHA-256 %1").arg(card.row.registeredHash)));
  return all;
}

void TrustCard::setCard(const ExperimentCard* card) {
  const bool draft = card && card->row.state == TestState::Draft;
  m_title->setText(draft ? tr("What is planned") : tr("Can it be trusted?"));
  m_rows->setLines(card ? lines(*card) : std::vector<Line>());
  m_doubts->setVisible(false);
  if (!card || draft)
    return say(m_answer, draft ? tr("not started") : QString(), "muted");
  const TestReading* newest = newestReading(*card);
  const TestReading* r = newestFigures(*card);
  QStringList words;
  for (const QString& doubt : newest ? newest->doubts : QStringList())
    words << capitalized(codeText(doubt)) + u'.';
  if (newest && newest->figures.empty() && !newest->why.isEmpty())
    words << errorText(fail(newest->why));
  if (newest && !newest->figures.empty() && !newest->figures.front().isRelative())
    words << errorText(fail(newest->figures.front().why));
  m_doubts->setVisible(!words.isEmpty());
  const bool lost = r && r->sampleRatioP && *r->sampleRatioP < kRatioLost;
  const bool doubted = lost || (newest && !newest->doubts.isEmpty());
  say(m_doubts, words.join(u' '), doubted ? "warning" : "muted");
  if (doubted)
    return say(m_answer, tr("no"), "negative");
  if (!r)
    return say(m_answer, tr("too early"), "muted");
  const GuardState guard = worstGuard(card->row.plan, *r);
  if (guard == GuardState::Broken)
    return say(m_answer, tr("guard broken"), "negative");
  if (guard == GuardState::InDoubt)
    return say(m_answer, isEarly(*r) ? tr("too early, guard in doubt") : tr("guard in doubt"), "warning");
  if (isEarly(*r))
    return say(m_answer, tr("too early"), "muted");
  say(m_answer, tr("yes"), "positive");
}

} // namespace pricewright

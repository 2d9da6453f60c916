// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/experiments/ExperimentDesk.h"
#include "engine/experiments/PlanPower.h"
#include "itemmodels/Tone.h"

namespace pricewright {

// How price tests are said. Lifts are fractions, as the engine has them: 0.05 is said "+5.0 %".
struct ExperimentState {
  QString word; // of the chip: "running", "paused: sales silent 9 d"
  paint::Tone tone = paint::Tone::Neutral;
  QString detail; // the whole sentence, for the tool tip
};
ExperimentState experimentState(const ExperimentCard& card, Instant now);

const TestReading* newestReading(const ExperimentCard& card); // null: not looked at yet
const TestReading* newestFigures(const ExperimentCard& card); // the newest one that could say something
bool mayBeExtended(const ExperimentCard& card);               // under way, and not as long as registered yet
int daysLeftToExtend(const ExperimentCard& card);

QString designWord(TestDesign design);             // "zones"
QString unitsWord(TestDesign design);              // what its arms are counted in: "zones", "blocks"
QString designText(const ExperimentCard& card);    // "zones, 21 + 21", "blocks, 12 + 12", "model 1.0.0 → 1.1.0, …"
QString progressText(const ExperimentCard& card);  // "day 23 of 28"
QString metricWord(TestMetric metric);             // "profit"
QString salesFromWord(SalesFrom from);             // "orders kept here"
QString liftText(double lift);                     // "+3.1 %"
QString shareWord(double share);                   // of the visitors: "17 %", "17.4 %"
bool isShownByVisitor(const ExperimentCard& card); // prices on the lists stay: the shop shows each visitor his
QString intervalText(double low, double high);     // "[+0.8 … +5.4]"
QString levelText(const ExperimentPlan& plan);     // "95 %"
QString looksText(const ExperimentPlan& plan);     // "looked at weekly; error rates hold"
QString markedPrice(const Money& price);           // "$3.49", "CHF 3.49"
QString newPriceText(const ExperimentCard& card);  // "$3.49", or "" where there are several
QString boardText(const ExperimentBoard& board);   // "5 active · 1 decided · …"
QString weeklyText(const ExperimentCard& card);    // "+$1,180 a week [+310 … +2,050]"; "" where nothing is known
QString actionText(const TestOrder& order);        // "paused: sales silent": what the manager did
QString testReasonWord(const QString& reason);     // "sales silent", "by a person": why, as it fits into a chip
QString planStudyWords(const PlanStudy& tried);    // what the design found in weeks that are over
QString planPowerText(const ExperimentPlan& plan, const PlanPower& power); // that it finds too little; "": enough
// "440 prices are held until 29 Dec, 12 Jan at the latest; 194 pending proposals fall away"; "": none
QString heldPricesText(const ExperimentPreview& preview, Instant now);
QString segmentWord(const QString& segment); // "contract customers"; "" is everyone

// Of tests of models; they are said by their own words.
bool testsModel(const ExperimentCard& card);
QString testedModelText(const ExperimentCard& card); // "model 1.0.0 → 1.1.0, 12 products"
struct ModelSplit {
  QString champion, challenger;
  int products = 0, treated = 0, control = 0; // zones
};
QString modelSplitText(const ModelSplit& split); // "1.1.0 decides 12 products in 21 zones, 1.0.0 in 21"
void sayAsModelTest(const ExperimentCard& card, Instant now, ExperimentState& state);

// Whose prices a decision would move.
struct ExperimentReach {
  int prices = 0, zones = 0; // of the test
  int raised = 0;            // have the new price by now
  int raisedZones = 0;
  int left() const { return prices - raised; }
};
ExperimentReach experimentReach(const ExperimentCard& card);
// Whether a price of the test has its new price at the present step of the ramp, will get it, or never.
enum class ExperimentArm { Control, Later, New, Alternates, Shown };
ExperimentArm experimentArm(const ExperimentCard& card, const TestedPrice& price);

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/AlertRule.h"
#include "alerts/AlertState.h"
#include "alerts/PriceIndex.h"

#include "base/Cancel.h"

#include <map>

namespace pricewright {

struct AlertStep {
  std::vector<AlertEvent> events;     // that fired now, by key
  std::vector<AlertMessage> messages; // to be told now
};

// One rule at one moment: (rule, state, what was known then) → what fires, what is told, the next state. Nothing after
// the view's now is used, and nothing is kept outside `state`: an engine that is made anew gives the same as one that
// went along, which merely looks only at what may have changed. Missing data neither fires a rule nor arms it again.
// A crossing rule's first step is its beginning: what is true already does not cross.
class AlertEngine {
 public:
  AlertEngine(const AlertRule& rule, const RivalView& view);
  AlertStep step(AlertState& state);

 private:
  enum class Truth { Unknown, No, Nearly, Yes }; // Nearly: no longer true, but not yet clear enough to arm again
  struct Finding {
    Truth truth = Truth::Unknown;
    QString key;
    const char* code = "";
    int place = -1, stand = -1, competitorNo = 0, source = -1, categoryNo = 0;
    double value = 0, threshold = 0;
    qint64 before = 0, now = 0; // micros; what they are the code says
    Currency currency;
    int count = 0;
    bool ofUndercuts = false;
  };
  std::vector<int> unitsToLookAt(Instant now);
  void takeDue(Instant now, std::vector<int>& units);
  void lookAt(int unit, AlertState& state);
  Instant lookAtMoves(int standNo);
  Instant lookAtUndercuts(int standNo);
  Instant lookAtWar(int place);
  Instant lookAtStock(int place);
  void lookAtIndices();
  void lookAtSources();
  Finding found(const RivalTape::Stand& stand, int standNo) const;
  bool isWanted(const RivalTape::Stand& stand) const;
  void compare(Finding& f, qint64 numerator, qint64 denominator) const;
  bool takes(const Finding& f, AlertState& state, Instant& again) const;
  AlertEvent eventOf(const Finding& f) const;
  void tell(AlertState& state, AlertStep& out);

  const AlertRule& m_rule;
  const RivalView& m_view;
  const RivalTape& m_tape;
  int m_categoryNo = 0, m_competitorNo = 0; // of the scope; 0: any
  std::vector<char> m_isInScope;            // by place
  bool m_isOfStands;                        // what is looked at by itself is a stand; else a place
  std::vector<Instant> m_again;             // by stand or place: when it is looked at again though nothing new is seen
  std::vector<Instant> m_undercutsAgain;    // by place: when undercuts are counted again
  struct Again {
    Instant at{};
    int unit = 0;
  };
  std::map<qint64, std::vector<Again>> m_calendar; // by the hour: cheaper than a queue in order, of millions
  std::optional<KeptPriceIndex> m_index;
  bool m_isFirst = true;
  std::vector<Finding> m_findings; // of what is looked at
  std::vector<AlertEvent> m_fired;
};

// When something that waits may be told, though nothing new is seen; none: nothing waits.
std::optional<Instant> alertDue(const AlertRule& rule, const AlertState& state, Instant now);
// Whether the codes of the rule's scope are known. alert.unknown-scope (field, value)
Status knowsScope(const AlertRule& rule, const RivalTape& tape);

// What the rule would have done between two moments, looked at every `step` from the first on.
struct BackTest {
  Instant from{}, to{};
  qint64 fired = 0;                   // events
  qint64 heldQuiet = 0;               // of these, held by quiet hours
  std::vector<AlertEvent> events;     // the first 1,000
  std::vector<AlertMessage> messages; // the first 1,000
  qint64 told = 0;                    // messages
  qint64 waiting = 0;                 // events that were still to be told at the end
  std::map<Day, int> byDay;           // by the rule's clock
  double quietShare() const { return fired > 0 ? double(heldQuiet) / double(fired) : 0; }
};
// alert.bad-period: not from before to, or more than 50,000 steps; engine.cancelled; and what knowsScope() answers.
Result<BackTest> backTest(const AlertRule& rule, const RivalTape& tape, Instant from, Instant to, Duration step,
                          const JobContext& job = {});

} // namespace pricewright

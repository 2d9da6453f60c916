// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Time.h"

#include <QHash>
#include <QJsonObject>

#include <map>
#include <vector>

namespace pricewright {

// One firing of a rule: who, what, how much. `code` and `arguments` are for words.
struct AlertEvent {
  qint64 serial = 0; // of its rule: 1, 2, 3 …
  Instant at{};
  QString key;  // of what it is about, the same each time: "listing|match|seller", "category|3" …
  QString code; // "alert.move-down", "alert.reference-fell" …
  QJsonObject arguments;
  int listingNo = 0, competitorNo = 0, sourceNo = 0, categoryNo = 0; // 0: of none
  double value = 0, threshold = 0; // percent; hours of a silent source; times of undercuts; an index
  bool wasQuiet = false;           // it was held by quiet hours
  QString group;
  bool operator==(const AlertEvent&) const = default;
};

enum class AlertMessageKind {
  Run,    // what fired since the message before
  Quiet,  // what quiet hours held
  Summary // what came after the day's last message
};
QString alertMessageKindName(AlertMessageKind k); // "run", "quiet", "summary"
// What is told at once. Names the first fifty of its events; `serials` has all.
struct AlertMessage {
  qint64 no = 0; // of its rule: 1, 2, 3 …
  AlertMessageKind kind = AlertMessageKind::Run;
  Instant at{};
  QString group;
  std::vector<AlertEvent> events;
  std::vector<qint64> serials;
  bool operator==(const AlertMessage&) const = default;
};

// What a rule remembers from one look to the next. As JSON it is put away and taken up again, with the same outcome as
// if it had never been away.
struct AlertState {
  struct Subject {
    bool isOn = false; // crossing: it fired and is not armed again yet; level: it is true
    Instant fired{};
    bool operator==(const Subject&) const = default;
  };
  struct Waiting { // to be told
    QString group;
    std::vector<AlertEvent> events;
    std::vector<qint64> serials;
    void add(const AlertEvent& event);
    void add(Waiting other);
    bool operator==(const Waiting&) const = default;
  };
  bool hasBegun = false;
  qint64 events = 0, messages = 0; // the last serial and number
  QHash<QString, Subject> subjects;
  std::map<QString, Waiting> runs; // by group
  Waiting quiet, overCap;
  std::map<QString, Instant> told; // when a group last had a message
  int day = 0, toldToday = 0;      // by the rule's clock

  QJsonObject toJson() const;
  static Result<AlertState> parse(const QJsonObject& json); // alert.bad-state
  bool operator==(const AlertState&) const = default;
};
QJsonObject alertEventJson(const AlertEvent& event);

} // namespace pricewright

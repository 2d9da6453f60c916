// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "alerts/AlertEngine.h"
#include "audit/Journal.h"

namespace pricewright {

struct AlertRow {
  int no = 0;
  Id id;
  AlertRule rule;
  bool isOn = true;
  std::optional<Instant> removedAt;
  int version = 1;
  QString madeBy;
  Instant madeAt{};
};
enum class AlertEventState { New, Seen, Acted, Snoozed };
QString alertEventStateName(AlertEventState s); // "new", "seen", "acted", "snoozed"
std::optional<AlertEventState> alertEventStateFrom(QStringView name);
// How one notice of a message fared.
struct AlertDelivery {
  QString channel, recipient, error;
  int tries = 0;
  std::optional<Instant> sentAt;
};
struct AlertEventRow {
  qint64 no = 0;
  int ruleNo = 0;
  QString ruleName;
  AlertEvent event;   // without its group
  qint64 message = 0; // of the rule; 0: not told yet
  AlertEventState state = AlertEventState::New;
  std::optional<Instant> snoozedUntil;
  QString stateBy;
  std::vector<AlertDelivery> deliveries;
};
// One row for whoever delivers. The key makes it unique: made again, it is not made twice.
struct NoticeDraft {
  QString channel, recipient, subject, body, key; // channel: desktop, email, webhook
  QJsonObject payload;
  Instant due{};
};

// Alert rules, what they remember, what fired and what is to be told. On the engine thread. What people change is one
// transaction with its entry of the journal and its outbox row, and asks catalog/Permissions.h; so is what a check
// found, with its notices and the rules' new states. Errors: alert.unknown (name), .taken (name), .removed (name),
// .unknown-event (event), .bad-snooze, .changed-meanwhile (name), and what AlertRule::check() answers.
class AlertStore {
 public:
  AlertStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  enum class Which { Present, RemovedToo };
  Result<std::vector<AlertRow>> rules(Which which = Which::Present) const; // by name
  Result<AlertRow> rule(const QString& name) const;
  Result<AlertRow> add(const Actor& by, const AlertRule& rule);
  // What changes begins anew: what is true already does not fire a crossing rule. The name may change too.
  Status change(const Actor& by, const Id& id, const AlertRule& rule);
  Status switchOn(const Actor& by, const Id& id, bool on);
  Status remove(const Actor& by, const Id& id);  // its events stay
  Status restore(const Actor& by, const Id& id); // off, as it was removed

  struct Remembered {
    AlertState state;
    int version = 0; // 0: it has never looked
  };
  Result<Remembered> remembered(int ruleNo) const;
  struct Outcome {
    int ruleNo = 0;
    QString name;    // the rule's
    int version = 0; // of what was remembered
    AlertState state;
    AlertStep step;
    std::vector<NoticeDraft> notices;
  };
  // All of them or none. alert.changed-meanwhile: somebody else has looked, or changed a rule, in between.
  Status keep(const Actor& by, std::span<const Outcome> outcomes);

  // Newest first. Open: new, or snoozed until a moment that has passed.
  Result<std::vector<AlertEventRow>> events(bool onlyOpen, Instant since, int most) const;
  Status markEvents(const Actor& by, const std::vector<qint64>& numbers, AlertEventState state,
                    std::optional<Instant> snoozedUntil = {});
  static QString messageKey(const Id& rule, qint64 message); // what the keys of its notices begin with

 private:
  Result<AlertRow> byId(const Id& id) const;
  Status checkFree(const QString& name, const Id& besides) const;
  Status beginAnew(int ruleNo);
  Status record(const Actor& who, const char* kind, const AlertRow& row, const QJsonObject& more,
                const char* operation = "update");
  Status keepOne(const Outcome& outcome);
  Status readDeliveries(std::vector<AlertEventRow>& rows) const;
  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/Id.h"
#include "orders/Order.h"

#include <QJsonObject>
#include <QMap>

namespace pricewright {

enum class LoadSource { File, Events, Webhook, Api, Repair };
QString loadSourceName(LoadSource s); // "file" …

// Duplicate: it had come before, which is counted and changes nothing. Waiting: it speaks of an object that has not
// come yet; it becomes applied by itself.
enum class EventState { Applied, Duplicate, Ignored, Waiting, Failed };
QString eventStateName(EventState s);
std::optional<EventState> eventStateFrom(QStringView name);

// What one event of a gateway says, once it is read.
struct EventFacts {
  QString id, type, objectId, digest; // digest: of the object it carries
  Instant created{};
  EventState state = EventState::Applied; // Applied, Ignored or Failed; the store finds out the rest
  QString error;                          // Ignored, Failed: code of why
  QString waitsFor;                       // the charge it stands on …
  qint64 waitsMinor = 0;                  // … or so much of it given back
  std::vector<Movement> movements;
};

// What comes in together and is kept together: one transaction, one entry of the journal, one outbox row.
struct OrderBatch {
  QString provider;
  LoadSource source = LoadSource::File;
  QString name, digest; // of the file; of what it holds
  std::vector<OrderLine> lines;
  bool linesArePaid = false; // each line is also the money that came for it, as a charge
  std::vector<Movement> movements;
  std::vector<EventFacts> events;
  std::vector<Movement> replacing; // these as they are, whatever is known: what comparing books has found
  qint64 rejected = 0;
};
struct LoadReport {
  Id id; // null where nothing changed: then no load was made
  qint64 added = 0, changed = 0, same = 0;
  // Of a file: places of lines and of movements that are there already and say something else. They are left alone.
  std::vector<std::size_t> conflicts, movementConflicts;
  std::vector<EventState> events; // as the events given
  bool changedAnything() const { return !id.isNull(); }
};

Movement paymentOf(const OrderLine& line); // in full, when it was placed
QString idPart(QString text);              // of an id that is put together with "|": without one of its own

struct OrderLoad {
  Id id;
  QString provider, source, name, digest, madeBy;
  Instant at{};
  qint64 added = 0, changed = 0, same = 0, rejected = 0;
  std::optional<Instant> undoneAt;
};

struct ReconciliationRun {
  Id id;
  QString provider, account; // account: whose books; "": not asked, or not to be relied on
  Instant from{}, to{}, started{}, ended{};
  qint64 objects = 0, events = 0, missedEvents = 0, missedObjects = 0, differing = 0, vanished = 0;
  bool isExact = false;
  QString error; // code of why it ended early; "": it did not
  QJsonObject findings;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "audit/Journal.h"

#include <QJsonObject>

namespace pricewright {

// One version of a model, and the newest of its trainings.
struct ModelVersion {
  QString name, version;
  QJsonObject parameters; // what differs from the program's own values
  QString alias;          // champion, challenger, or ""
  QString note;
  Instant createdAt{};
  QString createdBy;
  std::optional<Instant> promotedAt;
  QString promotedBy, why;
  QString before; // the champion that it took the place of; "": none
  struct Training {
    QString sha256; // of the data and options
    Instant at{};
    QJsonObject metrics;
  };
  std::optional<Training> training;
  QString label() const { return name + u'/' + version; }
};

// The registry of models. Each name has exactly one champion, which is asked, and at most one challenger, which is
// tried beside it. Every change is one transaction with its entry of the journal. What parameters mean, demand/ knows
// and checks before they come here. Errors: model.unknown (model, version), .bad-version, .taken, .not-newer,
// .nothing-before, .is-champion, .untried, .reason-missing, catalog.not-allowed.
class ModelStore {
 public:
  ModelStore(Database& db, Journal& journal, const Clock& clock, IdSource& ids);

  Result<std::vector<ModelVersion>> versions() const; // by name, then newest version first
  Result<ModelVersion> version(const QString& name, const QString& version) const;
  Result<ModelVersion> champion(const QString& name) const;
  Result<std::optional<ModelVersion>> challenger(const QString& name) const;

  // A new version, as the challenger of its name. It must be above all others of that name.
  Status add(const Actor& by, const ModelVersion& what);
  // Makes it the champion, where it has been tried (it has a training); the one before stays, and rolling back leads to
  // it.
  Status promote(const Actor& by, const QString& name, const QString& version, const QString& why);
  // The champion before the present one again; gives its version.
  Result<QString> rollBack(const Actor& by, const QString& name, const QString& why);
  // What a version learnt, and how good it is: a row for each set of data. `inUse`: cycles ask this training now.
  Status record(const Actor& by, const QString& name, const QString& version, const QString& trainingSha256,
                const QJsonObject& metrics, bool inUse);

 private:
  Status crown(Transaction& in, const Actor& who, const ModelVersion& next, const ModelVersion& last,
               const QString& why, bool back);

  Database& m_db;
  Journal& m_journal;
  const Clock& m_clock;
  IdSource& m_ids;
};

// "1.2.0" as three numbers; none where it is anything else.
std::optional<std::array<int, 3>> semanticVersion(const QString& text);

} // namespace pricewright

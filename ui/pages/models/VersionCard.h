// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "engine/models/Models.h"

namespace pricewright {

// A new version of a model, as its challenger: what it sets and what for.
class VersionCard : public FormCard {
  Q_OBJECT
 public:
  VersionCard(const Theme& theme, QWidget* page);
  void ask(ModelKind kind, const QString& nextVersion);
  QComboBox* which() const { return m_which; }
  QLineEdit* version() const { return m_version; }
  QLineEdit* parameters() const { return m_parameters; }
  QLineEdit* note() const { return m_note; }

 signals:
  void wanted(const QString& model, const QString& version, const QJsonObject& parameters, const QString& note);
  void kindChosen(pricewright::ModelKind kind); // the page answers with setVersion()

 public slots:
  void setVersion(const QString& version) { m_version->setText(version); }

 private:
  ModelKind kind() const;
  Result<QJsonObject> typed() const; // "history_weeks=52 season=off"
  void formChanged();
  void accept() override;
  QComboBox* m_which;
  QLineEdit *m_version, *m_parameters, *m_note;
};

} // namespace pricewright

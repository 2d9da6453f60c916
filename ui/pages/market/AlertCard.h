// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/FormCard.h"
#include "engine/market/AlertDesk.h"

#include <QCheckBox>
#include <QTimer>

namespace pricewright {

// Sets an alert up, and says while it is typed how often it would have fired.
class AlertCard : public FormCard {
  Q_OBJECT
 public:
  AlertCard(const Theme& theme, QWidget* page);
  void setChoices(const AlertDesk& desk); // what categories, competitors and clock there are
  void askNew();
  void askChange(const AlertRow& row);
  Result<AlertRule> rule() const; // as it is typed
  QLineEdit* name() const { return m_name; }
  QLineEdit* much() const { return m_much; }
  QComboBox* kind() const { return m_kind; }

 public slots:
  void showTried(const pricewright::BackTest& tried);

 signals:
  void trialWanted(const pricewright::AlertRule& rule);
  // `id` is null for a new one
  void wanted(const pricewright::Id& id, const pricewright::AlertRule& rule);

 private:
  void accept() override;
  void fill(const AlertRule& rule);
  void showFields(); // those that the kind uses
  void tryIt();
  void setRow(QWidget* field, bool shown, const QString& name = {});
  Status takeQuiet(AlertRule& rule) const;
  Id m_id;
  AlertRule m_base; // what the form does not show stays
  QByteArray m_timeZone = "UTC";
  QLineEdit *m_name, *m_much, *m_days, *m_repeat, *m_quiet, *m_emails, *m_webhooks;
  QComboBox *m_kind, *m_category, *m_competitor, *m_role, *m_semantics;
  QCheckBox* m_desktop;
  QTimer m_pause; // after the last key
  bool m_filling = false;
};

} // namespace pricewright

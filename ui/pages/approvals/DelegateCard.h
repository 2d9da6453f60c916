// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/LineList.h"
#include "controls/OverlayCard.h"
#include "engine/views/ReviewView.h"

#include <QLabel>

namespace pricewright {

// Who decides in my stead, and until when: ← and → choose how long, Enter on a person grants it, Enter on one that is
// in force ends it.
class DelegateCard : public OverlayCard {
  Q_OBJECT
 public:
  DelegateCard(const Theme& theme, QWidget* page);
  void ask(Instant now, const QPoint& anchor); // the people come with showPeople()
  void showPeople(const DelegationView& view);
  void chooseTime(int choice);
  Instant until() const;
  LineList& list() { return *m_list; }

 signals:
  void granted(const QString& person, const pricewright::Instant& until);
  void ended(const pricewright::Id& delegation);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void open(int line);
  QString whenText(Instant at) const;
  DelegationView m_view;
  Instant m_now{};
  int m_time = 1;
  QList<ActionButton*> m_times;
  LineList* m_list;
  QLabel *m_title, *m_hint;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "controls/OverlayCard.h"
#include "decision/PriceDecision.h"

#include <QLabel>
#include <QLineEdit>

namespace pricewright {

// A remark under the rows that the keys act on. What was typed stays until it was taken.
class CommentCard : public OverlayCard {
  Q_OBJECT
 public:
  CommentCard(const Theme& theme, QWidget* page);
  void ask(std::vector<Id> rows, const QString& about, const QPoint& anchor);
  QLineEdit& field() { return *m_text; }
  void forget() { m_text->clear(); } // it was taken

 signals:
  void commented(const std::vector<pricewright::Id>& rows, const QString& text);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::vector<Id> m_rows;
  QLabel* m_title;
  QLineEdit* m_text;
};

// Until when rows are put off, by one digit. Times are offered from `now`, in the desk's own time.
class SnoozeCard : public OverlayCard {
  Q_OBJECT
 public:
  SnoozeCard(const Theme& theme, QWidget* page);
  void ask(std::vector<Id> rows, const QString& about, Instant now, bool areOff, const QPoint& anchor);
  struct Choice {
    QString name;
    std::optional<Instant> until; // none: back at once
  };
  static std::vector<Choice> choicesFrom(Instant now, bool areOff);
  const std::vector<Choice>& choices() const { return m_choices; }

 signals:
  void snoozed(const std::vector<pricewright::Id>& rows, const std::optional<pricewright::Instant>& until);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void choose(int choice);
  std::vector<Id> m_rows;
  std::vector<Choice> m_choices;
  QLabel* m_title;
  LineList* m_list;
};

} // namespace pricewright

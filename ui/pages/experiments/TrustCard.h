// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "itemmodels/ExperimentWords.h"

#include <QFrame>
#include <QLabel>

namespace pricewright {

// Can a test's figures be believed? Yes or no at the top, below it what that rests on, and what speaks against it.
class TrustCard : public QFrame {
  Q_OBJECT
 public:
  explicit TrustCard(const Theme& theme, QWidget* parent = nullptr);
  void setCard(const ExperimentCard* card); // null: none is chosen
  QString answer() const { return m_answer->text(); }
  QString title() const { return m_title->text(); }
  QString doubts() const { return m_doubts->text(); }
  LineList& rows() { return *m_rows; }
  // The rows, for whoever wants them without the card.
  static std::vector<Line> lines(const ExperimentCard& card);

 private:
  void say(QLabel* label, const QString& text, const char* tone);
  QLabel *m_title, *m_answer, *m_doubts;
  LineList* m_rows;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "engine/models/SelectionEffect.h"

#include <QFrame>

namespace pricewright {

// What a decision key would do right now, before it is pressed: how many rows, and what they add up to.
struct SelectionTotals {
  int rows = 0;         // that the keys act on
  bool checked = false; // rows are checked; else the focused one
  int hidden = 0;       // checked, but not shown: left alone
  double profit = 0, profitLow = 0, profitHigh = 0;
  int overStep = 0, blocked = 0;
  bool waiting = false; // approved rows: only undo applies
  bool oneCurrency = true;
  QString currencyMark;
};

class ActionBar : public QFrame {
  Q_OBJECT
 public:
  explicit ActionBar(const Theme& theme, QWidget* parent = nullptr);
  void setTotals(const SelectionTotals& totals);
  // What the rows do together, once it is known; setTotals() forgets it: an effect of other rows is never shown.
  void setEffect(const SelectionEffect& effect);
  QString effectText() const; // "margin 29.4 → 30.1 % · revenue +120 $/wk …"; "" while it is not known
  void setArmed(int rows);    // 0: not armed. A first press on more than 50 rows asks for a second
  QString limitsText() const { return m_words; } // beside the buttons, before one is pressed
  QString totalsText() const;                    // for the status bar
  QPushButton* approveButton() const { return m_approve; }
  QPushButton* rejectButton() const { return m_reject; }

 signals:
  void approveClicked();
  void rejectClicked();
  void undoClicked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showWords();
  QString profitHtml(double mean, double low, double high, const QString& mark) const;
  const Theme& m_theme;
  SelectionTotals m_totals;
  std::optional<SelectionEffect> m_effect;
  QString m_words;
  int m_armed = 0;
  QLabel *m_count, *m_profit;
  ElidedLabel* m_limits;
  ActionButton *m_approve, *m_reject, *m_undo;
};

} // namespace pricewright

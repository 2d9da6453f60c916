// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "controls/Paint.h"
#include "itemmodels/CatalogueModel.h"
#include "pages/catalogue/WhatIfSession.h"

#include <QFrame>

namespace pricewright {

// One line: name, from → to, and the change with its interval. Painted, since it changes with every frame of a drag.
class EffectLine : public QWidget {
  Q_OBJECT
 public:
  EffectLine(const Theme& theme, const QString& name, QWidget* parent);
  void setFacts(const QString& values, const QString& change, paint::Tone tone = paint::Tone::Neutral);
  QString values() const { return m_values; }
  QString change() const { return m_change; }
  QSize sizeHint() const override { return {360, 31}; }
  QSize minimumSizeHint() const override { return {220, 22}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& m_theme;
  QString m_name, m_values, m_change;
  paint::Tone m_tone = paint::Tone::Neutral;
};

// What the prices tried would do, beside what holds now, and what the limits say; below it the actions.
class EffectCard : public QFrame {
  Q_OBJECT
 public:
  enum Line { Units, Revenue, Profit, Margin, Index, Siblings, Category, Portfolio, Limits, Learning, kLines };

  EffectCard(const Theme& theme, QWidget* parent = nullptr);
  void showEffect(const WhatIfSession& session, const CatalogueTotals& totals);
  void setReadOnly(bool readOnly);
  const EffectLine& line(Line which) const { return *m_lines[which]; }
  ActionButton* sendButton() const { return m_send; }
  ActionButton* lockButton() const { return m_lock; }
  ActionButton* nowButton() const { return m_now; }
  QString note() const { return m_note->text(); }

 signals:
  void sendClicked();
  void lockClicked();
  void nowClicked();

 private:
  void showListing(const WhatIfListing& l, const QString& mark);
  void showGroup(const WhatIfSession& session, const WhatIfResult& r, const CatalogueTotals& totals);
  void showLimits(const WhatIfSession& session);
  void showLearning(const WhatIfSession& session);
  void showNote(const WhatIfSession& session, const WhatIfListing* l);
  const Theme& m_theme;
  std::array<EffectLine*, kLines> m_lines{};
  ElidedLabel* m_note;
  ActionButton *m_send, *m_lock, *m_now;
  bool m_readOnly = false;
  WhatIfModelPtr m_learntOf; // whose listing `m_learnt` is of
  int m_learntNo = 0;
  LearningValue m_learnt;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "tables/TableClipboard.h"

#include <QLabel>

namespace pricewright {

// What a paste or a fill-down would change, before it is done: how many cells, what is refused and why. Enter does it,
// Esc leaves everything as it is.
class PasteCard : public OverlayCard {
  Q_OBJECT
 public:
  PasteCard(const Theme& theme, QWidget* page);
  void ask(const PastePlan& plan, const TableLines& lines);
  const PastePlan& plan() const { return m_plan; }
  QString words() const { return m_what->text(); }

 signals:
  void accepted(const std::vector<pricewright::CellEdit>& edits);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void accept();
  PastePlan m_plan;
  QLabel *m_title, *m_what, *m_refused;
  ActionButton *m_do, *m_cancel;
};

} // namespace pricewright

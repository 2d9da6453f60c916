// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"
#include "engine/Engine.h"

#include <QLabel>
#include <QLineEdit>
#include <QTimer>

namespace pricewright {

// Edits one proposed price. What is typed is guarded again on the spot; it can be saved only after its verdict is
// shown.
class EditCard : public OverlayCard {
  Q_OBJECT
 public:
  EditCard(const Theme& theme, QWidget* page);
  void edit(const QueueRow& row, const QPoint& anchor);
  void rowChanged(const QueueRow& row); // decided on or repriced by someone else meanwhile: what was typed stays
  const Id& decision() const { return m_ask.decision; }
  bool canSave() const;
  QString verdict() const { return m_verdict->text(); }
  QString details() const { return m_details->text(); }
  QLineEdit* priceField() const { return m_price; }

 public slots:
  void showPreview(const pricewright::PriceDecision& guarded);
  void showPreviewError(const pricewright::Error& error);

 signals:
  void previewRequested(const pricewright::Id& decision, const pricewright::Money& price);
  void saved(const pricewright::Ask& ask, const pricewright::Money& price);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void typed();
  void askForPreview();
  void save();
  void showWords(const QString& verdict, const QString& html);
  QString movedWords(const PriceDecision& d, const Money& typed) const;
  QString verdictHtml(const PriceDecision& d) const;
  Ask m_ask;
  Currency m_currency;
  Money m_now, m_proposed;
  std::optional<Money> m_asked;     // a preview is under way for this price
  std::optional<Money> m_previewed; // the verdict on the screen belongs to this price
  std::optional<Money> m_instead;   // what the limits make of it: Enter takes that one
  bool m_savable = false;
  QTimer m_pause;
  QLabel *m_title, *m_facts, *m_verdict, *m_details;
  QLineEdit* m_price;
  ActionButton* m_save;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "engine/views/AuditView.h"

#include <QLineEdit>
#include <QTimer>

class QMenu;

namespace pricewright {

// One row of filters over the journal: what (families as chips, single kinds in a menu), who, when, a product, a text.
// What is typed counts a moment after the last key, or at once with Enter.
class AuditFilterBar : public QWidget {
  Q_OBJECT
 public:
  explicit AuditFilterBar(const Theme& theme, QWidget* parent = nullptr);
  void setChoices(const AuditChoices& choices);
  void setFilter(const AuditFilter& filter); // emits
  const AuditFilter& filter() const { return m_filter; }
  void clear() { setFilter({}); }
  void setNow(Instant now) { m_now = now; } // the workspace's own time, for the periods
  void choosePeriod(std::optional<Instant> from, std::optional<Instant> to);
  ActionButton* aboutChip() const { return m_about; }
  QWidget* periodButton() const { return m_when; }
  QLineEdit* textField() const { return m_text; }
  QLineEdit* skuField() const { return m_sku; }

 signals:
  void filterChanged(const pricewright::AuditFilter& filter);
  void periodWanted(); // days are to be typed
  void left();         // Esc, Enter or Down in a field: back to the table

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  QLineEdit* field(const QString& words, const QString& name, const QString& help);
  ActionButton* dropDown();
  void takeTyped();
  void tell();
  void showState();
  void fitChips();
  void showKinds();
  void showActors();
  void showPeriods();
  const Theme& m_theme;
  AuditFilter m_filter;
  AuditChoices m_choices;
  Instant m_now{};
  QWidget* m_chipBox;
  QList<ActionButton*> m_chips; // by family
  ActionButton* m_about;        // "all about this": one row of a table; pressed, it goes
  ActionButton *m_kind, *m_who, *m_when;
  QLineEdit *m_sku, *m_text;
  QTimer m_typing;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/ElidedLabel.h"
#include "controls/OverlayCard.h"
#include "engine/AuditView.h"

#include <QLineEdit>

namespace pricewright {

// What is written out, how, and where to. Digits choose the form, Enter writes, Esc leaves everything as it is.
class AuditExportCard : public OverlayCard {
  Q_OBJECT
 public:
  AuditExportCard(const Theme& theme, QWidget* page);
  void ask(const AuditFilter& filter, qint64 newest, const QString& workspaceName);
  AuditFormat format() const { return m_format; }
  QLineEdit* pathField() const { return m_path; }
  void choose(AuditFormat format);
  void chooseAll(bool all);

 signals:
  void accepted(const pricewright::AuditFilter& filter, const QString& path, pricewright::AuditFormat format);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void accept();
  void browse();
  void showWords();
  QString withSuffix(const QString& path) const;
  AuditFilter m_filter;
  AuditFormat m_format = AuditFormat::Proof;
  bool m_all = true;
  QList<ActionButton*> m_formats;
  ActionButton *m_everything, *m_filtered, *m_browse, *m_do, *m_cancel;
  QLabel* m_meaning;
  QLineEdit* m_path;
};

} // namespace pricewright

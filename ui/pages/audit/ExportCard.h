// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ExportCard.h"
#include "engine/views/AuditView.h"

namespace pricewright {

// How the journal leaves the program: as a proof, or as a table, all of it or what the filter shows.
class AuditExportCard : public ExportCard {
  Q_OBJECT
 public:
  AuditExportCard(const Theme& theme, QWidget* page);
  void ask(const AuditFilter& filter, qint64 newest, const QString& workspaceName);
  AuditFormat format() const;
  void choose(AuditFormat format);
  void chooseAll(bool all) { chooseScope(all ? 0 : 1); }

 signals:
  void writeWanted(const pricewright::AuditFilter& filter, const QString& path, pricewright::AuditFormat format);

 protected:
  QString meaningOf(int form, int scope) const override;

 private:
  AuditFilter m_filter;
};

} // namespace pricewright

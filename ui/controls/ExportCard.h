// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "controls/OverlayCard.h"

#include <QLabel>
#include <QLineEdit>

class QHBoxLayout;

namespace pricewright {

// What is written out, in which form, and where to. Digits choose the form, Enter writes, Esc leaves everything as it
// is. A path that was typed stays until it was used.
class ExportCard : public OverlayCard {
  Q_OBJECT
 public:
  struct Form {
    QString name, suffix, meaning;
  };
  struct Scope {
    QString name, toolTip;
  };
  ExportCard(const Theme& theme, QWidget* page, const QString& title, QList<Form> forms);
  // `fileName` without its end. One scope is not asked about.
  void ask(const QList<Scope>& scopes, int scope, const QString& folder, const QString& fileName);
  int form() const { return m_form; }
  int scope() const { return m_scope; }
  void chooseForm(int form);
  void chooseScope(int scope);
  void offerForm(int form, bool offered); // one that is not offered cannot be chosen
  QLineEdit* pathField() const { return m_path; }
  QString meaning() const { return m_meaning->text(); }

 public slots:
  void accept();

 signals:
  void accepted(int form, int scope, const QString& path);

 protected:
  virtual QString meaningOf(int form, int scope) const;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QHBoxLayout* chipRow();
  void addPathRow();
  void addDoRow();
  void browse();
  void showWords();
  QString withSuffix(const QString& path) const;
  const QList<Form> m_forms;
  int m_form = 0, m_scope = 0;
  QHBoxLayout* m_scopeRow;
  QList<ActionButton*> m_formChips, m_scopeChips;
  ActionButton *m_do, *m_cancel;
  QLabel* m_meaning;
  QLineEdit* m_path;
};

// A name as a part of a file's name, without the marks that some file system refuses.
QString safeFileName(QString name);

} // namespace pricewright

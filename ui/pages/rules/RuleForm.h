// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/ActionButton.h"
#include "engine/views/RulesView.h"
#include "shell/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace pricewright {

// The hours of a week in which a rule holds, drawn as seven strips.
class WeekStrip : public QWidget {
  Q_OBJECT
 public:
  explicit WeekStrip(const Theme& theme, QWidget* parent = nullptr);
  void setWeek(const RuleWeek& week, const QString& words);
  QSize sizeHint() const override { return {260, 124}; }
  QSize minimumSizeHint() const override { return {180, 124}; }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& m_theme;
  RuleWeek m_week{};
};

// One rule: whom it is for, when, and what it does. What is typed is read at once; where it is no rule, a sentence says
// why and the rule of the draft stays as it was.
class RuleForm : public QScrollArea {
  Q_OBJECT
 public:
  explicit RuleForm(const Theme& theme, QWidget* parent = nullptr);
  void setChoices(const QStringList& zones, const QStringList& categories);
  void showRule(const QJsonObject& rule); // empty: none
  QString error() const { return m_error->isHidden() ? QString() : m_error->text(); }
  QLineEdit* field(const char* name) const { return m_fields.value(QString::fromLatin1(name)); }
  QComboBox* kindBox() const { return m_kind; }

 signals:
  void changed(const QJsonObject& rule); // a whole rule, each time that it is one

 private:
  QLineEdit* addField(QFormLayout* form, const char* name, const QString& label, const QString& hint);
  void addThen(QFormLayout* form);
  void addWhen(QFormLayout* form);
  QJsonObject typed() const;
  QJsonObject typedThen() const;
  QJsonObject typedSchedule() const;
  void take();
  void showKind();
  void showWeek();
  void fill(const QJsonObject& rule);
  const Theme& m_theme;
  QJsonObject m_rule;
  QMap<QString, QLineEdit*> m_fields;
  QComboBox *m_kind, *m_against, *m_segment;
  QList<QCheckBox*> m_days, m_roles;
  QLabel *m_error, *m_sentence;
  WeekStrip* m_week;
  QFormLayout* m_form;
  bool m_filling = false;
};

} // namespace pricewright

// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/views/RulesView.h"
#include "tables/RowModel.h"

namespace pricewright {

// A rule in words, as the JSON of rules/RuleSet.h says it.
QString ruleWhomText(const QJsonObject& rule);
QString ruleWhenText(const QJsonObject& rule);
QString ruleThenText(const QJsonObject& rule);
QString ruleKindWord(const QString& kind);

// The rules of the draft in their order, with what a check found.
class RulesModel : public RowModel {
  Q_OBJECT
 public:
  enum RuleColumn { Order, Name, Whom, When, Then, State, Concerns, Hits, Finding };
  explicit RulesModel(QObject* parent = nullptr);
  void setRules(const QJsonArray& rules, const QJsonArray& inForce);
  void setRun(const std::optional<RuleDryRun>& run); // none: not checked since the last change
  QJsonObject at(int row) const { return m_rules[row].toObject(); }
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return at(row)[QLatin1String("id")].toString(); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;
  paint::Tone tone(int row, int column) const override;
  QString detail(int row, int column) const override;
  bool dimmed(int row) const override { return !at(row)[QLatin1String("enabled")].toBool(true); }

 private:
  const RuleFinding* findingOf(int row) const;
  QString nameOf(const QString& id) const;
  QJsonArray m_rules;
  QMap<QString, QJsonObject> m_inForce;
  std::optional<RuleDryRun> m_run;
};

// What a draft would change, price by price.
class RuleEffectModel : public RowModel {
  Q_OBJECT
 public:
  enum EffectColumn { Sku, Product, Zone, Price, Before, After, By };
  explicit RuleEffectModel(QObject* parent = nullptr);
  void setEffects(std::vector<RuleEffect> effects);
  const RuleEffect& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(at(row).listingNo); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;

 private:
  std::vector<RuleEffect> m_rows;
};

class RuleVersionModel : public RowModel {
  Q_OBJECT
 public:
  enum VersionColumn { When, Who, Note, Count, Difference };
  explicit RuleVersionModel(QObject* parent = nullptr);
  void setVersions(std::vector<DecisionStore::RuleVersion> versions);
  const DecisionStore::RuleVersion& at(int row) const { return m_rows[std::size_t(row)]; }
  int rowCount(const QModelIndex& parent = {}) const override;
  QString key(int row) const override { return QString::number(at(row).no); }
  QString text(int row, int column) const override;
  double number(int row, int column) const override;

 private:
  std::vector<DecisionStore::RuleVersion> m_rows;
};

} // namespace pricewright

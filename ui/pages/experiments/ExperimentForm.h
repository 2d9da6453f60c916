// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "controls/LineList.h"
#include "controls/WrappedLabel.h"
#include "engine/experiments/ExperimentDesk.h"
#include "engine/views/SearchView.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

class QCheckBox;
class QHBoxLayout;

namespace pricewright {

class ActionButton;

// The plan of a price test as fields: what, where, how, how long, and what makes it stop. What is empty is as the
// program suggests. The way back is always on.
class ExperimentForm : public QWidget {
  Q_OBJECT
 public:
  explicit ExperimentForm(const Theme& theme, QWidget* parent = nullptr);
  std::optional<ExperimentPlan> plan() const; // none: problem() says why
  void setPlan(const ExperimentPlan& plan);   // of a draft; {} is a new test
  void setAdvice(const DesignAdvice& advice); // which design fits, and why the others do not
  void setZoneCount(int zones);               // that take part where none are named: a test by blocks is as long
  void addSku(const QString& code);
  QStringList typed() const; // what stands in the fields, as it was typed: tells whether anything was changed
  void showHits(const QString& words, const std::vector<SearchHit>& hits); // of searchWanted
  QString problem() const { return m_problem; }
  TestDesign design() const;
  void chooseDesign(TestDesign design); // as if it had been clicked
  QLineEdit* name() const { return m_name; }
  QLineEdit* skus() const { return m_skus; }
  QLineEdit* search() const { return m_search; }
  LineList& hits() { return *m_hits; }
  QLineEdit* price() const { return m_price; }
  QComboBox* priceKind() const { return m_priceKind; }
  QComboBox* segment() const { return m_segment; }
  QComboBox* salesFrom() const { return m_salesFrom; }
  QComboBox* metric() const { return m_metric; }
  QLineEdit* number(int ExperimentPlan::* member) const; // null: no field
  QCheckBox* bandit() const { return m_bandit; }
  QLineEdit* banditFloor() const { return m_floor; }
  QLineEdit* burnIn() const { return m_burnIn; }
  QString banditText() const { return m_banditWords->text(); } // why it cannot be one, or what being one costs
  QCheckBox* revertPlan() const { return m_revert; }
  ActionButton* designButton(TestDesign design) const { return m_designs[std::size_t(design)]; }
  QString adviceText() const { return m_advice->text(); }

 signals:
  void changed();
  void searchWanted(const QString& words);

 private:
  enum PriceKind { ByPercent, OnePrice };
  static constexpr int kShortField = 90;
  struct Number {
    QLineEdit* edit;
    int ExperimentPlan::* member;
    double least, most;
    bool isPercent;
    QString name;
  };
  void buildWhat();
  void buildSearch();
  void buildHow();
  void buildBandit();
  void buildLength();
  void buildSafety();
  void heading(const QString& text);
  QLineEdit* field(const QString& name, const QString& example, const QString& help, int width = 0);
  void numberField(const QString& name, int ExperimentPlan::* member, double least, double most, bool isPercent,
                   const QString& help);
  void designRow();
  void takeDesign(TestDesign wanted);
  void fillBlocks();
  int zoneCount() const;
  QList<QLineEdit*> lengths() const;
  ExperimentPlan usual() const; // what an empty field stands for
  void showRows();
  bool mayBeBandit() const;
  void showBandit();
  BanditTerms banditTerms() const;
  void formChanged();
  void takeHit(int row);
  void readPrices(ExperimentPlan& plan, QString& wrong) const;
  void readNumbers(ExperimentPlan& plan, QString& wrong) const;
  void readBlocks(const ExperimentPlan& plan, QString& wrong) const;
  void readBandit(ExperimentPlan& plan, QString& wrong) const;
  void fillBandit(const ExperimentPlan& plan);
  void readRamp(ExperimentPlan& plan, QString& wrong) const;
  QString freeName(const ExperimentPlan& plan) const;
  void readSafety(ExperimentPlan& plan, QString& wrong) const;

  const Theme& m_theme;
  QFormLayout* m_form;
  QLineEdit *m_name, *m_hypothesis, *m_skus, *m_search, *m_price, *m_counted, *m_zones, *m_ramp, *m_layer, *m_floor,
      *m_burnIn;
  QComboBox *m_priceKind, *m_segment, *m_metric, *m_salesFrom;
  ActionButton* m_designs[4] = {};
  QLineEdit* m_guards[4] = {};
  QHBoxLayout* m_priceRow;
  WrappedLabel *m_advice, *m_banditWords;
  LineList* m_hits;
  QCheckBox *m_storable, *m_revert, *m_bandit;
  QString m_floorName, m_burnInName;
  bool m_wasBandit = false; // when the design last could be one
  std::vector<Number> m_numbers;
  ExperimentPlan m_base; // what has no field
  DesignAdvice m_known;
  mutable QString m_problem;
  QString m_hitsOf;                          // the words that the hits belong to
  QStringList m_beforeBlocks, m_blocksGiven; // of lengths(): for the other designs, and as they were suggested
  int m_zoneCount = 0;                       // 0: not known yet
  bool m_designChosen = false, m_filling = false, m_takesFirst = false;
};

} // namespace pricewright

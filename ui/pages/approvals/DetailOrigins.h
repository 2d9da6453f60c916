// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "engine/Engine.h"
#include "engine/views/DecisionView.h"

namespace pricewright {

// The parts of a decision's detail, in the order of their keys 1 … 5.
enum class DetailSection { Why, Limits, Inputs, History, Evidence };
constexpr int kDetailSections = 5;

// Where a figure comes from: a part of the same detail, or something elsewhere in the workspace.
struct Origin {
  enum class Kind { None, Section, Rule, Setting, Product, Decision, Entry };
  Kind kind = Kind::None;
  DetailSection section = DetailSection::Why;
  QString key;         // of the rule, the setting, the SKU; in a section: the row's
  Id decision;         // Decision
  qint64 sequence = 0; // Entry
  bool isElsewhere() const { return kind != Kind::None && kind != Kind::Section; }
};
Origin originOf(const Verdict& verdict, const DecisionDetail& detail);
Origin originOf(const PriceStep& step, const DecisionDetail& detail);
Origin originOf(const Feature& feature, const DecisionDetail& detail);

} // namespace pricewright

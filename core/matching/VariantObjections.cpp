// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/VariantObjections.h"

#include "matching/VariantWords.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pricewright {
namespace {

using Objections = std::vector<VariantObjection>;

bool sameModel(const QString& a, const QString& b) {
  if (a == b)
    return true;
  const QString& shorter = a.size() <= b.size() ? a : b;
  const QString& longer = a.size() <= b.size() ? b : a;
  // A prefix or a colour's letter more: "1000xm5", "wh1000xm5", "wh1000xm5b". Not "v1" and "v15".
  const auto more = longer.size() - shorter.size();
  if (shorter.size() < 4 || more == 0)
    return false;
  if (longer.startsWith(shorter))
    return more <= 3 && !longer[shorter.size()].isDigit();
  return longer.endsWith(shorter) && !longer[more - 1].isDigit();
}

QStringList unmatched(const QStringList& list, const QStringList& others) {
  QStringList out;
  for (const QString& one : list)
    if (std::ranges::none_of(others, [&](const QString& other) { return sameModel(one, other); }))
      out.append(one);
  return out;
}

void judgeModels(const MatchView& ours, const MatchView& theirs, Objections& out) {
  const QStringList a = unmatched(ours.facts.models, theirs.facts.models);
  const QStringList b = unmatched(theirs.facts.models, ours.facts.models);
  if (!a.isEmpty() && !b.isEmpty())
    out.push_back({QStringLiteral("model-differs:%1/%2").arg(a[0], b[0]), 0.2});
  else if (!a.isEmpty() || !b.isEmpty())
    out.push_back({QStringLiteral("model-one-sided:") + (a.isEmpty() ? b[0] : a[0]), 0.75});
}

void judgeNumbers(const MatchView& ours, const MatchView& theirs, Objections& out) {
  QStringList a, b;
  for (const QString& n : ours.facts.numbers)
    if (!theirs.facts.numbers.contains(n))
      a.append(n);
  for (const QString& n : theirs.facts.numbers)
    if (!ours.facts.numbers.contains(n))
      b.append(n);
  if (!a.isEmpty() && !b.isEmpty())
    out.push_back({QStringLiteral("number-differs"), 0.35});
  else if (!a.isEmpty() || !b.isEmpty())
    out.push_back({QStringLiteral("number-one-sided"), 0.75});
}

std::map<QString, QStringList> byGroup(const std::vector<VariantWord>& variants) {
  std::map<QString, QStringList> out;
  for (const VariantWord& v : variants)
    out[v.group].append(v.meaning);
  return out;
}

void judgeVariants(const MatchView& ours, const MatchView& theirs, Objections& out) {
  const auto a = byGroup(ours.facts.variants);
  auto b = byGroup(theirs.facts.variants);
  const auto judge = [&out](const QString& group, const QStringList& x, const QStringList& y) {
    if (x == y)
      return;
    const bool common = std::ranges::any_of(x, [&](const QString& v) { return y.contains(v); });
    if (!x.isEmpty() && !y.isEmpty())
      out.push_back({QStringLiteral("variant-differs:") + group, common ? 0.5 : 0.25});
    else
      out.push_back({QStringLiteral("variant-one-sided:") + group, silenceMeansOrdinary(group) ? 0.4 : 0.75});
  };
  for (const auto& [group, meanings] : a) {
    judge(group, meanings, b[group]);
    b.erase(group);
  }
  for (const auto& [group, meanings] : b)
    judge(group, {}, meanings);
}

void judgeAttributes(const MatchView& ours, const MatchView& theirs, Objections& out) {
  std::map<QString, std::pair<std::vector<double>, std::vector<double>>> all;
  for (const TitleAttribute& x : ours.facts.attributes)
    all[x.name].first.push_back(x.value);
  for (const TitleAttribute& x : theirs.facts.attributes)
    all[x.name].second.push_back(x.value);
  const auto holds = [](const std::vector<double>& list, const std::vector<double>& others) {
    return std::ranges::all_of(list, [&](double v) {
      return std::ranges::any_of(others, [v](double o) { return std::abs(o - v) <= 0.01 * std::max(o, v); });
    });
  };
  for (const auto& [name, sides] : all) {
    if (sides.first.empty() || sides.second.empty())
      out.push_back({QStringLiteral("attribute-one-sided:") + name, 0.78});
    else if (const bool a = holds(sides.first, sides.second), b = holds(sides.second, sides.first); !a || !b)
      out.push_back({QStringLiteral("attribute-differs:") + name, a || b ? 0.6 : 0.25});
  }
}

// "20 bags" beside a weight: another count of them is another box.
void judgePieces(const MatchView& ours, const MatchView& theirs, Objections& out) {
  const int a = ours.facts.pieces, b = theirs.facts.pieces;
  const bool asContent = ours.content.unit == ContentUnit::Piece && theirs.content.unit == ContentUnit::Piece;
  if (a > 0 && b > 0 && a != b && !asContent)
    out.push_back({QStringLiteral("number-differs"), 0.5});
}

} // namespace

std::vector<VariantObjection> variantObjections(const MatchView& ours, const MatchView& theirs) {
  Objections out;
  judgeModels(ours, theirs, out);
  judgeNumbers(ours, theirs, out);
  judgeVariants(ours, theirs, out);
  judgeAttributes(ours, theirs, out);
  judgePieces(ours, theirs, out);
  return out;
}

} // namespace pricewright

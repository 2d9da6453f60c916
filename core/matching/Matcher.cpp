// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/Matcher.h"

#include "matching/Gtin.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pricewright {
namespace {

constexpr std::size_t kMostVisits = 30'000; // entries of the index for one question
constexpr std::size_t kMostCandidates = 60; // compared in full

QStringList numbersOf(const MatchView& v) {
  QStringList out;
  if (!v.gtin.isEmpty())
    out.append(u'g' + gtinBody(v.gtin).toString());
  if (!v.mpn.isEmpty())
    out.append(u'm' + v.mpn);
  return out;
}

// A typing error or a cut word mostly leaves the first letters.
QString frontOf(const QString& key) {
  return key.size() < 3 || key.contains(u':') ? QString() : QStringLiteral("^") + key.left(3);
}

QStringList frontsOf(const QStringList& keys) {
  QStringList out;
  for (const QString& key : keys)
    if (const QString front = frontOf(key); !front.isEmpty())
      out.append(front);
  out.removeDuplicates();
  return out;
}

struct Posting {
  const std::vector<int>* list = nullptr;
  double weight = 0;
};

} // namespace

Matcher::Matcher(const std::vector<MatchProduct>& ours) {
  m_ours.reserve(ours.size());
  for (const MatchProduct& product : ours) {
    m_ours.push_back(matchView(product));
    const MatchView& v = m_ours.back();
    const int place = int(m_ours.size()) - 1;
    m_weights.add(v.keys);
    for (const QString& key : v.keys + frontsOf(v.keys))
      m_byKey[key].push_back(place);
    for (const QString& number : numbersOf(v))
      m_byNumber[number].push_back(place);
  }
}

std::vector<int> Matcher::candidates(const MatchView& theirs) const {
  std::vector<Posting> postings;
  for (const QString& key : theirs.keys)
    if (const auto it = m_byKey.constFind(key); it != m_byKey.constEnd())
      postings.push_back({&*it, m_weights.weight(key)});
  for (const QString& front : frontsOf(theirs.keys))
    if (const auto it = m_byKey.constFind(front); it != m_byKey.constEnd())
      postings.push_back({&*it, 0.3 * std::log(1.0 + double(m_ours.size()) / double(it->size()))});
  std::ranges::stable_sort(postings, {}, [](const Posting& p) { return p.list->size(); });
  std::unordered_map<int, double> sums;
  std::size_t visits = 0;
  for (const Posting& p : postings) {
    if (visits += p.list->size(); visits > kMostVisits && &p != &postings.front())
      break;
    for (std::size_t i = 0; i < std::min(p.list->size(), kMostVisits); ++i)
      sums[(*p.list)[i]] += p.weight;
  }
  std::vector<std::pair<double, int>> ranked;
  for (const auto& [place, sum] : sums)
    ranked.push_back({-sum, place});
  const std::size_t kept = std::min(ranked.size(), kMostCandidates);
  std::ranges::partial_sort(ranked, ranked.begin() + std::ptrdiff_t(kept));
  std::vector<int> out;
  for (const QString& number : numbersOf(theirs))
    if (const auto it = m_byNumber.constFind(number); it != m_byNumber.constEnd())
      out.insert(out.end(), it->begin(), it->begin() + std::ptrdiff_t(std::min(it->size(), kMostCandidates)));
  for (std::size_t i = 0; i < kept; ++i)
    out.push_back(ranked[i].second);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<Suggestion> Matcher::suggest(const MatchProduct& theirs, int most, double least) const {
  std::vector<Suggestion> out;
  if (most <= 0)
    return out;
  const MatchView view = matchView(theirs);
  for (const int place : candidates(view)) {
    MatchScore score = scoreMatch(m_ours[std::size_t(place)], view, m_weights);
    if (score.confidence >= least)
      out.push_back({place, std::move(score)});
  }
  std::ranges::stable_sort(out, std::ranges::greater{}, [](const Suggestion& x) { return x.score.confidence; });
  if (out.size() > std::size_t(most))
    out.resize(std::size_t(most));
  return out;
}

} // namespace pricewright

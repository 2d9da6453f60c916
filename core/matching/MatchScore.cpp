// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/MatchScore.h"

#include "matching/Gtin.h"
#include "matching/PackRatio.h"
#include "matching/VariantObjections.h"

#include "base/Words.h"

#include <algorithm>
#include <cmath>

namespace pricewright {
namespace {

constexpr double kMostByTitle = 0.95;
constexpr double kContradicts = 0.6; // what caps a title so low is said by both sides, or goes without saying
constexpr double kPart = 0.9, kPartAlone = 0.7;   // one part number: of one brand, and of nobody knows whose
constexpr double kMiddle = 0.68, kSteepness = 16; // of the curve from similarity to confidence

// "Bosch" of "Bosch Professional" and of "Robert Bosch": a line, or the firm's whole name. Not of "Boschung".
bool isBrandLine(const QStringList& brand, const QStringList& line) {
  if (brand.isEmpty() || brand.size() >= line.size() || brand.join(QString()).size() < 2)
    return false;
  return line.first(brand.size()) == brand || line.last(brand.size()) == brand;
}

class MatchJudge {
 public:
  MatchJudge(const MatchView& ours, const MatchView& theirs, const WordWeights& weights)
      : m_ours(ours), m_theirs(theirs), m_weights(weights),
        m_packs(packRatio(ours.content, ours.packCount, theirs.content, theirs.packCount)) {}

  MatchScore run() {
    m_score.theirPacks = m_packs.theirs, m_score.ourPacks = m_packs.ours;
    if (sameGtin() || samePart()) {
      judgePrice();
      return finished();
    }
    byTitle();
    judgeGtinAndPart();
    judgeBrand();
    judgeContent();
    for (const VariantObjection& o : variantObjections(m_ours, m_theirs))
      object(o.code, o.mostConfidence);
    judgePrice();
    return finished();
  }

 private:
  void object(const QString& code, double mostConfidence, double factor = 1) {
    m_score.objections.append(code);
    m_most = std::min(m_most, mostConfidence);
    m_factor *= factor;
  }
  void support(const QString& code) { m_score.evidence.append(code); }

  MatchScore finished() {
    m_score.confidence = std::clamp(std::min(m_score.confidence * m_factor, m_most), 0.0, 1.0);
    return std::move(m_score);
  }

  bool brandsAgree() const {
    const QString &a = m_ours.brand, &b = m_theirs.brand;
    return !a.isEmpty() && !b.isEmpty() &&
           (a == b || isBrandLine(m_ours.brandWords, m_theirs.brandWords) ||
            isBrandLine(m_theirs.brandWords, m_ours.brandWords));
  }
  bool brandsDiffer() const {
    return !m_ours.brand.isEmpty() && !m_theirs.brand.isEmpty() && !brandsAgree() &&
           !m_theirs.joined.contains(m_ours.brand) && !m_ours.joined.contains(m_theirs.brand);
  }
  bool brandInTitle() const {
    const QString &a = m_ours.brand, &b = m_theirs.brand;
    return (!a.isEmpty() && m_theirs.joined.contains(a)) || (!b.isEmpty() && m_ours.joined.contains(b));
  }
  bool partsEqual() const { return !m_ours.mpn.isEmpty() && m_ours.mpn == m_theirs.mpn; }
  bool partsDiffer() const { return !m_ours.mpn.isEmpty() && !m_theirs.mpn.isEmpty() && m_ours.mpn != m_theirs.mpn; }
  QString ratioText() const { return QStringLiteral("packs:%1/%2").arg(m_packs.theirs).arg(m_packs.ours); }

  // One number names one sales unit: where contents tell otherwise, one of both is wrong. A packaging level of the same
  // item is a case of it.
  bool sameGtin() {
    if (m_ours.gtin.isEmpty() || m_theirs.gtin.isEmpty() || gtinBody(m_ours.gtin) != gtinBody(m_theirs.gtin))
      return false;
    const bool level = m_ours.gtin[0] != m_theirs.gtin[0];
    m_score.reason = s("gtin"), m_score.confidence = level ? 0.95 : 0.99;
    support(level ? s("gtin-case") : s("gtin"));
    const bool differs = m_packs.kind != PackRatio::Kind::Contradiction && m_packs.theirs != m_packs.ours;
    if (differs)
      support(ratioText());
    if (level && !differs)
      object(s("pack-unknown"), 0.6);
    if (!level && differs)
      object(s("packs-differ"), 0.85);
    if (m_packs.kind == PackRatio::Kind::Contradiction)
      object(s("content-differs"), 0.7);
    if (brandsDiffer())
      object(s("brand-differs"), 0.8);
    else if (partsDiffer() && brandsAgree())
      object(s("mpn-differs"), 0.9);
    judgeTitles();
    if (!m_ours.keys.isEmpty() && !m_theirs.keys.isEmpty() && keyLikeness(m_ours, m_theirs, m_weights).similarity < 0.1)
      object(s("words-differ"), 0.9);
    return true;
  }

  bool samePart() {
    if (!partsEqual() || !brandsAgree())
      return false;
    m_score.reason = s("mpn-brand"), m_score.confidence = 0.97;
    support(s("mpn")), support(s("brand"));
    judgeGtinAndPart();
    judgeContent();
    judgeTitles();
    return true;
  }

  // Shops give a variant the number of another. Where the titles name two different things, somebody has to look.
  void judgeTitles() {
    for (const VariantObjection& o : variantObjections(m_ours, m_theirs))
      if (o.mostConfidence <= kContradicts)
        object(o.code, 0.8);
  }

  void byTitle() {
    m_score.reason = s("title");
    const KeyLikeness words = keyLikeness(m_ours, m_theirs, m_weights);
    if (m_ours.keys.isEmpty() || m_theirs.keys.isEmpty())
      return object(s("no-words"), 0.05);
    support(QStringLiteral("words:") + QString::number(words.similarity, 'f', 2));
    m_score.confidence = kMostByTitle / (1 + std::exp(-kSteepness * (words.similarity - kMiddle)));
    // A single short word is no identity, however equal.
    if (std::min(m_ours.keys.size(), m_theirs.keys.size()) < 2)
      object(s("words-differ"), 0.6);
    else if (std::min(words.unmatchedOurs, words.unmatchedTheirs) > 0.08)
      object(s("words-differ"), 0.7);
    else if (std::max(words.unmatchedOurs, words.unmatchedTheirs) > 0.2)
      object(s("words-differ"), 0.75);
  }

  void judgeGtinAndPart() {
    // A pack has a number of its own: another number is no surprise there.
    if (!m_ours.gtin.isEmpty() && !m_theirs.gtin.isEmpty() && gtinBody(m_ours.gtin) != gtinBody(m_theirs.gtin)) {
      const bool otherPack = m_packs.theirs != m_packs.ours;
      object(s("gtin-differs"), otherPack ? 0.9 : 0.4);
    }
    if (m_score.reason != QLatin1String("title"))
      return;
    if (partsDiffer())
      return object(s("mpn-differs"), 0.4);
    if (partsEqual())
      return supportByPart(s("mpn"));
    const auto inTitle = [](const QString& mpn, const MatchView& other) {
      return mpn.size() < 5 ? NumberInTitle::Absent : numberInTitle(mpn, other.title);
    };
    const NumberInTitle inTheirs = inTitle(m_ours.mpn, m_theirs), inOurs = inTitle(m_theirs.mpn, m_ours);
    if (inTheirs != NumberInTitle::Whole && inOurs != NumberInTitle::Whole) {
      if (inTheirs == NumberInTitle::Begun || inOurs == NumberInTitle::Begun)
        object(s("mpn-differs"), 0.6);
    } else {
      supportByPart(s("mpn-in-title"));
    }
  }

  // Makers number their products each for himself: the same number of an unknown brand is a hint, and no more.
  void supportByPart(const QString& code) {
    if (brandsDiffer())
      return;
    const bool isOfOneBrand = brandsAgree() || brandInTitle();
    const double least = isOfOneBrand ? kPart : kPartAlone;
    support(isOfOneBrand || m_score.confidence >= least ? code : s("mpn-alone"));
    m_score.confidence = std::max(m_score.confidence, least);
  }

  void judgeBrand() {
    const QString &a = m_ours.brand, &b = m_theirs.brand;
    if (a.isEmpty() && b.isEmpty())
      return;
    if (brandsAgree())
      return support(s("brand"));
    if (brandsDiffer())
      return object(s("brand-differs"), 0.3);
    if (brandInTitle())
      return support(s("brand-in-title"));
    object(s("brand-unknown"), 0.75);
  }

  void judgeContent() {
    switch (m_packs.kind) {
    case PackRatio::Kind::Same:
      if (m_ours.content.unit != ContentUnit::None)
        support(s("content"));
      break;
    case PackRatio::Kind::Packs:
      support(ratioText());
      object(s("packs-differ"), 0.92, 0.97);
      break;
    case PackRatio::Kind::Sets:
      support(ratioText());
      object(s("packs-differ"), 0.75);
      break;
    case PackRatio::Kind::Sizes:
      support(ratioText());
      object(s("size-differs"), 0.7);
      break;
    case PackRatio::Kind::Unknown:
      object(s("content-unknown"), 0.7);
      break;
    case PackRatio::Kind::Contradiction:
      object(s("content-differs"), 0.3);
      break;
    }
    if (m_ours.facts.severalContents != m_theirs.facts.severalContents)
      object(s("bundle"), 0.5);
  }

  void judgePrice() {
    if (!m_ours.price || !m_theirs.price || m_ours.currency != m_theirs.currency || !(*m_ours.price > 0) ||
        !(*m_theirs.price > 0))
      return;
    const double ratio = *m_theirs.price * m_packs.ours / m_packs.theirs / *m_ours.price;
    if (!std::isfinite(ratio))
      return;
    const double away = std::max(ratio, 1 / ratio);
    if (away > 10)
      object(s("price-implausible"), m_score.reason == QLatin1String("title") ? 0.3 : 0.8);
    else if (away > 3)
      object(s("price-implausible"), m_score.reason == QLatin1String("title") ? 0.6 : 0.9);
    else
      support(s("price"));
  }

  const MatchView &m_ours, &m_theirs;
  const WordWeights& m_weights;
  const PackRatio m_packs;
  MatchScore m_score;
  double m_most = 1, m_factor = 1;
};

} // namespace

MatchScore scoreMatch(const MatchView& ours, const MatchView& theirs, const WordWeights& weights) {
  return MatchJudge(ours, theirs, weights).run();
}

MatchScore scoreMatch(const MatchProduct& ours, const MatchProduct& theirs, const WordWeights& weights) {
  return scoreMatch(matchView(ours), matchView(theirs), weights);
}

} // namespace pricewright

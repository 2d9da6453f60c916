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
constexpr double kMiddle = 0.68, kSteepness = 16; // of the curve from similarity to confidence

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
           (a == b || (std::min(a.size(), b.size()) >= 3 && (a.startsWith(b) || b.startsWith(a))));
  }
  bool brandsDiffer() const {
    return !m_ours.brand.isEmpty() && !m_theirs.brand.isEmpty() && !brandsAgree() &&
           !m_theirs.joined.contains(m_ours.brand) && !m_ours.joined.contains(m_theirs.brand);
  }
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
    if (!m_ours.keys.isEmpty() && !m_theirs.keys.isEmpty() && keyLikeness(m_ours, m_theirs, m_weights).similarity < 0.1)
      object(s("words-differ"), 0.9);
    return true;
  }

  bool samePart() {
    if (m_ours.mpn.size() < 3 || m_ours.mpn != m_theirs.mpn || !brandsAgree())
      return false;
    m_score.reason = s("mpn-brand"), m_score.confidence = 0.97;
    support(s("mpn")), support(s("brand"));
    judgeGtinAndPart();
    judgeContent();
    return true;
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
    if (m_ours.mpn.size() >= 3 && m_theirs.mpn.size() >= 3 && m_ours.mpn != m_theirs.mpn)
      return object(s("mpn-differs"), 0.4);
    const bool inTheirs = m_ours.mpn.size() >= 5 && m_theirs.joined.contains(m_ours.mpn);
    const bool inOurs = m_theirs.mpn.size() >= 5 && m_ours.joined.contains(m_theirs.mpn);
    if ((inTheirs || inOurs) && !brandsDiffer()) {
      support(s("mpn-in-title"));
      m_score.confidence = std::max(m_score.confidence, 0.9);
    }
  }

  void judgeBrand() {
    const QString &a = m_ours.brand, &b = m_theirs.brand;
    if (a.isEmpty() && b.isEmpty())
      return;
    if (brandsAgree())
      return support(s("brand"));
    if (brandsDiffer())
      return object(s("brand-differs"), 0.3);
    if ((!a.isEmpty() && m_theirs.joined.contains(a)) || (!b.isEmpty() && m_ours.joined.contains(b)))
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

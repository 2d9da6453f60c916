// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people change by hand in the catalogue: prices become proposals, costs and roles are changed and can be put
// back.
#include "engine/WorkspaceParts.h"
#include "engine/plans/WhatIf.h"

#include <map>

namespace pricewright {
namespace {

// Gathers what a person wishes into groups: one case each, as of now, whichever of its listings comes first.
class Proposals {
 public:
  Proposals(Workspace& workspace, IdSource& ids, const QString& user, ProposalOrigin origin)
      : m_workspace(workspace), m_ids(ids), m_user(user), m_origin(std::move(origin)) {}

  Result<PriceDecision> add(const PriceWish& wish) {
    PW_TRY(DecisionStore::CaseWithDecisions* const group, groupOf(wish.listingNo));
    PW_TRY(PriceDecision d, decideEdited(group->content, wish.listingNo, wish.price));
    for (const PriceDecision& other : group->decisions)
      if (other.listingNo == d.listingNo)
        return refusal("decision.listing-twice", d);
    if (d.guarded.route == Route::Hold || d.guarded.route == Route::Conflict || !d.proposed.isValid())
      return refusal("approval.edit-refused", d);
    if (d.proposed == d.current)
      return refusal("engine.price-unchanged", d);
    d.id = m_ids.next();
    d.caseId = group->caseId;
    d.proposedBy = d.editedBy = m_user;
    if (!m_origin.reason.isEmpty())
      sayOrigin(d, m_origin);
    d.contentHash = contentHash(d);
    group->decisions.push_back(d);
    return d;
  }
  std::vector<DecisionStore::CaseWithDecisions> take() {
    std::vector<DecisionStore::CaseWithDecisions> all;
    for (auto& [key, one] : m_cases)
      if (!one.decisions.empty())
        all.push_back(std::move(one));
    return all;
  }

  static Error refusal(const char* code, const PriceDecision& d) {
    return fail(QString::fromLatin1(code), {{QStringLiteral("reason"), d.guarded.primaryReason},
                                            {QStringLiteral("sku"), d.skuCode},
                                            {QStringLiteral("zone"), d.zoneCode}});
  }

 private:
  Result<DecisionStore::CaseWithDecisions*> groupOf(int listingNo) {
    for (auto& [key, one] : m_cases)
      for (const ListingCase& l : one.content.listings)
        if (l.listingNo == listingNo)
          return &one;
    PW_TRY(const auto content, caseNow(m_workspace, listingNo));
    DecisionStore::CaseWithDecisions& one = m_cases[content->key];
    one.caseId = m_ids.next().toString();
    one.content = *content;
    return &one;
  }

  Workspace& m_workspace;
  IdSource& m_ids;
  QString m_user;
  ProposalOrigin m_origin;
  std::map<QString, DecisionStore::CaseWithDecisions> m_cases; // by key
};

} // namespace

Result<std::vector<Proposed>> Workspace::proposePrices(std::span<const PriceWish> wishes, const QString& reason,
                                                       const ProposalOrigin& origin) {
  PW_CHECK(mayWrite());
  PW_CHECK(m->catalog->permits(m->me, Permission::RunCycles));
  Proposals proposals(*this, *m->ids, m->me.user, origin);
  std::vector<Proposed> answers;
  for (const PriceWish& wish : wishes) {
    const Result<PriceDecision> made = proposals.add(wish);
    if (!made && made.error().code.startsWith(u"storage."))
      return made.error();
    answers.push_back(made ? Proposed{wish.listingNo, made->id, made->proposed, {}}
                           : Proposed{wish.listingNo, {}, {}, made.error()});
  }
  const auto cases = proposals.take();
  if (!cases.empty())
    PW_CHECK(m->decisions->propose(m->me, reason, cases));
  return answers;
}

Result<std::vector<Proposed>> Workspace::proposeTogether(std::span<const PriceWish> wishes, const QString& reason,
                                                         const Together& how) {
  PW_CHECK(mayWrite());
  PW_CHECK(m->catalog->permits(m->me, Permission::RunCycles));
  Proposals proposals(*this, *m->ids, how.proposer.isEmpty() ? m->me.user : how.proposer, how.origin);
  std::vector<Proposed> answers;
  for (const PriceWish& wish : wishes) {
    PW_TRY(const PriceDecision made, proposals.add(wish));
    if (made.proposed != wish.price)
      return Proposals::refusal("approval.edit-refused", made);
    answers.push_back({wish.listingNo, made.id, made.proposed, {}});
  }
  PW_CHECK(m->decisions->propose(m->me, reason, proposals.take(), [&](Transaction& in) {
    return how.alongWith ? how.alongWith(in, answers) : Status();
  }));
  return answers;
}

Result<std::vector<Result<PriceDecision>>> Workspace::previewPrices(std::span<const PriceWish> wishes,
                                                                    const JobContext& job) {
  Proposals proposals(*this, *m->ids, m->me.user, {}); // only tried: it says what limits say
  std::vector<Result<PriceDecision>> answers;
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    if (job.cancelled())
      return fail(QStringLiteral("engine.cancelled"));
    job.report("preview", double(i) / double(wishes.size()));
    answers.push_back(proposals.add(wishes[i]));
    if (!answers.back() && answers.back().error().code.startsWith(u"storage."))
      return answers.back().error();
  }
  return answers;
}

Result<std::vector<Answer>> Workspace::withdraw(std::span<const Id> decisions, const QString& comment) {
  PW_CHECK(mayWrite());
  std::vector<Ask> asks;
  std::vector<Answer> refused;
  for (const Id& id : decisions) {
    PW_TRY(const PriceDecision d, m->decisions->decision(id));
    if (d.proposedBy == m->me.user)
      asks.push_back({id, d.contentHash});
    else
      refused.push_back({id, false, fail(QStringLiteral("engine.not-own-proposal")), d.state, false});
  }
  PW_TRY(std::vector<Answer> answers, m->approval->reject(m->me, asks, QStringLiteral("other"), comment));
  answers.insert(answers.end(), refused.begin(), refused.end());
  return answers;
}

Result<CostChange> Workspace::setCost(int listingNo, CostKind kind, Day from, const std::optional<Amount>& amount) {
  PW_CHECK(mayWrite());
  CostChange change{listingNo, kind, from, {}, amount};
  PW_TRY(change.before, m->catalog->costOn(listingNo, kind, from));
  PW_CHECK(m->catalog->putCost(m->me, listingNo, kind, from, amount));
  return change;
}

Status Workspace::undoCost(const CostChange& change) {
  PW_CHECK(mayWrite());
  PW_TRY(const auto now, m->catalog->costOn(change.listingNo, change.kind, change.from));
  if (now != change.after)
    return fail(QStringLiteral("engine.changed-meanwhile"));
  return m->catalog->putCost(m->me, change.listingNo, change.kind, change.from, change.before);
}

Result<BoundsChange> Workspace::setBounds(int listingNo, const ListingBounds& bounds) {
  PW_CHECK(mayWrite());
  PW_TRY(const Catalog catalog, m->catalog->load());
  const Listing* listing = catalog.listing(listingNo);
  if (!listing)
    return fail(QStringLiteral("catalog.unknown-listing"), {{QStringLiteral("listing"), QString::number(listingNo)}});
  Listing changed = *listing;
  changed.minMinor = bounds.minMinor;
  changed.maxMinor = bounds.maxMinor;
  changed.mapMinor = bounds.mapMinor;
  PW_CHECK(m->catalog->putListingBounds(m->me, changed));
  return BoundsChange{listingNo, {listing->minMinor, listing->maxMinor, listing->mapMinor}, bounds};
}

Result<RoleChange> Workspace::setRole(const QString& skuCode, SkuRole role) {
  PW_CHECK(mayWrite());
  PW_TRY(const Catalog catalog, m->catalog->load());
  const Sku* sku = catalog.skuByCode(skuCode);
  if (!sku)
    return fail(QStringLiteral("catalog.unknown-sku"), {{QStringLiteral("sku"), skuCode}});
  Sku changed = *sku;
  changed.role = role;
  PW_CHECK(m->catalog->putSku(m->me, changed));
  return RoleChange{skuCode, sku->role, role};
}

} // namespace pricewright

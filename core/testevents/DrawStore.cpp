// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testevents/DrawStore.h"

#include "base/Words.h"
#include "catalog/Permissions.h"
#include "catalog/Rows.h"

#include <bit>

namespace pricewright {
namespace {

TestDraw readDraw(const Query& q) {
  return {std::bit_cast<std::uint64_t>(q.integer(0)), fromMillis(q.integer(1)), smallInteger(q, 2), smallInteger(q, 3)};
}

} // namespace

Result<std::vector<TestAllocation>> DrawStore::allocations(int experiment) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT from_ms, treatment_share, chance_best, units_control, units_treatment, "
                                       "burning_in FROM test_allocation WHERE experiment_no = ?1 ORDER BY serial"));
  std::vector<TestAllocation> out;
  q.bind(1, experiment);
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back({fromMillis(q.integer(0)), smallInteger(q, 1), smallInteger(q, 2), q.integer(3), q.integer(4),
                   q.integer(5) != 0});
    return {};
  }));
  return out;
}

Status DrawStore::allocate(const Actor& by, int experiment, const TestAllocation& a) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunTests));
  PW_TRY(Query q, Query::prepare(m_db, "INSERT INTO test_allocation (experiment_no, serial, from_ms, treatment_share, "
                                       "chance_best, units_control, units_treatment, burning_in) VALUES (?1, (SELECT "
                                       "coalesce(max(serial), 0) + 1 FROM test_allocation WHERE experiment_no = ?1), "
                                       "?2, ?3, ?4, ?5, ?6, ?7)"));
  q.bind(1, experiment).bind(2, toMillis(a.from)).bind(3, a.treatmentShare).bind(4, a.chanceBest);
  PW_CHECK(q.bind(5, a.unitsControl).bind(6, a.unitsTreatment).bind(7, a.isBurningIn ? 1 : 0).run());
  PW_CHECK(m_journal.append(who, s("testevents.allocated"), s("test_allocation"), QString::number(experiment),
                            {{s("treatmentShare"), a.treatmentShare},
                             {s("chanceBest"), a.chanceBest},
                             {s("unitsControl"), a.unitsControl},
                             {s("unitsTreatment"), a.unitsTreatment},
                             {s("burningIn"), a.isBurningIn}},
                            s("insert")));
  return in.commit();
}

Result<std::vector<TestDraw>> DrawStore::draw(const Actor& by, int experiment, std::span<const TestDraw> wished) {
  PW_TRY(Transaction in, Transaction::begin(m_db));
  PW_TRY(const Actor who, mayDo(m_db, by, Permission::RunTests));
  PW_TRY(Query find, Query::prepare(m_db, "SELECT unit, at_ms, arm, treatment_share FROM test_draw WHERE experiment_no "
                                          "= ?1 AND unit = ?2"));
  PW_TRY(Query add, Query::prepare(m_db, "INSERT INTO test_draw (experiment_no, unit, at_ms, arm, treatment_share) "
                                         "VALUES (?1, ?2, ?3, ?4, ?5)"));
  std::vector<TestDraw> out;
  qint64 fresh = 0, treated = 0;
  for (const TestDraw& one : wished) {
    const auto unit = std::bit_cast<qint64>(one.unit);
    find.reset();
    PW_TRY(const bool there, find.bind(1, experiment).bind(2, unit).step());
    if (there) {
      out.push_back(readDraw(find));
      continue;
    }
    add.bind(1, experiment).bind(2, unit).bind(3, toMillis(m_clock.now())).bind(4, one.arm);
    PW_CHECK(add.bind(5, one.treatmentShare).run());
    out.push_back(one), out.back().at = m_clock.now();
    ++fresh, treated += one.arm;
  }
  find.reset();
  if (fresh == 0)
    return out;
  PW_CHECK(m_journal.append(who, s("testevents.drawn"), s("test_draw"), QString::number(experiment),
                            {{s("drawn"), fresh}, {s("treated"), treated}}, s("bulk")));
  PW_CHECK(in.commit());
  return out;
}

Result<std::vector<TestDraw>> DrawStore::draws(int experiment) const {
  PW_TRY(Query q, Query::prepare(m_db, "SELECT unit, at_ms, arm, treatment_share FROM test_draw WHERE experiment_no = "
                                       "?1 ORDER BY at_ms, unit"));
  std::vector<TestDraw> out;
  q.bind(1, experiment);
  PW_CHECK(eachRow(q, [&]() -> Status {
    out.push_back(readDraw(q));
    return {};
  }));
  return out;
}

} // namespace pricewright

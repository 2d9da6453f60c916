// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "earnings/ChangeBridge.h"

#include "base/Words.h"
#include "earnings/WholeParts.h"

#include <bit>
#include <limits>
#include <set>

namespace pricewright {
namespace {

// Seven factors of 63 bits and a weight fit.
using Wide = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    512, 512, boost::multiprecision::signed_magnitude, boost::multiprecision::unchecked, void>>;

Error outOfRange() { return fail(s("earnings.out-of-range")); }

Result<qint64> narrow(const Wide& value) {
  if (value > std::numeric_limits<qint64>::max() || value < -std::numeric_limits<qint64>::max())
    return outOfRange();
  return static_cast<qint64>(value);
}

// amount · rate, half-even.
Result<qint64> converted(qint64 amount, const ExactRate& rate) {
  const Wide product = Wide(amount) * rate.numerator;
  Wide whole = product / rate.denominator;
  const Wide twice = abs(Wide(product - whole * rate.denominator)) * 2;
  if (twice > rate.denominator || (twice == rate.denominator && whole % 2 != 0))
    whole += product < 0 ? -1 : 1;
  return narrow(whole);
}

// The factors of one price's money in both periods: [0] before, [1] after.
struct Factors {
  std::array<qint64, 2> all;    // Q
  std::array<qint64, 2> units;  // q
  std::array<qint64, 2> amount; // per unit: amount / q
  std::array<ExactRate, 2> rate;
};

// Contributions of Q, share, amount per unit and rate to Q·(q/Q)·(A/q)·e, times 12 and the common denominator
// Q₀Q₁ · q₀q₁ · d₀d₁. Subsets of three others have the weights 3, 1, 1, 3 twelfths by their size.
class Shares {
 public:
  explicit Shares(const Factors& f) : m_f(f) {
    for (int bits = 0; bits < 16; ++bits)
      m_product[std::size_t(bits)] = product(bits);
  }
  std::array<Wide, 4> numerators() const {
    std::array<Wide, 4> out;
    for (int factor = 0; factor < 4; ++factor) {
      Wide sum = 0;
      for (int others = 0; others < 16; ++others) {
        if (others & (1 << factor))
          continue;
        const int size = std::popcount(unsigned(others));
        sum += (m_product[std::size_t(others | (1 << factor))] - m_product[std::size_t(others)]) *
               (size == 0 || size == 3 ? 3 : 1);
      }
      out[std::size_t(factor)] = sum;
    }
    return out;
  }
  Wide denominator() const {
    return Wide(12) * m_f.all[0] * m_f.all[1] * m_f.units[0] * m_f.units[1] * m_f.rate[0].denominator *
           m_f.rate[1].denominator;
  }

 private:
  // Each bit: the factor's period. Q_a · q_b/Q_b · A_c/q_c · n_e/d_e over the common denominator.
  Wide product(int bits) const {
    const std::size_t a = bits & 1, b = (bits >> 1) & 1, c = (bits >> 2) & 1, e = (bits >> 3) & 1;
    return Wide(m_f.all[a]) * m_f.all[1 - b] * m_f.units[b] * m_f.units[1 - c] * m_f.amount[c] * m_f.rate[e].numerator *
           m_f.rate[1 - e].denominator;
  }
  const Factors& m_f;
  std::array<Wide, 16> m_product;
};

class BridgeMaker {
 public:
  BridgeMaker(Currency into, const BridgeRates& rates, BridgeMeasure measure)
      : m_into(into), m_rates(rates), m_profit(measure == BridgeMeasure::Profit) {
    m_out.currency = into, m_out.measure = measure;
  }

  Result<ChangeBridge> make(std::span<const BridgeRow> rows) {
    PW_CHECK(check(rows));
    PW_CHECK(addUnits(rows));
    for (const BridgeRow& row : rows) {
      PW_TRY(const BridgeParts parts, partsOf(row));
      PW_CHECK(addParts(m_out.total, parts));
      m_out.rows.push_back(parts);
    }
    return std::move(m_out);
  }

 private:
  enum class Kind { Same, Added, Dropped, Returns, CostUnknown };

  static bool isNothing(const PeriodSales& p) { return p.unitsMilli == 0 && p.revenueMicro == 0; }
  bool costKnown(const PeriodSales& p) const { return !m_profit || isNothing(p) || p.costMicro; }

  Kind kindOf(const BridgeRow& row) const {
    if (!costKnown(row.before) || !costKnown(row.after))
      return Kind::CostUnknown;
    if (row.before.unitsMilli > 0 && row.after.unitsMilli > 0)
      return Kind::Same;
    if (isNothing(row.before) && row.after.unitsMilli > 0)
      return Kind::Added;
    if (isNothing(row.after) && row.before.unitsMilli > 0)
      return Kind::Dropped;
    return Kind::Returns;
  }

  Status check(std::span<const BridgeRow> rows) const {
    if (!m_into.isValid())
      return fail(s("earnings.no-currency"));
    std::set<int> seen;
    for (const BridgeRow& row : rows) {
      if (!row.currency.isValid())
        return fail(s("earnings.no-currency"));
      if (!seen.insert(row.key).second)
        return fail(s("earnings.row-twice"), {{s("row"), QString::number(row.key)}});
      if (row.currency != m_into && !m_rates.contains(row.currency))
        return fail(s("earnings.no-rate"), {{s("currency"), row.currency.code()}});
    }
    for (const auto& [currency, rate] : m_rates)
      for (const ExactRate& r : {rate.before, rate.after})
        if (r.numerator <= 0 || r.denominator <= 0)
          return fail(s("earnings.bad-rate"), {{s("currency"), currency.code()}});
    return {};
  }

  // Q, over the prices that can be compared.
  Status addUnits(std::span<const BridgeRow> rows) {
    for (const BridgeRow& row : rows)
      if (kindOf(row) == Kind::Same && (__builtin_add_overflow(m_all[0], row.before.unitsMilli, &m_all[0]) ||
                                        __builtin_add_overflow(m_all[1], row.after.unitsMilli, &m_all[1])))
        return outOfRange();
    return {};
  }

  PeriodRates ratesOf(Currency currency) const {
    const auto found = m_rates.find(currency);
    return currency == m_into || found == m_rates.end() ? PeriodRates{} : found->second;
  }

  // What counts of a period, in the report's currency.
  Result<qint64> valueOf(const PeriodSales& p, const ExactRate& rate) const {
    if (!costKnown(p))
      return 0;
    PW_TRY(const qint64 revenue, converted(p.revenueMicro, rate));
    if (!m_profit)
      return revenue;
    PW_TRY(const qint64 cost, converted(p.costMicro.value_or(0), rate));
    return narrow(Wide(revenue) - cost);
  }

  Result<BridgeParts> partsOf(const BridgeRow& row) {
    const PeriodRates rate = ratesOf(row.currency);
    BridgeParts out;
    PW_TRY(out.before, valueOf(row.before, rate.before));
    PW_TRY(out.after, valueOf(row.after, rate.after));
    qint64 change = 0;
    if (__builtin_sub_overflow(out.after, out.before, &change))
      return outOfRange();
    switch (kindOf(row)) {
    case Kind::Added:
      out.added = change, ++m_out.addedRows;
      break;
    case Kind::Dropped:
      out.dropped = change, ++m_out.droppedRows;
      break;
    case Kind::Returns:
      out.returns = change, m_out.returnRows += !isNothing(row.before) || !isNothing(row.after);
      break;
    case Kind::CostUnknown:
      out.costUnknown = change;
      PW_CHECK(noteUnknown(row, rate));
      break;
    case Kind::Same:
      PW_CHECK(takeApart(row, rate, change, out));
    }
    return out;
  }

  Status noteUnknown(const BridgeRow& row, const PeriodRates& rate) {
    ++m_out.costUnknownRows;
    for (const bool after : {false, true}) {
      const PeriodSales& p = after ? row.after : row.before;
      if (costKnown(p))
        continue;
      PW_TRY(const qint64 revenue, converted(p.revenueMicro, after ? rate.after : rate.before));
      qint64& sum = after ? m_out.unknownAfter : m_out.unknownBefore;
      if (__builtin_add_overflow(sum, revenue, &sum))
        return outOfRange();
    }
    return {};
  }

  // Revenue and cost are two products of the same factors; profit is their difference, and so are its contributions.
  Status takeApart(const BridgeRow& row, const PeriodRates& rate, qint64 change, BridgeParts& out) const {
    Factors f{m_all,
              {row.before.unitsMilli, row.after.unitsMilli},
              {row.before.revenueMicro, row.after.revenueMicro},
              {rate.before, rate.after}};
    const Shares revenue(f);
    const std::array<Wide, 4> earned = revenue.numerators();
    std::array<Wide, 5> parts{earned[0], earned[1], earned[2], earned[3], 0};
    const Wide denominator = revenue.denominator();
    if (m_profit) {
      f.amount = {*row.before.costMicro, *row.after.costMicro};
      const std::array<Wide, 4> spent = Shares(f).numerators();
      parts[0] -= spent[0], parts[1] -= spent[1], parts[3] -= spent[3];
      parts[4] = -spent[2];
    }
    const std::array<Wide, 5> whole = wholeParts<Wide, 5>(parts, denominator, Wide(change));
    PW_TRY(out.volume, narrow(whole[0]));
    PW_TRY(out.mix, narrow(whole[1]));
    PW_TRY(out.price, narrow(whole[2]));
    PW_TRY(out.currency, narrow(whole[3]));
    PW_TRY(out.cost, narrow(whole[4]));
    return {};
  }

  Currency m_into;
  const BridgeRates& m_rates;
  bool m_profit;
  std::array<qint64, 2> m_all{};
  ChangeBridge m_out;
};

constexpr std::array kParts{&BridgeParts::price,   &BridgeParts::volume,   &BridgeParts::mix,
                            &BridgeParts::cost,    &BridgeParts::currency, &BridgeParts::added,
                            &BridgeParts::dropped, &BridgeParts::returns,  &BridgeParts::costUnknown};

} // namespace

Status addParts(BridgeParts& to, const BridgeParts& more) {
  BridgeParts sum = to;
  bool over = __builtin_add_overflow(to.before, more.before, &sum.before) ||
              __builtin_add_overflow(to.after, more.after, &sum.after);
  for (const auto part : kParts)
    over = over || __builtin_add_overflow(to.*part, more.*part, &(sum.*part));
  qint64 change = 0;
  if (over || __builtin_sub_overflow(sum.after, sum.before, &change))
    return outOfRange();
  to = sum;
  return {};
}

Result<ChangeBridge> changeBridge(std::span<const BridgeRow> rows, Currency into, const BridgeRates& rates,
                                  BridgeMeasure measure) {
  return BridgeMaker(into, rates, measure).make(rows);
}

Result<std::map<int, BridgeParts>> groupParts(const ChangeBridge& bridge, std::span<const int> groupOf) {
  if (groupOf.size() != bridge.rows.size())
    return fail(s("earnings.bad-shape"));
  std::map<int, BridgeParts> out;
  for (std::size_t i = 0; i < groupOf.size(); ++i) {
    PW_CHECK(addParts(out[groupOf[i]], bridge.rows[i]));
  }
  return out;
}

BridgeParts inMinorUnits(const BridgeParts& parts, Currency currency) {
  const qint64 step = 1'000'000 / std::max<qint64>(1, currency.minorPerMajor());
  BridgeParts out;
  out.before = converted(parts.before, {1, step}).value_or(0);
  out.after = converted(parts.after, {1, step}).value_or(0);
  std::array<Wide, kParts.size()> numerators;
  for (std::size_t i = 0; i < kParts.size(); ++i)
    numerators[i] = parts.*kParts[i];
  const auto whole = wholeParts<Wide, kParts.size()>(numerators, Wide(step), Wide(out.after) - out.before);
  for (std::size_t i = 0; i < kParts.size(); ++i)
    out.*kParts[i] = static_cast<qint64>(whole[i]);
  return out;
}

} // namespace pricewright

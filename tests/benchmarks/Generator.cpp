// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/Generator.h"

#include "base/Time.h"
#include "statistics/Random.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <vector>

namespace pricewright::test {
namespace {

constexpr int kNeighbours = 2;

struct Product {
  double own = 0, deal = 0, feature = 0, logUnits = 0, margin = 0;
  std::array<int, kNeighbours> sibling{};
  std::array<double, kNeighbours> cross{};
  std::vector<int> regular, paid; // cents, by week
  std::vector<char> onDeal, featured;
  std::vector<std::pair<int, double>> costs; // (from this week on, currency)
};

// One CSV file, written in blocks. Remembers the first failure.
class Table {
 public:
  Table(const QString& folder, const char* name, const char* header)
      : m_file(QDir(folder).filePath(QLatin1String(name))) {
    m_ok = m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
    m_buffer = header;
  }
  template <class... Values> void row(const char* format, Values... values) {
    std::array<char, 256> line;
    const int n = std::snprintf(line.data(), line.size(), format, values...);
    m_buffer.append(line.data(), static_cast<std::size_t>(n));
    ++rows;
    if (m_buffer.size() > (1 << 20))
      flush();
  }
  Status close() {
    flush();
    if (!m_ok || !m_file.flush())
      return fail(QStringLiteral("generator.cannot-write"), {{QStringLiteral("path"), m_file.fileName()}});
    return {};
  }
  qint64 rows = 0;

 private:
  void flush() {
    m_ok = m_ok &&
           m_file.write(m_buffer.data(), static_cast<qint64>(m_buffer.size())) == static_cast<qint64>(m_buffer.size());
    m_buffer.clear();
  }
  QFile m_file;
  std::string m_buffer;
  bool m_ok = false;
};

int toNine(double cents) { return std::max(19, static_cast<int>(std::lround(cents / 10)) * 10 - 1); }

// A shop that knows its trade: the regular price follows the cost at the margin that the product bears, and is tried up
// to 18 % above and below it. A price that wandered off on its own would sooner or later lie below cost, and a cycle
// over such a shop is rightly halted.
void drawPrices(Random& random, Product& p, int weeks) {
  int regular = toNine(99 * std::exp(2.2 * random.uniform()));
  double cost = regular * (1 - p.margin);
  p.costs.emplace_back(0, cost / 100);
  int left = 0, paid = 0;
  bool featured = false;
  for (int week = 0; week < weeks; ++week) {
    if (week > 0 && (week == weeks / 2 || week == weeks - 8)) {
      cost *= 0.98 + 0.06 * random.uniform();
      p.costs.emplace_back(week, cost / 100);
    }
    if (left == 0 && random.uniform() < 4.0 / 52)
      regular = toNine(cost / (1 - p.margin) * std::exp(0.09 * std::clamp(random.normal(), -2.0, 2.0)));
    if (left == 0 && random.uniform() < 0.075) {
      left = random.uniform() < 0.6 ? 1 : 2;
      paid = std::min(regular - 1, toNine(regular * (0.92 - 0.25 * random.uniform())));
      featured = random.uniform() < 0.4;
    }
    const bool deal = left > 0 && paid >= 9;
    p.regular.push_back(regular);
    p.paid.push_back(deal ? paid : regular);
    p.onDeal.push_back(deal);
    p.featured.push_back(deal && featured);
    left = std::max(0, left - 1);
  }
}

// The margin at the optimum is 1/|elasticity| (Lerner), and about a fifth more where two siblings catch a part of what
// leaves; shops come near it, no nearer.
double plausibleMargin(Random& random, double own) {
  return std::clamp(1.2 / -own * std::exp(0.1 * random.normal()), 0.20, 0.50);
}

Product draw(Random& random, double categoryOwn, int inCategory, int categorySize, int weeks) {
  Product p;
  p.own = std::clamp(categoryOwn + 0.5 * random.normal(), -4.5, -1.6);
  p.deal = 0.05 + 0.25 * random.uniform();
  p.feature = 0.1 + 0.4 * random.uniform();
  p.logUnits = 2.5 + 0.9 * random.normal();
  p.margin = plausibleMargin(random, p.own);
  for (int k = 0; k < kNeighbours; ++k) {
    p.sibling[static_cast<std::size_t>(k)] = categorySize > 1 ? (inCategory + k + 1) % categorySize : -1;
    p.cross[static_cast<std::size_t>(k)] = 0.1 + 0.4 * random.uniform();
  }
  drawPrices(random, p, weeks);
  return p;
}

qint64 poisson(Random& random, double mean) {
  if (mean > 50)
    return std::max<qint64>(0, std::llround(mean + std::sqrt(mean) * random.normal()));
  qint64 n = 0;
  const double limit = std::exp(-mean);
  for (double product = random.uniform(); product > limit; product *= random.uniform())
    ++n;
  return n;
}

double relative(const Product& p, int week) { // log price against the product's first
  const auto w = static_cast<std::size_t>(week);
  return std::log(static_cast<double>(p.paid[w]) / p.regular.front());
}

class Shop {
 public:
  Shop(const QString& folder, const GeneratorOptions& o)
      : m_options(o), m_products(folder, "products.csv", "sku,name,brand,category,pack_size,pack_unit\n"),
        m_sales(folder, "sales.csv", "sku,zone,day,units,price,regular,deal,feature\n"),
        m_costs(folder, "costs.csv", "sku,zone,day,cost\n"),
        m_stock(folder, "stock.csv", "sku,zone,day,on_hand,in_stock_days\n"),
        m_offers(folder, "offers.csv", "sku,zone,competitor,price,currency,observed,in_stock\n"),
        m_truth(folder, "truth.csv", "sku,own,deal,feature,sibling_1,cross_1,sibling_2,cross_2\n") {
    const Day end = Day(std::chrono::year(2025) / 12 / 29); // a Monday: the last week ends on the day before
    for (int week = 0; week < o.weeks; ++week)
      m_days.push_back(isoDay(end - std::chrono::days(7 * (o.weeks - week))).toStdString());
    m_lastDay = isoDay(end - std::chrono::days(1)).toStdString();
    m_dayBefore = isoDay(end - std::chrono::days(8)).toStdString();
  }

  void category(int number, int first, int size) {
    Random random(Random::seedFrom(m_options.seed, "category " + std::to_string(number)));
    const double own = -3.0 + 0.5 * random.normal();
    std::vector<Product> products;
    for (int i = 0; i < size; ++i)
      products.push_back(draw(random, own, i, size, m_options.weeks));
    const double phase = 2 * std::numbers::pi * random.uniform(), height = 0.3 * random.uniform();
    std::vector<double> season;
    for (int week = 0; week < m_options.weeks; ++week)
      season.push_back(height * std::sin(2 * std::numbers::pi * week / 52 + phase) + 0.06 * random.normal());
    for (int i = 0; i < size; ++i)
      product(random, products, i, first + i, number, season);
  }

  Result<GeneratedFiles> close() {
    for (Table* t : {&m_products, &m_sales, &m_costs, &m_stock, &m_offers, &m_truth})
      PW_CHECK(t->close());
    return GeneratedFiles{m_sales.rows, m_costs.rows, m_stock.rows, m_offers.rows};
  }

 private:
  void product(Random& random, const std::vector<Product>& all, int at, int number, int category,
               const std::vector<double>& season) {
    const Product& p = all[static_cast<std::size_t>(at)];
    m_products.row("SKU-%05d,Product %d,Brand %d,CAT-%03d,%d,g\n", number, number, number % 40, category,
                   100 + number % 9 * 50);
    m_truth.row("SKU-%05d,%.4f,%.4f,%.4f,SKU-%05d,%.4f,SKU-%05d,%.4f\n", number, p.own, p.deal, p.feature,
                number - at + p.sibling[0], p.cross[0], number - at + p.sibling[1], p.cross[1]);
    for (const auto& [week, cost] : p.costs)
      m_costs.row("SKU-%05d,main,%s,%.4f\n", number, m_days[static_cast<std::size_t>(week)].c_str(), cost);
    for (int week = 0; week < m_options.weeks; ++week) {
      const auto w = static_cast<std::size_t>(week);
      double mean =
          p.logUnits + season[w] + p.own * relative(p, week) + p.deal * p.onDeal[w] + p.feature * p.featured[w];
      for (std::size_t k = 0; k < kNeighbours; ++k)
        if (p.sibling[k] >= 0)
          mean += p.cross[k] * relative(all[static_cast<std::size_t>(p.sibling[k])], week);
      const qint64 units = poisson(random, std::exp(mean + 0.15 * random.normal()));
      m_sales.row("SKU-%05d,main,%s,%lld,%d.%02d,%d.%02d,%d,%d\n", number, m_days[w].c_str(), units, p.paid[w] / 100,
                  p.paid[w] % 100, p.regular[w] / 100, p.regular[w] % 100, p.onDeal[w], p.featured[w]);
    }
    m_stock.row("SKU-%05d,main,%s,%d,7\n", number, m_lastDay.c_str(),
                static_cast<int>(std::exp(p.logUnits) * (2 + 3 * random.uniform())));
    offersOf(random, p, number);
  }

  // Four to six of the competitors carry a product, at a level of their own around the regular price; seen on the last
  // day and a week before, when one in five of them asked another price.
  void offersOf(Random& random, const Product& p, int number) {
    const int sellers = std::min(m_options.competitors, 4 + static_cast<int>(3 * random.uniform()));
    const int start = static_cast<int>(m_options.competitors * random.uniform());
    for (int s = 0; s < sellers; ++s) {
      const int competitor = (start + s * 17) % std::max(1, m_options.competitors);
      const double level = p.regular.back() * std::exp(0.08 * random.normal());
      const double before = random.uniform() < 0.2 ? level * std::exp(0.04 * random.normal()) : level;
      offer(number, competitor, toNine(before), m_dayBefore, 6 + s);
      offer(number, competitor, toNine(level), m_lastDay, 6 + s);
    }
  }
  void offer(int number, int competitor, int cents, const std::string& day, int hour) {
    m_offers.row("SKU-%05d,main,competitor-%03d,%d.%02d,USD,%sT%02d:00:00Z,1\n", number, competitor, cents / 100,
                 cents % 100, day.c_str(), hour);
  }

  GeneratorOptions m_options;
  Table m_products, m_sales, m_costs, m_stock, m_offers, m_truth;
  std::vector<std::string> m_days;
  std::string m_lastDay, m_dayBefore; // when competitors were looked at, and a week before
};

} // namespace

Result<GeneratedFiles> generateShop(const QString& folder, const GeneratorOptions& o) {
  if (o.skus < 1 || o.skus > 99'999 || o.weeks < 1 || o.weeks > 1000 || o.perCategory < 1 || o.competitors < 1)
    return fail(QStringLiteral("generator.bad-options"));
  if (!QDir().mkpath(folder))
    return fail(QStringLiteral("generator.cannot-write"), {{QStringLiteral("path"), folder}});
  Shop shop(folder, o);
  for (int first = 0, category = 0; first < o.skus; first += o.perCategory, ++category)
    shop.category(category, first, std::min(o.perCategory, o.skus - first));
  return shop.close();
}

} // namespace pricewright::test

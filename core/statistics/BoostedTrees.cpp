// SPDX-FileCopyrightText: The Pricewright authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/BoostedTrees.h"

#include "base/Parallel.h"
#include "statistics/Random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace pricewright {

// Each column's values as at most 63 bins of about equally many rows; bin 0 is "not known".
struct BoostedTrees::Bins {
  int columns = 0;
  std::size_t rows = 0;
  std::vector<std::uint8_t> bin;         // row after row
  std::vector<std::vector<float>> edges; // by column: bin b (from 1) holds values ≤ edges[b − 1]
  int most = 1;                          // bins of any column

  explicit Bins(const TreeData& data) : columns(data.columns), rows(data.rows()), bin(rows * std::size_t(columns)) {
    std::vector<float> values;
    for (int c = 0; c < columns; ++c) {
      values.clear();
      for (std::size_t r = 0; r < rows; ++r)
        if (const float v = data.x[r * std::size_t(columns) + std::size_t(c)]; std::isfinite(v))
          values.push_back(v);
      edges.push_back(edgesOf(values));
      most = std::max(most, int(edges.back().size()) + 1);
      for (std::size_t r = 0; r < rows; ++r)
        bin[r * std::size_t(columns) + std::size_t(c)] =
            binOf(edges.back(), data.x[r * std::size_t(columns) + std::size_t(c)]);
    }
  }

  static std::uint8_t binOf(const std::vector<float>& edges, float v) {
    if (!std::isfinite(v) || edges.empty())
      return 0;
    const auto at = std::lower_bound(edges.begin(), edges.end() - 1, v) - edges.begin();
    return static_cast<std::uint8_t>(at + 1);
  }

 private:
  static std::vector<float> edgesOf(std::vector<float>& values) {
    std::sort(values.begin(), values.end());
    std::vector<float> edges;
    constexpr std::size_t kMost = kMostBins - 1;
    for (std::size_t i = 1; i <= kMost && !values.empty(); ++i) {
      const float edge = values[std::min(values.size() - 1, i * values.size() / kMost)];
      if (edges.empty() || edge > edges.back())
        edges.push_back(edge);
    }
    return edges;
  }
};

// Grows the trees of one bag.
class BoostedTrees::Grower {
 public:
  Grower(const TreeData& data, const Bins& bins, const BoostOptions& options, int bag)
      : m_data(data), m_bins(bins), m_options(options), m_random(Random::seedFrom(options.seed, std::to_string(bag))) {}

  // Empty where it was cancelled.
  Bag run(const std::vector<std::int32_t>& blocks, const JobContext& job) {
    draw(blocks);
    Bag bag;
    double sum = 0, weight = 0;
    for (const std::uint32_t r : m_rows)
      sum += double(m_data.y[r]) * weightOf(r), weight += weightOf(r);
    bag.base = weight > 0 ? sum / weight : 0;
    m_residual.assign(m_data.rows(), 0);
    for (const std::uint32_t r : m_rows)
      m_residual[r] = float(double(m_data.y[r]) - bag.base);
    for (int t = 0; t < m_options.trees && !job.cancelled(); ++t)
      bag.trees.push_back(grow());
    return bag;
  }
  const std::vector<char>& seen() const { return m_seen; } // by row

 private:
  struct Cell {
    double sum = 0, weight = 0;
  };
  struct Split {
    double gain = 0;
    int column = -1, bin = 0;
    bool missingLeft = true;
    Cell left, right;
  };
  struct Leaf {
    std::size_t begin = 0, end = 0; // of m_rows
    Cell total;
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    std::vector<Cell> cells; // column × bin
    Split best;
    std::int32_t node = 0;
  };

  double weightOf(std::uint32_t r) const { return m_data.weight.empty() ? 1.0 : double(m_data.weight[r]); }
  Cell& cell(std::vector<Cell>& cells, int column, int bin) const {
    return cells[std::size_t(column) * std::size_t(m_bins.most) + std::size_t(bin)];
  }

  void draw(const std::vector<std::int32_t>& blocks) {
    std::vector<std::int32_t> order = blocks;
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[std::size_t(m_random.uniform() * double(i)) % i]);
    const auto kept = std::max<std::size_t>(1, std::size_t(std::lround(m_options.blockShare * double(order.size()))));
    order.resize(std::min(kept, order.size()));
    std::sort(order.begin(), order.end());
    m_seen.assign(m_data.rows(), 0);
    m_rows.clear();
    for (std::size_t r = 0; r < m_data.rows(); ++r)
      if (std::binary_search(order.begin(), order.end(), m_data.block[r]))
        m_rows.push_back(std::uint32_t(r)), m_seen[r] = 1;
  }

  void chooseColumns() {
    m_columns.resize(std::size_t(m_bins.columns));
    std::iota(m_columns.begin(), m_columns.end(), 0);
    const auto wanted = std::size_t(std::ceil(m_options.columnShare * double(m_columns.size())));
    for (std::size_t i = 0; i < wanted && wanted < m_columns.size(); ++i)
      std::swap(m_columns[i],
                m_columns[i + std::size_t(m_random.uniform() * double(m_columns.size() - i)) % (m_columns.size() - i)]);
    m_columns.resize(std::max<std::size_t>(1, std::min(wanted, m_columns.size())));
    std::sort(m_columns.begin(), m_columns.end());
  }

  void fill(Leaf& leaf) const {
    leaf.cells.assign(std::size_t(m_bins.columns) * std::size_t(m_bins.most), {});
    for (std::size_t i = leaf.begin; i < leaf.end; ++i) {
      const std::uint32_t r = m_rows[i];
      const double w = weightOf(r), g = w * double(m_residual[r]);
      const std::uint8_t* bins = &m_bins.bin[std::size_t(r) * std::size_t(m_bins.columns)];
      for (const int c : m_columns) {
        Cell& into = leaf.cells[std::size_t(c) * std::size_t(m_bins.most) + bins[c]];
        into.sum += g, into.weight += w;
      }
    }
  }

  double valueOf(const Cell& c, const Leaf& leaf) const {
    return std::clamp(c.sum / (c.weight + m_options.ridge), leaf.low, leaf.high);
  }
  // What a leaf of this value takes away of the squared error.
  double worth(const Cell& c, double value) const {
    return 2 * value * c.sum - value * value * (c.weight + m_options.ridge);
  }

  void findSplit(Leaf& leaf) {
    leaf.best = {};
    const double whole = worth(leaf.total, valueOf(leaf.total, leaf));
    for (const int c : m_columns) {
      const Cell missing = cell(leaf.cells, c, 0);
      const int sign = m_data.monotone.empty() ? 0 : m_data.monotone[std::size_t(c)];
      Cell left;
      const int last = int(m_bins.edges[std::size_t(c)].size());
      for (int b = 1; b < last; ++b) {
        left.sum += cell(leaf.cells, c, b).sum, left.weight += cell(leaf.cells, c, b).weight;
        for (const bool missingLeft : {true, false}) {
          if (!missingLeft && missing.weight <= 0)
            continue;
          Split s{0, c, b, missingLeft, left, {}};
          if (missingLeft)
            s.left.sum += missing.sum, s.left.weight += missing.weight;
          s.right = {leaf.total.sum - s.left.sum, leaf.total.weight - s.left.weight};
          if (s.left.weight < m_options.leastWeight || s.right.weight < m_options.leastWeight)
            continue;
          const double low = valueOf(s.left, leaf), high = valueOf(s.right, leaf);
          if ((sign > 0 && low > high) || (sign < 0 && low < high))
            continue;
          s.gain = worth(s.left, low) + worth(s.right, high) - whole;
          if (s.gain > leaf.best.gain + 1e-12)
            leaf.best = s;
        }
      }
    }
  }

  std::size_t partition(const Leaf& leaf) {
    const Split& s = leaf.best;
    const auto goesLeft = [&](std::uint32_t r) {
      const std::uint8_t b = m_bins.bin[std::size_t(r) * std::size_t(m_bins.columns) + std::size_t(s.column)];
      return b == 0 ? s.missingLeft : b <= s.bin;
    };
    const auto middle = std::stable_partition(m_rows.begin() + std::ptrdiff_t(leaf.begin),
                                              m_rows.begin() + std::ptrdiff_t(leaf.end), goesLeft);
    return std::size_t(middle - m_rows.begin());
  }

  // The better half of a leaf's histogram is counted, the other is what is left of it.
  std::pair<Leaf, Leaf> divide(Leaf& leaf, Tree& tree) {
    const Split s = leaf.best;
    const std::size_t middle = partition(leaf);
    Leaf left, right;
    left.begin = leaf.begin, left.end = middle, left.total = s.left;
    right.begin = middle, right.end = leaf.end, right.total = s.right;
    left.low = right.low = leaf.low, left.high = right.high = leaf.high;
    if (const int sign = m_data.monotone.empty() ? 0 : m_data.monotone[std::size_t(s.column)]; sign != 0) {
      const double between = (valueOf(s.left, leaf) + valueOf(s.right, leaf)) / 2;
      (sign > 0 ? left.high : left.low) = between;
      (sign > 0 ? right.low : right.high) = between;
    }
    Leaf& small = left.end - left.begin <= right.end - right.begin ? left : right;
    Leaf& large = &small == &left ? right : left;
    fill(small);
    large.cells = std::move(leaf.cells);
    for (std::size_t i = 0; i < large.cells.size(); ++i)
      large.cells[i].sum -= small.cells[i].sum, large.cells[i].weight -= small.cells[i].weight;
    left.node = std::int32_t(tree.size()), right.node = left.node + 1;
    tree.resize(tree.size() + 2);
    Node& node = tree[std::size_t(leaf.node)];
    node.column = s.column, node.at = m_bins.edges[std::size_t(s.column)][std::size_t(s.bin - 1)];
    node.missingLeft = s.missingLeft, node.left = left.node, node.right = right.node, node.gain = float(s.gain);
    return {std::move(left), std::move(right)};
  }

  Tree grow() {
    chooseColumns();
    Tree tree(1);
    std::vector<Leaf> leaves(1);
    leaves[0].end = m_rows.size();
    fill(leaves[0]);
    for (const std::uint32_t r : m_rows)
      leaves[0].total.sum += weightOf(r) * double(m_residual[r]), leaves[0].total.weight += weightOf(r);
    findSplit(leaves[0]);
    while (int(leaves.size()) < m_options.leaves) {
      const auto best = std::max_element(leaves.begin(), leaves.end(),
                                         [](const Leaf& a, const Leaf& b) { return a.best.gain < b.best.gain; });
      if (best->best.column < 0)
        break;
      auto [left, right] = divide(*best, tree);
      findSplit(left);
      findSplit(right);
      *best = std::move(left);
      leaves.push_back(std::move(right));
    }
    for (const Leaf& leaf : leaves) {
      const double value = m_options.rate * valueOf(leaf.total, leaf);
      tree[std::size_t(leaf.node)].value = float(value);
      for (std::size_t i = leaf.begin; i < leaf.end; ++i)
        m_residual[m_rows[i]] -= float(value);
    }
    return tree;
  }

  const TreeData& m_data;
  const Bins& m_bins;
  const BoostOptions& m_options;
  Random m_random;
  std::vector<std::uint32_t> m_rows;
  std::vector<float> m_residual;
  std::vector<char> m_seen;
  std::vector<int> m_columns;
};

namespace {

Status checkTrees(const TreeData& d) {
  if (d.rows() == 0)
    return fail(QStringLiteral("statistics.no-rows"));
  const bool shaped = d.columns > 0 && d.x.size() == d.rows() * std::size_t(d.columns) && d.block.size() == d.rows() &&
                      (d.weight.empty() || d.weight.size() == d.rows()) &&
                      (d.monotone.empty() || d.monotone.size() == std::size_t(d.columns));
  if (!shaped)
    return fail(QStringLiteral("statistics.bad-shape"));
  const auto finite = [](float v) { return std::isfinite(v); };
  if (!std::all_of(d.y.begin(), d.y.end(), finite) || !std::all_of(d.weight.begin(), d.weight.end(), finite))
    return fail(QStringLiteral("statistics.not-finite"));
  return {};
}

} // namespace

double BoostedTrees::Bag::predict(std::span<const float> row) const {
  double sum = base;
  for (const Tree& tree : trees) {
    std::size_t at = 0;
    while (tree[at].column >= 0) {
      const Node& node = tree[at];
      const float v = row[std::size_t(node.column)];
      const bool left = std::isfinite(v) ? v <= node.at : node.missingLeft;
      at = std::size_t(left ? node.left : node.right);
    }
    sum += double(tree[at].value);
  }
  return sum;
}

double BoostedTrees::predict(std::span<const float> row) const {
  double sum = 0;
  for (const Bag& bag : m_bags)
    sum += bag.predict(row);
  return m_bags.empty() ? 0 : sum / double(m_bags.size());
}

std::vector<double> BoostedTrees::importance() const {
  std::vector<double> gains(std::size_t(m_columns), 0.0);
  double all = 0;
  for (const Bag& bag : m_bags)
    for (const Tree& tree : bag.trees)
      for (const Node& node : tree)
        if (node.column >= 0)
          gains[std::size_t(node.column)] += double(node.gain), all += double(node.gain);
  for (double& gain : gains)
    gain = all > 0 ? gain / all : 0;
  return gains;
}

Result<BoostedTrees> BoostedTrees::fit(const TreeData& data, const BoostOptions& options, const JobContext& job) {
  PW_CHECK(checkTrees(data));
  const Bins bins(data);
  std::vector<std::int32_t> blocks(data.block);
  std::sort(blocks.begin(), blocks.end());
  blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
  BoostedTrees out;
  out.m_columns = data.columns;
  out.m_bags.resize(std::size_t(std::max(1, options.bags)));
  std::vector<std::vector<float>> unseen(out.m_bags.size());
  parallelFor(
      out.m_bags.size(), 1, job,
      [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
          Grower grower(data, bins, options, int(b));
          out.m_bags[b] = grower.run(blocks, job);
          unseen[b].assign(data.rows(), std::numeric_limits<float>::quiet_NaN());
          for (std::size_t r = 0; r < data.rows() && !job.cancelled(); ++r)
            if (!grower.seen()[r])
              unseen[b][r] = float(out.m_bags[b].predict(
                  std::span(data.x).subspan(r * std::size_t(data.columns), std::size_t(data.columns))));
        }
      },
      options.threads);
  if (job.cancelled())
    return fail(QStringLiteral("job.cancelled"));
  out.m_outOfBag.resize(data.rows());
  for (std::size_t r = 0; r < data.rows(); ++r) {
    double sum = 0;
    int bags = 0;
    for (const std::vector<float>& bag : unseen)
      if (std::isfinite(bag[r]))
        sum += double(bag[r]), ++bags;
    out.m_outOfBag[r] = bags > 0 ? float(sum / bags) : std::numeric_limits<float>::quiet_NaN();
  }
  return out;
}

} // namespace pricewright

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How good forecasts are: errors, bias, intervals, and how sure a difference between two forecasters is."""
import numpy as np

QUANTILES = (0.025, 0.1, 0.9, 0.975)
SEED = 7


class Said:
    """What one forecaster said at one origin, in units."""

    def __init__(self, median, mean, low95=None, low80=None, high80=None, high95=None):
        self.median, self.mean = median, mean
        self.limits = None if low95 is None else (low95, low80, high80, high95)

    @staticmethod
    def from_logs(log_median, errors, held_out):
        median = np.exp(log_median)
        spread = np.exp(np.nanquantile(held_out, QUANTILES))
        return Said(median, median * np.exp(errors).mean(), *(median * s for s in spread))


def wape(said, units):
    return np.abs(said - units).sum() / units.sum()


def pinball(said, units, share):
    off = units - said
    return np.maximum(share * off, (share - 1) * off).mean()


def regular_changes(juice):
    """Pairs of rows (week before, this week) of one series without promotion in either, with another price."""
    later = np.flatnonzero((np.diff(juice.series) == 0) & (np.diff(juice.week) == 1)) + 1
    plain = (juice.deal == 0) & (juice.feat == 0)
    moved = np.abs(np.log(juice.price[later] / juice.price[later - 1])) > 0.01
    later = later[plain[later] & plain[later - 1] & moved]
    return later - 1, later


def change_offs(median, juice):
    """Predicted less realized change of log units where the regular price changed."""
    before, after = regular_changes(juice)
    return np.log(median[after] / median[before]) - np.log(juice.units[after] / juice.units[before])


def change_error(median, juice):
    off = change_offs(median, juice)
    return np.sqrt((off ** 2).mean()) if len(off) else np.nan


def score(said, juice):
    units = juice.units
    out = {"wape_median": wape(said.median, units), "wape_mean": wape(said.mean, units),
           "rmse_log": np.sqrt((np.log(said.median / units) ** 2).mean()),
           "bias": said.mean.sum() / units.sum() - 1, "change": change_error(said.median, juice),
           "cover80": np.nan, "cover95": np.nan, "pinball": np.nan}
    if said.limits:
        low95, low80, high80, high95 = said.limits
        out["cover80"] = ((units >= low80) & (units <= high80)).mean()
        out["cover95"] = ((units >= low95) & (units <= high95)).mean()
        out["pinball"] = np.mean([pinball(low80, units, 0.1), pinball(said.median, units, 0.5),
                                  pinball(high80, units, 0.9)])
    return out


def difference_interval(one, other, panels, draws=4000):
    """95 % interval of the difference of WAPE, averaged over origins, by a bootstrap of blocks.

    A block is one brand in one week, with all its stores. Stores of the chain share a brand's promotions and the
    weather of a week, so that a forecaster is wrong in all of them together: rows, or stores, resampled for themselves
    would make it look far more certain than it is."""
    def sums(a, b, juice, block):
        worse = np.bincount(block, np.abs(a.median - juice.units) - np.abs(b.median - juice.units))
        units = np.bincount(block, juice.units)
        return lambda times: times @ worse / (times @ units)

    return over_blocks(one, other, panels, lambda juice: slice(None), sums, draws)


def change_interval(one, other, panels, draws=4000):
    """The same of change_error(). A pair of weeks belongs to the block of its later one."""
    def sums(a, b, juice, block):
        squares = [np.bincount(block, change_offs(said.median, juice) ** 2) for said in (a, b)]
        rows = np.bincount(block)
        return lambda times: np.subtract(*(np.sqrt(times @ each / (times @ rows)) for each in squares))

    return over_blocks(one, other, panels, lambda juice: regular_changes(juice)[1], sums, draws)


def over_blocks(one, other, panels, rows_of, sums, draws):
    random = np.random.default_rng(SEED)
    total = np.zeros(draws)
    for a, b, juice in zip(one, other, panels):
        block = np.unique((juice.brand * 1000 + juice.week)[rows_of(juice)], return_inverse=True)[1]
        blocks = block.max() + 1
        times = random.multinomial(blocks, np.full(blocks, 1 / blocks), draws)
        total += sums(a, b, juice, block)(times)
    return np.quantile(total / len(panels), (0.025, 0.975))

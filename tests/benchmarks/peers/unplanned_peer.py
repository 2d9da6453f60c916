# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer at one origin, without any plan. usage: unplanned_peer.py MODEL ORIGIN PANEL.npy OUT.npz
Writes median, mean and limits of the weeks to come, as units. Whatever a model looks at for a week lies at least as
many weeks before it as it is ahead of the origin."""
import json
import sys
import time

import numpy as np

from juice import Juice
from scores import QUANTILES
from unplanned import AHEAD, weeks_ahead

SEED = 20240229
REPLAYED = 16  # weeks before the origin, whose errors are the intervals
YEAR = 52


class Grid:
    """Series × weeks; NaN where nothing was sold."""

    def __init__(self, juice, rows):
        self.count = juice.series.max() + 1
        self.weeks = juice.week.max() + 1
        self.rows, self.juice = rows, juice
        self.units, self.price = self.of(juice.units), self.of(np.log(juice.price))
        self.deal, self.feat = self.of(juice.deal), self.of(juice.feat)

    def of(self, values):
        out = np.full((self.count, self.weeks), np.nan)
        out[self.juice.series[self.rows], self.juice.week[self.rows]] = values[self.rows]
        return out


def mean_of(block):
    """Of each series; of all series where it has none."""
    count = np.isfinite(block).sum(1)
    own = np.nansum(block, 1) / np.maximum(count, 1)
    return np.where(count > 0, own, own[count > 0].mean() if (count > 0).any() else 1.0)


def four_weeks(grid, origin, ahead):
    return mean_of(grid.units[:, origin - 4:origin])


def a_year_before(grid, origin, ahead):
    then = grid.units[:, max(0, origin + ahead - 1 - YEAR)]
    return np.where(np.isfinite(then), then, four_weeks(grid, origin, ahead))


class Smoothing:
    """Simple exponential smoothing of units, each series with the rate that told its next weeks best."""
    RATES = (0.02, 0.05, 0.1, 0.2, 0.3, 0.5)

    def __call__(self, grid, origin, ahead):
        units = grid.units[:, :origin]
        first = mean_of(units[:, :np.flatnonzero(np.isfinite(units).any(0))[0] + 8])
        best, level = np.full(grid.count, np.inf), first.copy()
        for rate in self.RATES:
            now, error = first.copy(), np.zeros(grid.count)
            for week in range(units.shape[1]):
                seen = np.isfinite(units[:, week])
                off = np.where(seen, units[:, week] - now, 0.0)
                error += off ** 2
                now = now + rate * off
            level = np.where(error < best, now, level)
            best = np.minimum(error, best)
        return level


def lagged(grid, ahead):
    """Series × weeks × columns: what was known `ahead` weeks before each week."""
    logs = np.log(grid.units)

    def before(values, weeks):
        out = np.full(values.shape, np.nan)
        out[:, weeks:] = values[:, :-weeks]
        return out

    def mean(values, span):
        with np.errstate(all="ignore"):
            blocks = [before(values, ahead + k) for k in range(span)]
            count = sum(np.isfinite(b) for b in blocks)
            return np.where(count > 0, sum(np.nan_to_num(b) for b in blocks) / np.maximum(count, 1), np.nan)

    since = np.zeros(logs.shape)
    for week in range(1, logs.shape[1]):
        since[:, week] = np.where(grid.feat[:, week] > 0.4, 0, np.minimum(since[:, week - 1] + 1, 26))
    columns = [before(logs, ahead + k) for k in range(4)] + [mean(logs, span) for span in (4, 13, 26)]
    columns += [before(v, ahead + k) for v in (grid.price, grid.deal, grid.feat) for k in range(3)]
    columns += [mean(v, 13) for v in (grid.price, grid.deal, grid.feat)]
    columns += [before(logs, YEAR), before(since, ahead)]
    series = np.arange(grid.count)[:, None] + np.zeros(logs.shape)
    return np.stack([*columns, series], 2)


def boosting(grid, brand, origin, ahead):
    """One model for each number of weeks ahead, of log units: a function of the week, and errors of what it learnt."""
    from sklearn.ensemble import HistGradientBoostingRegressor
    x = lagged(grid, ahead)
    x = np.concatenate([x, np.broadcast_to(brand[:, None, None], (*x.shape[:2], 1))], 2)
    logs = np.log(grid.units)
    model = HistGradientBoostingRegressor(max_iter=200, learning_rate=0.05, max_leaf_nodes=31, min_samples_leaf=40,
                                          l2_regularization=1.0, random_state=SEED)
    known = np.isfinite(logs)
    known[:, origin:] = False
    model.fit(x[known], logs[known])
    return lambda week: model.predict(x[:, week]), logs[known] - model.predict(x[known])


def naive(point):
    def run(grid, brand, origin):
        out = []
        for ahead in range(1, AHEAD + 1):
            errors = []
            for past in range(origin - REPLAYED - ahead + 1, origin - ahead + 1):
                came = grid.units[:, past + ahead - 1]
                errors.append(np.log(came / np.maximum(point(grid, past, ahead), 0.5)))
            spread = np.exp(np.nanquantile(np.concatenate(errors), QUANTILES))
            said = np.maximum(point(grid, origin, ahead), 0.5)
            out.append((said, said, *(said * s for s in spread)))
        return out
    return run


def boosted(grid, brand, origin):
    out = []
    logs = np.log(grid.units)
    for ahead in range(1, AHEAD + 1):
        earlier, _ = boosting(grid, brand, origin - REPLAYED, ahead)
        errors = np.concatenate([logs[:, week] - earlier(week) for week in range(origin - REPLAYED, origin)])
        spread = np.exp(np.nanquantile(errors, QUANTILES))
        said, learnt = boosting(grid, brand, origin, ahead)
        median = np.exp(said(origin + ahead - 1))
        out.append((median, median * np.exp(learnt).mean(), *(median * s for s in spread)))
    return out


MODELS = {"mean of four weeks": naive(four_weeks), "a year before": naive(a_year_before),
          "exponential smoothing": naive(Smoothing()), "gradient boosting on lags": boosted}


def main():
    name, origin, panel, out = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    juice = Juice.load(panel)
    train, test = weeks_ahead(juice, origin)
    grid = Grid(juice, train)  # nothing of the weeks to come is in it
    brand = np.zeros(grid.count)
    brand[juice.series] = juice.brand
    began = time.perf_counter()
    by_week = MODELS[name](grid, brand, origin)
    seconds = time.perf_counter() - began
    figures = np.zeros((test.sum(), 6))
    for k, i in enumerate(np.flatnonzero(test)):
        figures[k] = [column[juice.series[i]] for column in by_week[juice.week[i] - origin]]
    np.savez(out, figures=figures)
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()

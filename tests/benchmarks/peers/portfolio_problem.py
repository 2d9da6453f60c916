# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Price problems that are written down: one price of a ladder for each product, with limits on all of them together."""
import json
from dataclasses import dataclass

import numpy as np

SEED = 20230630
PRICES = 40
LIMITS = ("floor", "index")  # a revenue floor; an index cap, a cost of changes and at most so many changes


@dataclass
class Problem:
    """In numbers by (product, price): what is maximized, and what binds: the sum of use is at most `most`."""
    value: np.ndarray
    use: np.ndarray
    most: float
    stay: np.ndarray | None = None   # today's price on each ladder
    changes: int | None = None       # at most so many other ones

    def judge(self, choice):
        """(objective, by how much limits are broken, changes), from the choice alone: no solver is believed."""
        rows = np.arange(len(choice))
        changes = 0 if self.stay is None else int((choice != self.stay).sum())
        broken = max(0.0, self.use[rows, choice].sum() - self.most) / max(1e-12, abs(self.most))
        if self.changes is not None and changes > self.changes:
            broken = np.inf
        return self.value[rows, choice].sum(), broken, changes


def written(limits, products):
    """The problem in this program's own words."""
    random = np.random.default_rng(SEED)
    reference = np.round(random.uniform(4, 36, products), 2)
    cost = np.round(reference * random.uniform(0.45, 0.78, products), 2)
    units = np.round(np.exp(random.normal(3, 1, products)), 3)
    elasticity = np.round(random.uniform(-3.8, -0.7, products), 3)
    ladder = np.round(reference[:, None] * np.linspace(0.75, 1.25, PRICES), 2)
    out = {"p_ref": reference.tolist(), "cost": cost.tolist(), "q_ref": units.tolist(),
           "elasticity": elasticity.tolist(), "ladder": ladder.tolist(), "objective": "profit"}
    if limits == "index":
        today = random.integers(PRICES // 4, 3 * PRICES // 4, products)
        out |= {"p_now": ladder[np.arange(products), today].tolist(), "change_cost": 0.5,
                "max_changes": 3 * products // 10, "index_max": 0.005}
        return out
    revenue, profit = money(out)
    rows = np.arange(products)
    dearest, most = revenue[rows, profit.argmax(1)].sum(), revenue.max(1).sum()
    out["revenue_min"] = round(dearest + 0.5 * (most - dearest), 2)  # half-way from best profit to best revenue
    return out


def money(told):
    reference, cost, units, elasticity = (np.array(told[f])[:, None] for f in ("p_ref", "cost", "q_ref", "elasticity"))
    price = np.array(told["ladder"])
    sold = units * (price / reference) ** elasticity
    return price * sold, (price - cost) * sold


def problem_of(told):
    revenue, profit = money(told)
    if "revenue_min" in told:
        return Problem(profit, -revenue, -told["revenue_min"])
    price, now = np.array(told["ladder"]), np.array(told["p_now"])
    stay = np.abs(price - now[:, None]).argmin(1)
    rows = np.arange(len(now))
    share = revenue[rows, stay] / revenue[rows, stay].sum()
    value = profit - told["change_cost"]
    value[rows, stay] += told["change_cost"]
    return Problem(value, share[:, None] * (price / now[:, None] - 1), told["index_max"], stay, told["max_changes"])


def load(path):
    with open(path) as file:
        return problem_of(json.load(file))

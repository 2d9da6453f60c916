# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A price problem whose products draw on each other: constant elasticities, own and cross, within categories."""
import numpy as np

SEED = 20240229
PRICES = 40
CATEGORY = 20


def written(products, related):
    """In this program's own words."""
    random = np.random.default_rng(SEED)
    n = max(CATEGORY, products // CATEGORY * CATEGORY)
    reference = np.round(np.exp(random.normal(1.5, 0.5, n)), 2)
    cost = np.round(reference * random.uniform(0.45, 0.75, n), 2)
    units = np.round(np.exp(random.normal(3, 0.8, n)), 3)
    own = np.round(random.uniform(-4, -1.8, n), 3)
    ladder = np.round(reference[:, None] * np.linspace(0.8, 1.25, PRICES), 2)
    cross = []
    for first in range(0, n, CATEGORY):
        draw = np.round(random.uniform(0, 1.2 / (CATEGORY - 1), (CATEGORY, CATEGORY)), 4)
        cross += [{"of": first + i, "from": first + j, "elasticity": draw[i, j]}
                  for i in range(CATEGORY) for j in range(CATEGORY) if i != j]
    out = {"p_ref": reference.tolist(), "cost": cost.tolist(), "q_ref": units.tolist(), "elasticity": own.tolist(),
           "ladder": [sorted(set(row)) for row in ladder.tolist()], "cross": cross, "objective": "profit"}
    if related:  # in each category, four products that stay 5 % further below another than they are today
        out["relations"] = [{"type": "le", "a": first + i, "b": first + i + 1,
                             "factor": round(0.95 * reference[first + i] / reference[first + i + 1], 4)}
                            for first in range(0, n, CATEGORY) for i in (0, 3, 6, 9)]
    return out


class Problem:
    def __init__(self, told):
        self.reference, self.cost, self.units, self.own = (np.array(told[f]) for f in
                                                           ("p_ref", "cost", "q_ref", "elasticity"))
        self.ladder = told["ladder"]
        self.relations = told.get("relations", [])
        n = len(self.reference)
        self.cross = np.zeros((n // CATEGORY, CATEGORY, CATEGORY))  # by category: of × from, its own included
        for one in told["cross"]:
            self.cross[one["of"] // CATEGORY, one["of"] % CATEGORY, one["from"] % CATEGORY] = one["elasticity"]
        self.cross[:, np.arange(CATEGORY), np.arange(CATEGORY)] = self.own.reshape(-1, CATEGORY)

    def profit(self, price):
        move = np.log(price / self.reference).reshape(-1, CATEGORY)
        units = self.units * np.exp(np.einsum("gij,gj->gi", self.cross, move).ravel())
        return float(((price - self.cost) * units).sum())

    def broken(self, price):
        return sum(price[r["a"]] > r["factor"] * price[r["b"]] * (1 + 1e-9) for r in self.relations)

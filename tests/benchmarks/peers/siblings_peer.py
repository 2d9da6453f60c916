# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each category for itself by SLSQP in continuous prices from several starts, with gradients; then the nearest rungs,
down where a relation asks for it. usage: siblings_peer.py PROBLEM.json OUT.npy"""
import json
import sys
import time

import numpy as np
from scipy.optimize import minimize

from siblings_problem import CATEGORY, Problem

STARTS = 5


def solve(problem, g, relations):
    here = slice(g * CATEGORY, (g + 1) * CATEGORY)
    reference, cost, units = problem.reference[here], problem.cost[here], problem.units[here]
    cross = problem.cross[g]
    low = np.log([ladder[0] for ladder in problem.ladder[here]] / reference)
    high = np.log([ladder[-1] for ladder in problem.ladder[here]] / reference)

    def loss(move):
        price, sold = reference * np.exp(move), units * np.exp(cross @ move)
        earned = (price - cost) * sold
        return -earned.sum(), -(price * sold + cross.T @ earned)

    limits = []
    for r in relations:  # log p_a <= log factor + log p_b
        a, b = r["a"] - here.start, r["b"] - here.start
        slope = np.zeros(CATEGORY)
        slope[a], slope[b] = -1, 1
        room = np.log(r["factor"]) + np.log(reference[b]) - np.log(reference[a])
        limits.append({"type": "ineq", "fun": lambda m, s=slope, c=room: c + s @ m, "jac": lambda m, s=slope: s})
    random = np.random.default_rng(g)
    best = None
    for k in range(STARTS):
        start = np.zeros(CATEGORY) if k == 0 else random.uniform(low, high)
        found = minimize(loss, start, jac=True, bounds=list(zip(low, high)), constraints=limits, method="SLSQP",
                         options={"maxiter": 200})
        if best is None or found.fun < best.fun:
            best = found
    wanted = reference * np.exp(best.x)
    price = np.array([min(ladder, key=lambda p: abs(np.log(p / w))) for ladder, w in zip(problem.ladder[here], wanted)])
    for _ in range(CATEGORY):  # chains
        for r in relations:
            a, b = r["a"] - here.start, r["b"] - here.start
            if price[a] > r["factor"] * price[b]:
                price[a] = max((p for p in problem.ladder[r["a"]] if p <= r["factor"] * price[b]),
                               default=problem.ladder[r["a"]][0])
    return price


def main():
    with open(sys.argv[1]) as file:
        problem = Problem(json.load(file))
    groups = len(problem.reference) // CATEGORY
    relations = [[] for _ in range(groups)]
    for r in problem.relations:
        relations[r["a"] // CATEGORY].append(r)
    began = time.perf_counter()
    price = np.concatenate([solve(problem, g, relations[g]) for g in range(groups)])
    took = time.perf_counter() - began
    np.save(sys.argv[2], price)
    print(json.dumps({"seconds": took, "bound": None}))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic siblings: prices of a whole catalogue whose products draw on each other within categories.
usage: siblings.py FOLDER [--quick] [--hard] [--skus N]   prints the table; hard: with relations between prices, too"""
import json
import os
import sys

import numpy as np

import measure
from siblings_problem import CATEGORY, PRICES, Problem, written

PEER, OURS = "SciPy SLSQP, 5 starts a category, rounded", "Pricewright"
HEAD = ["solver", "objective", "against the best", "proven bound", "gap to it %", "relations kept", "solve s",
        "process s", "MB"]


def ask_peer(path, folder):
    out = os.path.join(folder, "price.npy")
    ran = measure.run_peer("siblings_peer.py", path, out)
    return ran, np.load(out)


def ask_us(path, folder):
    ran = measure.Engine(folder, "none")("optimize", "--problem", path)
    return ran, np.array(ran.answer.pop("prices"))


def main():
    folder, wishes = sys.argv[1], sys.argv[2:]
    products = int(wishes[wishes.index("--skus") + 1]) if "--skus" in wishes else 200 if "--quick" in wishes else 10_000
    told = written(products, "--hard" in wishes)
    path = os.path.join(folder, "siblings.json")
    with open(path, "w") as file:
        json.dump(told, file)
    problem = Problem(told)
    said = []
    for name, ask in ((PEER, ask_peer), (f"**{OURS}**", ask_us)):
        measure.say(name)
        ran, price = ask(path, folder)
        said.append((name, ran, problem.profit(price), problem.broken(price)))
    best = max(objective for _, _, objective, broken in said if broken == 0)
    rows = []
    for name, ran, objective, broken in said:
        bound = ran.answer.get("bound")
        rows.append([name, f"{objective:.2f}", f"{objective / best - 1:+.2e}", measure.number(bound, 2),
                     "–" if bound is None else f"{100 * (bound / objective - 1):.2f}",
                     "all" if broken == 0 else f"{broken} broken", f"{ran.answer['seconds']:.2f}",
                     f"{ran.seconds:.1f}", f"{ran.megabytes:.0f}"])
    relations = len(told.get("relations", []))
    print(f"Best prices of {len(told['p_ref'])} products × {PRICES} prices in categories of {CATEGORY} that draw on each "
          f"other, {relations} relations between prices. Objectives are computed anew from each solver's prices.\n")
    print(measure.table(HEAD, rows))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic portfolio: prices of a whole catalogue under limits that bind all of them.
usage: portfolio.py FOLDER [--quick] [--seconds N]   prints the table"""
import json
import os
import sys

import numpy as np

import measure
from portfolio_problem import LIMITS, PRICES, load, written

PEERS = ("NumPy Lagrangian", "SciPy HiGHS", "CBC")
OURS = "Pricewright"
SECONDS_AT_MOST = 120


def ask_peer(name, path, folder, seconds):
    out = os.path.join(folder, "choice.npy")
    ran = measure.run_peer("portfolio_peer.py", name, path, out, seconds)
    return ran, np.load(out).astype(int)


def ask_us(path, folder):
    ran = measure.Engine(folder, "none")("optimize", "--problem", path)
    return ran, np.array(ran.answer.pop("choice"), dtype=int)


def row_of(limits, name, ran, choice, problem):
    row = [limits, name]
    if len(choice) == 0:
        row += ["none", measure.number(ran.answer["bound"], 2), "–", "–"]
    else:
        objective, broken, changes = problem.judge(choice)
        bound = ran.answer["bound"]
        gap = "–" if bound is None else f"{max(0.0, bound - objective) / abs(objective):.1e}"
        kept = "kept" if broken <= 1e-9 else f"broken by {broken:.0e}"
        row += [f"{objective:.2f}", measure.number(bound, 2), gap, kept + (f", {changes} changes" if changes else "")]
    return row + [f"{ran.answer['seconds']:.2f}", f"{ran.seconds:.1f}", f"{ran.megabytes:.0f}"]


HEAD = ["limits", "solver", "objective", "proven bound", "relative gap", "limits kept", "solve s", "process s", "MB"]


def main():
    folder, wishes = sys.argv[1], sys.argv[2:]
    products = 500 if "--quick" in wishes else 10_000
    seconds = int(wishes[wishes.index("--seconds") + 1]) if "--seconds" in wishes else SECONDS_AT_MOST
    rows = []
    for limits in LIMITS:
        path = os.path.join(folder, limits + ".json")
        with open(path, "w") as file:
            json.dump(written(limits, products), file)
        problem = load(path)
        words = "revenue floor" if limits == "floor" else f"index cap, {problem.changes} changes at most"
        for name in PEERS:
            measure.say(f"{words}: {name}")
            rows.append(row_of(words, name, *ask_peer(name, path, folder, seconds), problem))
        measure.say(f"{words}: {OURS}")
        rows.append(row_of(words, f"**{OURS}**", *ask_us(path, folder), problem))
    print(f"Best prices of {products} products × {PRICES} prices. Solvers are given {seconds} s. Objectives and "
          "limits are computed anew from each solver's choice.\n")
    print(measure.table(HEAD, rows))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic elasticity: how near estimates come to elasticities that are known.
usage: elasticity.py FOLDER [--quick] [--hard] [--slow] [--skus N]   prints the table"""
import csv
import os
import sys

import numpy as np

import measure
from panel import WEEKS, simulate, write

PEERS = ("OLS per SKU", "Poisson per SKU", "empirical Bayes, log-linear", "empirical Bayes, negative binomial")
OURS = "Pricewright"
NORMAL95 = 1.959963984540054


def ask_slopes(market, folder):
    rows, out = os.path.join(folder, "rows.csv"), os.path.join(folder, "slopes.csv")
    from elasticity_peer import design
    x, weight = design(market)
    use = weight > 0
    sku = np.broadcast_to(np.arange(len(x))[:, None], use.shape)[use]
    y = np.log(market["units"] + 0.5)[use]
    np.savetxt(rows, np.column_stack([y, x[use][:, 1:], market["category"][sku], sku]), delimiter=",", comments="",
               header="y,regular,discount,deal,siblings,sin,cos,category,sku", fmt=["%.6g"] * 7 + ["%d", "%d"])
    ran = measure.run_r("elasticity_slopes.R", rows, out)
    mean, sd = np.loadtxt(out, delimiter=",", skiprows=1).T
    return ran, mean, sd


def ask_peer(name, folder):
    out = os.path.join(folder, "said.npz")
    ran = measure.run_peer("elasticity_peer.py", name, os.path.join(folder, "panel.npz"), out)
    with np.load(out) as said:
        return ran, said["mean"], said["sd"]


def ask_us(market, sales, products, folder):
    engine = measure.Engine(folder, "market")
    began = [engine("init", "--name", "Market", "--currency", "USD"),
             engine("import", products, "--kind", "products"), engine("import", sales, "--kind", "sales")]
    out = os.path.join(folder, "fit.csv")
    ran = engine("fit", "--hold-out", 0, "--out", out)
    mean, sd = np.zeros(len(market["own"])), np.zeros(len(market["own"]))
    with open(out, newline="") as file:
        for row in csv.DictReader(file):
            mean[int(row["sku"][1:])], sd[int(row["sku"][1:])] = float(row["elasticity"]), float(row["elasticity_sd"])
    measure.say(f"  import {sum(r.seconds for r in began):.1f} s; products without an estimate: {(sd == 0).sum()}")
    return ran, mean, sd


def row_of(name, ran, mean, sd, truth):
    inside = np.abs(mean - truth) <= NORMAL95 * sd
    return [name, f"{np.sqrt(((mean - truth) ** 2).mean()):.3f}", f"{np.corrcoef(mean, truth)[0, 1]:.3f}",
            f"{(mean - truth).mean():+.3f}", f"{100 * inside.mean():.1f}", f"{(mean >= 0).sum()}",
            f"{ran.answer['seconds']:.2f}", f"{ran.seconds:.1f}", f"{ran.megabytes:.0f}"]


HEAD = ["model", "RMSE", "r", "bias", "in 95 % interval", "wrong signs", "fit s", "process s", "MB"]


def main():
    folder, wishes = sys.argv[1], sys.argv[2:]
    hard = "--hard" in wishes
    skus = int(wishes[wishes.index("--skus") + 1]) if "--skus" in wishes else 400 if "--quick" in wishes else 10_000
    measure.say(f"Making a market of {skus} SKUs")
    market = simulate(skus, hard)
    sales, products = write(market, folder)
    rows = []
    for name in PEERS:
        measure.say(name)
        rows.append(row_of(name, *ask_peer(name, folder), market["own"]))
    if "--slow" in wishes:
        measure.say("lme4")
        rows.append(row_of("lme4 random slopes", *ask_slopes(market, folder), market["own"]))
    measure.say(OURS)
    rows.append(row_of(f"**{OURS}**", *ask_us(market, sales, products, folder), market["own"]))
    world = "common shocks, prices that follow demand, stockouts, dips, siblings" if hard else "easy world"
    print(f"Elasticity of the regular price, truth known (sd {market['own'].std():.2f}): {len(market['own'])} SKUs × "
          f"{WEEKS} weeks, {world}.\n")
    print(measure.table(HEAD, sorted(rows, key=lambda row: float(row[1]))))


if __name__ == "__main__":
    main()

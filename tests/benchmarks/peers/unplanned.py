# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic unplanned: orange juice, one to four weeks ahead, when no promotion and no price to come is known.
usage: unplanned.py FOLDER [--quick]   prints the table"""
import csv
import os
import sys

import numpy as np

import measure
from juice import csv_to_npy, day_of, split, write_for_engine
from scores import Said, difference_interval, score

ORIGINS = (97, 113, 129, 141)  # weeks ≤ 144 alone: what is developed with
AHEAD = 4
OURS = "Pricewright"
PEERS = ("mean of four weeks", "a year before", "exponential smoothing", "gradient boosting on lags")


def weeks_ahead(juice, origin):
    train, test = split(juice, origin)
    return train, test & (juice.week < origin + AHEAD)


def ask_peer(name, origin, folder):
    out = os.path.join(folder, "said.npz")
    ran = measure.run_peer("unplanned_peer.py", name, origin, os.path.join(folder, "juice.npy"), out)
    with np.load(out) as said:
        return ran, said["figures"]


def ask_us(juice, train, test, origin, folder):
    """A workspace that holds nothing after the origin, and no plan."""
    products, sales, _ = write_for_engine(juice, train, test, folder)
    engine = measure.Engine(folder, f"unplanned{origin}")
    engine("init", "--name", "Juice", "--currency", "USD")
    engine("import", products, "--kind", "products")
    engine("import", sales, "--kind", "sales")
    out = os.path.join(folder, "forecast.csv")
    ran = engine("forecast", "--as-of", day_of(origin, -1), "--horizon", AHEAD, "--promotions-as-before", "--out", out)
    with open(out, newline="") as file:
        rows = {(r["sku"], r["zone"], r["period"]): r for r in csv.DictReader(file)}
    figures = np.full((test.sum(), 6), np.nan)
    for k, i in enumerate(np.flatnonzero(test)):
        row = rows.get((f"B{juice.brand[i]:02d}", f"S{juice.store[i]:03d}", day_of(juice.week[i])))
        if row and row["median"]:
            figures[k] = [float(row[c]) for c in ("median", "mean", "low95", "low80", "high80", "high95")]
    silent = np.isnan(figures[:, 0]).sum()
    if silent:
        measure.say(f"  weeks without a forecast: {silent}")
    return ran, np.where(np.isnan(figures), 0.0, figures)


def run_all(juice, folder):
    """By model: (said and rows of each origin and week ahead), seconds, megabytes."""
    said = {name: {} for name in (*PEERS, OURS)}
    took = {name: [] for name in said}
    panels = {}
    for origin in ORIGINS:
        train, test = weeks_ahead(juice, origin)
        rows = juice.where(test)
        for name in said:
            measure.say(f"week {origin}: {name}")
            ran, figures = (ask_us(juice, train, test, origin, folder) if name == OURS
                            else ask_peer(name, origin, folder))
            took[name].append((ran.seconds, ran.megabytes))
            figures[:, 0] = np.maximum(figures[:, 0], 1e-3)  # logs are taken of it
            for ahead in range(1, AHEAD + 1):
                at = rows.week == origin + ahead - 1
                panels[origin, ahead] = rows.where(at)
                said[name][origin, ahead] = Said(*figures[at].T)
    return said, took, panels


def rows_of(said, took, panels):
    for ahead in (*range(1, AHEAD + 1), 0):
        keys = [key for key in panels if ahead in (0, key[1])]
        mean = {name: {f: np.mean([score(said[name][k], panels[k])[f] for k in keys])
                       for f in ("wape_median", "wape_mean", "bias", "cover80", "cover95", "pinball")} for name in said}
        ordered = sorted(mean, key=lambda name: mean[name]["wape_median"])
        best = next(name for name in ordered if name != OURS)
        for name in ordered:
            s, against = mean[name], "–"
            if name != best:
                low, high = difference_interval([said[name][k] for k in keys], [said[best][k] for k in keys],
                                                [panels[k] for k in keys])
                against = f"{low:+.3f} … {high:+.3f}"
            yield [str(ahead or "all"), f"**{name}**" if name == OURS else name,
                   f"{np.mean([t[0] for t in took[name]]):.1f}", f"{max(t[1] for t in took[name]):.0f}",
                   f"{s['wape_median']:.4f}", f"{s['wape_mean']:.4f}", f"{100 * s['bias']:+.1f}",
                   f"{100 * s['cover80']:.1f}", f"{100 * s['cover95']:.1f}", f"{s['pinball']:.2f}",
                   f"{s['wape_median'] / mean[best]['wape_median']:.3f}", against]


HEAD = ["weeks ahead", "model", "process s", "MB", "WAPE median", "WAPE mean", "bias of mean %", "in 80 %", "in 95 %",
        "pinball", "ratio to best peer", "WAPE − best peer's, 95 %"]


def main():
    folder, wishes = sys.argv[1], sys.argv[2:]
    source = os.path.join(folder, "juice.csv")
    measure.run_r("juice.R", source, ORIGINS[-1] + AHEAD - 1)
    juice = csv_to_npy(source, os.path.join(folder, "juice.npy"), stores=8 if "--quick" in wishes else 0)
    said, took, panels = run_all(juice, folder)
    print(f"Orange juice: {len(np.unique(juice.store))} stores, from weeks {', '.join(map(str, ORIGINS))}, prices and "
          f"promotions to come known to nobody, {sum(len(p.units) for p in panels.values())} rows to forecast. "
          "Averages over origins.\n")
    table = measure.table(HEAD, rows_of(said, took, panels)).split("\n")
    table[1] = "| ---: | --- |" + " ---: |" * (len(HEAD) - 2)
    print("\n".join(table))
    print("\nPeers that know one figure say it as median and mean; their intervals are by their own errors so many "
          "weeks ahead on the weeks before. The interval of a difference is of a bootstrap of brand-weeks.")


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Topic forecast: orange juice, rolling origins, 16 weeks ahead with known prices and promotions.
usage: forecast.py FOLDER [--quick] [--final]   prints the table"""
import csv
import os
import sys

import numpy as np

import measure
from juice import WEEKS_AHEAD, csv_to_npy, day_of, others, split, write_for_engine
from scores import Said, change_interval, difference_interval, regular_changes, score

ORIGINS = (97, 113, 129)  # weeks ≤ 144 alone: what is developed with
FINAL = 145               # its weeks are seen by a scored run alone
PEERS = ("XGBoost", "histogram boosting", "random forest", "empirical Bayes", "OLS per series")
BLEND = ("XGBoost", "random forest", "empirical Bayes")
SLOPES, BLENDED, OURS = "lme4 random slopes", "blend of " + ", ".join(BLEND), "Pricewright"


class Entry:
    """One forecaster: what it said and took at each origin."""

    def __init__(self):
        self.said, self.logs, self.fit, self.process, self.megabytes = [], [], [], [], []

    def add(self, said, ran, fit, logs=None):
        self.said.append(said)
        self.logs.append(logs)
        self.fit.append(fit)
        self.process.append(ran.seconds)
        self.megabytes.append(ran.megabytes)


def ask_peer(name, origin, folder):
    out = os.path.join(folder, "said.npz")
    ran = measure.run_peer("forecast_peer.py", name, origin, os.path.join(folder, "juice.npy"), out)
    with np.load(out) as said:
        return ran, (said["log_median"], said["errors"], said["held_out"])


def ask_slopes(juice, train, test, origin, folder):
    rows, out = os.path.join(folder, "rows.csv"), os.path.join(folder, "slopes.csv")
    lowest, mean = others(juice)
    late = split(juice, origin - WEEKS_AHEAD)[1] & train
    part = np.where(test, "test", np.where(late, "late", "early"))
    with open(rows, "w", newline="") as file:
        put = csv.writer(file)
        put.writerow(["y", "own", "lowest", "mean", "deal", "feat", "brand", "series", "part"])
        for i in np.flatnonzero(train | test):
            put.writerow(["" if test[i] else juice.log_units[i], np.log(juice.price[i]), lowest[i], mean[i],
                          juice.deal[i], juice.feat[i], juice.brand[i], juice.series[i], part[i]])
    ran = measure.run_r("forecast_slopes.R", rows, out)
    fitted = np.loadtxt(out, delimiter=",", skiprows=1)
    known = train[train | test]
    y = juice.log_units[train]
    held_out = np.where(late[train], y - fitted[known, 1], np.nan)
    return ran, (fitted[~known, 0], y - fitted[known, 0], held_out)


def ask_us(juice, train, test, origin, folder):
    """A workspace that holds nothing after the origin. Weeks of which nothing is said count as none sold."""
    products, sales, plan = write_for_engine(juice, train, test, folder)
    engine = measure.Engine(folder, f"juice{origin}")
    began = [engine("init", "--name", "Juice", "--currency", "USD"),
             engine("import", products, "--kind", "products"),
             engine("import", sales, "--kind", "sales")]
    out = os.path.join(folder, "forecast.csv")
    ran = engine("forecast", "--as-of", day_of(origin, -1), "--horizon", WEEKS_AHEAD,
                 "--plan", plan, "--out", out)
    with open(out, newline="") as file:
        rows = {(r["sku"], r["zone"], r["period"]): r for r in csv.DictReader(file)}
    figures = np.full((test.sum(), 6), np.nan)
    for k, i in enumerate(np.flatnonzero(test)):
        row = rows.get((f"B{juice.brand[i]:02d}", f"S{juice.store[i]:03d}", day_of(juice.week[i])))
        if row and row["median"]:
            figures[k] = [float(row[c]) for c in ("median", "mean", "low95", "low80", "high80", "high95")]
    silent = np.isnan(figures[:, 0]).sum()
    figures = np.where(np.isnan(figures), 0.0, figures)
    figures[:, 0] = np.maximum(figures[:, 0], 1e-3)  # logs are taken of it
    measure.say(f"  import {sum(r.seconds for r in began):.1f} s; plan rows {ran.answer['plan_rows']} of {test.sum()},"
                f" unknown {ran.answer['plan_unknown']}; weeks without a forecast: {silent}")
    return ran, Said(*figures.T)


def blend(entries):
    """Averages of logs, as a careful analyst would take them; it takes what its parts take."""
    out = Entry()
    parts = [entries[name] for name in BLEND]
    for k in range(len(parts[0].said)):
        logs = [np.mean([part.logs[k][kind] for part in parts], 0) for kind in range(3)]
        took = measure.Ran(sum(p.process[k] for p in parts), max(p.megabytes[k] for p in parts))
        out.add(Said.from_logs(*logs), took, sum(p.fit[k] for p in parts))
    return out


def of_last_origin(entries):
    out = {}
    for name, entry in entries.items():
        last = out[name] = Entry()
        for kind in ("said", "logs", "fit", "process", "megabytes"):
            setattr(last, kind, getattr(entry, kind)[-1:])
    return out


def run_all(juice, origins, folder):
    entries = {name: Entry() for name in (*PEERS, SLOPES, OURS)}
    panels = []
    for origin in origins:
        train, test = split(juice, origin)
        panels.append(juice.where(test))
        for name in (*PEERS, SLOPES):
            measure.say(f"week {origin}: {name}")
            ran, logs = (ask_slopes(juice, train, test, origin, folder) if name == SLOPES
                         else ask_peer(name, origin, folder))
            entries[name].add(Said.from_logs(*logs), ran, ran.answer["seconds"], logs)
        measure.say(f"week {origin}: {OURS}")
        ran, said = ask_us(juice, train, test, origin, folder)
        entries[OURS].add(said, ran, np.nan)
    entries[BLENDED] = blend(entries)
    return entries, panels


def mean_scores(entry, panels):
    each = [score(said, panel) for said, panel in zip(entry.said, panels)]
    return {key: np.mean([one[key] for one in each]) for key in each[0]}


def difference(interval, name, best, entries, panels):
    if name == best:
        return "–"
    low, high = interval(entries[name].said, entries[best].said, panels)
    return f"{low:+.3f} … {high:+.3f}"


def rows_of(entries, panels):
    scores = {name: mean_scores(entry, panels) for name, entry in entries.items()}
    ordered = sorted(scores, key=lambda name: scores[name]["wape_median"])
    best = next(name for name in ordered if name != OURS)
    best_at_changes = min((name for name in ordered if name != OURS), key=lambda name: scores[name]["change"])
    for name in ordered:
        s, entry = scores[name], entries[name]
        against = difference(difference_interval, name, best, entries, panels)
        at_changes = difference(change_interval, name, best_at_changes, entries, panels)
        yield [f"**{name}**" if name == OURS else name, measure.number(np.mean(entry.fit), 1),
               f"{np.mean(entry.process):.1f}", f"{max(entry.megabytes):.0f}", f"{s['wape_median']:.4f}",
               f"{s['wape_mean']:.4f}", f"{s['rmse_log']:.3f}", f"{100 * s['bias']:+.1f}",
               measure.number(100 * s["cover80"], 1), measure.number(100 * s["cover95"], 1),
               measure.number(s["pinball"], 2), measure.number(s["change"], 3), at_changes,
               f"{s['wape_median'] / scores[best]['wape_median']:.3f}", against]


HEAD = ["model", "fit + predict s", "process s", "MB", "WAPE median", "WAPE mean", "RMSE log", "bias of mean %",
        "in 80 %", "in 95 %", "pinball", "Δlog at price changes", "Δlog − best peer's, 95 %", "ratio to best peer",
        "WAPE − best peer's, 95 %"]


def main():
    folder, wishes = sys.argv[1], sys.argv[2:]
    origins = ORIGINS + ((FINAL,) if "--final" in wishes else ())
    source = os.path.join(folder, "juice.csv")
    measure.run_r("juice.R", source, origins[-1] + WEEKS_AHEAD - 1)
    juice = csv_to_npy(source, os.path.join(folder, "juice.npy"), stores=8 if "--quick" in wishes else 0)
    entries, panels = run_all(juice, origins, folder)
    changes = sum(len(regular_changes(panel)[1]) for panel in panels)
    print(f"Orange juice: {len(np.unique(juice.store))} stores, from weeks {', '.join(map(str, origins))}, "
          f"{WEEKS_AHEAD} weeks ahead with known prices and promotions, {sum(len(p.units) for p in panels)} rows to "
          f"forecast, {changes} of them with a changed regular price. Averages over origins.\n")
    print(measure.table(HEAD, rows_of(entries, panels)))
    if "--final" in wishes:
        print(f"\nWeeks {FINAL} to {FINAL + WEEKS_AHEAD - 1} alone, which nothing was developed with:\n")
        print(measure.table(HEAD, rows_of(of_last_origin(entries), panels[-1:])))
    print("\nA peer's process fits twice: its intervals are errors on the last known weeks by a fit without them. "
          "Ratio and difference are of the WAPE of the median; intervals are of a bootstrap of brand-weeks.")


if __name__ == "__main__":
    main()

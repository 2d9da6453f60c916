# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The orange juice panel as arrays, and what a forecaster may know of it at an origin."""
import csv
import datetime
import os

import numpy as np

BRANDS = 11
FIRST_DAY = datetime.date(1989, 9, 14)  # week 1
WEEKS_AHEAD = 16


class Juice:
    """Columns of equal length, ordered by store, brand, week."""

    def __init__(self, table):
        self.table = table
        self.store, self.brand, self.week = (table[:, k].astype(int) for k in range(3))
        self.units = table[:, 3]
        self.prices = table[:, 4:4 + BRANDS]
        self.deal, self.feat = table[:, -2], table[:, -1]
        self.log_units = np.log(self.units)
        self.price = self.prices[np.arange(len(table)), self.brand - 1]
        # one number for each store and brand
        self.series = np.unique(self.store * 100 + self.brand, return_inverse=True)[1]

    def where(self, rows):
        return Juice(self.table[rows])

    @staticmethod
    def load(path):
        return Juice(np.load(path))


def csv_to_npy(source, target, stores=0):
    """The first so many stores, or all; returns the panel."""
    table = np.loadtxt(source, delimiter=",", skiprows=1)
    if stores:
        table = table[np.isin(table[:, 0], np.unique(table[:, 0])[:stores])]
    np.save(target, table)
    return Juice(table)


def split(juice, origin):
    """Rows known at the origin, rows to be forecast. Series that were never sold before cannot be forecast by all."""
    train = juice.week < origin
    test = (juice.week >= origin) & (juice.week < origin + WEEKS_AHEAD)
    test &= np.isin(juice.series, np.unique(juice.series[train]))
    return train, test


def others(juice):
    """Log of the lowest and of the mean price of the ten other brands."""
    logs = np.log(juice.prices)
    own = np.zeros_like(logs, dtype=bool)
    own[np.arange(len(logs)), juice.brand - 1] = True
    lowest = np.where(own, np.inf, logs).min(1)
    mean = (logs.sum(1) - logs[own]) / (BRANDS - 1)
    return lowest, mean


def group_mean(values, group, train, groups):
    total = np.bincount(group[train], values[train], groups)
    count = np.bincount(group[train], minlength=groups)
    return np.where(count > 0, total / np.maximum(count, 1), values[train].mean())


def tree_features(juice, train, recent):
    """What trees get: place, own and others' prices, promotion, levels known from the training weeks (recent:
    of the last half year, too). Not the week number: trees cannot go on beyond the last one they saw."""
    groups = juice.series.max() + 1
    level = group_mean(juice.log_units, juice.series, train, groups)[juice.series]
    late = train & (juice.week >= juice.week[train].max() - 25)
    lately = group_mean(juice.log_units, juice.series, late, groups)[juice.series]
    usual = group_mean(np.log(juice.price), juice.series, train, groups)[juice.series]
    in_store = group_mean(juice.log_units, juice.store, train, juice.store.max() + 1)[juice.store]
    lowest, mean = others(juice)
    own = np.log(juice.price)
    columns = [juice.store, juice.brand, own, np.log(juice.prices), lowest, mean, own - usual, own - lowest, juice.deal,
               juice.feat, level, in_store]
    return np.column_stack(columns + [lately] * recent)


def linear_features(juice):
    lowest, mean = others(juice)
    return np.column_stack([np.ones(len(juice.units)), np.log(juice.price), lowest, mean, juice.deal, juice.feat])


def day_of(week, plus=0):
    return (FIRST_DAY + datetime.timedelta(days=7 * (int(week) - 1) + plus)).isoformat()


def write_for_engine(juice, train, test, folder):
    """What this program is given: the same training weeks, and the plan of the weeks to come, without units."""
    def put(name, head, rows):
        path = os.path.join(folder, name)
        with open(path, "w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            out.writerow(head)
            out.writerows(rows)
        return path

    def facts(i):
        return f"{juice.price[i]:.4f}", f"{juice.deal[i]:.0f}", f"{juice.feat[i]:.3f}"

    def place(i):
        return f"B{juice.brand[i]:02d}", f"S{juice.store[i]:03d}", day_of(juice.week[i])

    products = put("products.csv", ["sku", "name", "category"],
                   [[f"B{b:02d}", f"Juice {b}", "juice"] for b in range(1, BRANDS + 1)])
    sales = put("sales.csv", ["sku", "zone", "day", "days", "units", "price", "deal", "feature"],
                ([*place(i), 7, f"{juice.units[i]:.0f}", *facts(i)] for i in np.flatnonzero(train)))
    plan = put("plan.csv", ["sku", "zone", "day", "price", "deal", "feature"],
               ([*place(i), *facts(i)] for i in np.flatnonzero(test)))
    return products, sales, plan

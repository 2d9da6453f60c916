# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A market whose elasticities are known: SKUs of categories of twenty, weekly counts (negative binomial), regular price
changes and promotions. The easy world is what the models assume. The hard one is not: shocks that hit whole weeks,
prices that follow demand, stockouts, dips after promotions, siblings that draw on each other."""
import datetime
import os

import numpy as np

SEED = 20250117
WEEKS = 104
PER_CATEGORY = 20
FIRST_DAY = datetime.date(2023, 1, 2)
FIELDS = ("units", "regular", "price", "deal", "days")


def autoregressive(random, shape, keep, spread):
    """Along the last axis, stationary."""
    out = random.normal(0, spread, shape)
    out[..., 0] /= np.sqrt(1 - keep * keep)
    for t in range(1, shape[-1]):
        out[..., t] += keep * out[..., t - 1]
    return out


def elasticities(random, category):
    """(of the regular price, of discounts), normal around the category's mean, always negative."""
    mean = random.normal(-2.2, 0.6, category.max() + 1)
    own = np.minimum(random.normal(mean[category], 0.55), -0.1)
    return own, np.minimum(1.2 * own - 0.3 + random.normal(0, 0.3, len(own)), -0.1)


def regular_prices(random, n, shock):
    """Logs against the list price: a new level every thirteen weeks or so. Where there are shocks, pricing leans on
    last week's: dearer when demand was strong."""
    level = random.normal(0, 0.12, n)
    out = np.empty((n, WEEKS))
    for t in range(WEEKS):
        change = random.random(n) < 1 / 13
        fresh = random.normal(0, 0.12, n)
        if shock is not None and t > 0:
            fresh += 0.2 * shock[:, t - 1]
        level = np.where(change, fresh, level)
        out[:, t] = level
    return out


def spells(random, n, chance):
    """Weeks that lie in spells of one or two weeks."""
    start = random.random((n, WEEKS)) < chance
    longer = start & (random.random((n, WEEKS)) < 0.5)
    start[:, 1:] |= longer[:, :-1]
    return start


def siblings_mean(values):
    """Of the other SKUs in the category, week by week."""
    grouped = values.reshape(-1, PER_CATEGORY, WEEKS)
    return ((grouped.sum(1, keepdims=True) - grouped) / (PER_CATEGORY - 1)).reshape(values.shape)


def hard_effects(random, category, log_price, deal):
    """What the models do not know of, in log units."""
    whole = autoregressive(random, (1, WEEKS), 0.5, 0.1)
    of_category = autoregressive(random, (category.max() + 1, WEEKS), 0.5, 0.15)[category]
    after = np.zeros(deal.shape)
    after[:, 1:] -= 0.25 * (deal[:, :-1] & ~deal[:, 1:])
    after[:, 2:] -= 0.10 * (deal[:, :-2] & ~deal[:, 1:-1] & ~deal[:, 2:])
    cross = random.normal(0.4, 0.1, (len(category), 1))
    return whole + of_category + after + cross * siblings_mean(log_price)


def simulate(skus, hard):
    random = np.random.default_rng(SEED + hard)
    n = max(PER_CATEGORY, skus // PER_CATEGORY * PER_CATEGORY)
    category = np.arange(n) // PER_CATEGORY
    own, discount = elasticities(random, category)
    list_price = np.exp(random.normal(1.5, 0.6, (n, 1)))
    shock = autoregressive(random, (n, WEEKS), 0.7, 0.12) if hard else None
    regular = np.maximum(np.round(list_price * np.exp(regular_prices(random, n, shock)), 2), 0.01)
    deal = spells(random, n, 0.06)
    depth = random.uniform(0.1, 0.35, (n, WEEKS))
    price = np.where(deal, np.maximum(np.round(regular * (1 - depth), 2), 0.01), regular)
    season = random.normal(0, 0.15, category.max() + 1)[category][:, None]
    turn = random.uniform(0, 2 * np.pi, category.max() + 1)[category][:, None]
    log_units = (random.normal(2.5, 0.8, (n, 1)) + own[:, None] * np.log(regular / list_price)
                 + discount[:, None] * np.log(price / regular) + random.normal(0.25, 0.15, (n, 1)) * deal
                 + season * np.sin(2 * np.pi * np.arange(WEEKS) / 52 + turn))
    days = np.full((n, WEEKS), 7)
    if hard:
        log_units += shock + hard_effects(random, category, np.log(price / list_price), deal)
        days = np.where(spells(random, n, 0.02), random.integers(1, 6, (n, WEEKS)), days)
    mean = np.exp(log_units) * days / 7
    size = np.exp(random.normal(np.log(6), 0.4, (n, 1)))
    units = random.poisson(random.gamma(size, mean / size))
    return {"units": units, "regular": regular, "price": price, "deal": deal.astype(int), "days": days,
            "category": category, "own": own}


def write(market, folder):
    """panel.npz for the peers, without the truth; sales.csv and products.csv for this program."""
    np.savez(os.path.join(folder, "panel.npz"), category=market["category"], **{f: market[f] for f in FIELDS})
    day = [(FIRST_DAY + datetime.timedelta(days=7 * t)).isoformat() for t in range(WEEKS)]
    sales, products = (os.path.join(folder, name) for name in ("sales.csv", "products.csv"))
    with open(products, "w") as file:
        file.write("sku,name,category\n")
        file.writelines(f"K{i:05d},Item {i},C{c:03d}\n" for i, c in enumerate(market["category"]))
    with open(sales, "w") as file:
        file.write("sku,day,days,units,price,regular,deal,in_stock_days\n")
        for i in range(len(market["own"])):
            file.writelines(f"K{i:05d},{d},7,{u},{p:.2f},{r:.2f},{k},{s}\n" for d, u, r, p, k, s in
                            zip(day, *(market[f][i].tolist() for f in FIELDS)))
    return sales, products

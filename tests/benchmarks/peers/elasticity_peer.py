# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer's elasticities. usage: elasticity_peer.py MODEL PANEL.npz OUT.npz
All are told the same: regular price, discount, deal, the siblings' mean price, a yearly wave; weeks in which something
was not always in stock are left out."""
import json
import sys
import time

import numpy as np

from panel import siblings_mean
from pooling import Prior, pool

OWN = 1  # the column of the regular price


def design(panel):
    """(SKU, week, column), and which weeks count."""
    regular, price = np.log(panel["regular"]), np.log(panel["price"])
    centred = [v - v.mean(1, keepdims=True) for v in (regular, siblings_mean(price))]
    year = np.broadcast_to(2 * np.pi * np.arange(regular.shape[1]) / 52, regular.shape)
    x = np.stack([np.ones_like(regular), centred[0], price - regular, panel["deal"], centred[1], np.sin(year),
                  np.cos(year)], -1)
    return x, (panel["days"] == 7).astype(float)


def moments(x, y, weight):
    xw = (x * weight[..., None]).transpose(0, 2, 1)
    return xw @ x, (xw @ y[..., None])[..., 0], (weight * y * y).sum(1), weight.sum(1)


def log_linear(x, units, weight, category):
    """Each SKU for itself, by least squares on log units."""
    xx, xy, yy, n = moments(x, np.log(units + 0.5), weight)
    inverse = np.linalg.inv(xx + 1e-6 * np.eye(x.shape[2]))
    beta = np.einsum("iab,ib->ia", inverse, xy)
    noise = np.maximum(yy - (xy * beta).sum(1), 0) / (n - x.shape[2])
    return beta, inverse * noise[:, None, None]


def poisson(x, units, weight, category):
    """Each SKU for itself, by Newton's method, textbook standard errors."""
    k = x.shape[2]
    beta = np.zeros((len(x), k))
    beta[:, 0] = np.log(np.maximum((weight * units).sum(1) / weight.sum(1), 0.05))
    for _ in range(25):
        mean = np.exp(np.clip((x @ beta[..., None])[..., 0], -20, 20))
        slope = (x * (weight * (units - mean))[..., None]).sum(1)
        curve = (x * (weight * mean)[..., None]).transpose(0, 2, 1) @ x + 1e-3 * np.eye(k)
        step = np.linalg.solve(curve, slope[..., None])[..., 0]
        beta += np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-8:
            break
    return beta, np.linalg.inv(curve)


def bayes_log_linear(x, units, weight, category):
    return pool(*moments(x, np.log(units + 0.5), weight), category)


def clumping(units, mean, weight):
    """1/θ of the negative binomial, by moments, each SKU's steadied by all."""
    over = (weight * ((units - mean) ** 2 - mean)).sum(1)
    base = (weight * mean ** 2).sum(1)
    usual = max(over.sum() / base.sum(), 1e-3)
    return np.maximum((over + usual * base) / (2 * base), 1e-3)


def bayes_counts(x, units, weight, category, rounds=15):
    """Negative binomial counts: the posterior's mode and curvature (Laplace), prior by EM, from log-linear ones."""
    beta, variance = pool(*moments(x, np.log(units + 0.5), weight), category, rounds=10)
    prior = Prior(beta, variance.diagonal(axis1=1, axis2=2), category)
    prior.learn(beta, variance)
    for _ in range(rounds):
        inner = np.linalg.inv(prior.within)
        for _ in range(3):
            mean = np.exp(np.clip((x @ beta[..., None])[..., 0], -20, 20))
            alpha = clumping(units, mean, weight)[:, None]
            slope = (x * (weight * (units - mean) / (1 + alpha * mean))[..., None]).sum(1)
            slope += (prior.mean[category] - beta) @ inner
            bend = weight * mean * (1 + alpha * units) / (1 + alpha * mean) ** 2
            variance = np.linalg.inv((x * bend[..., None]).transpose(0, 2, 1) @ x + inner)
            beta += np.clip(np.einsum("iab,ib->ia", variance, slope), -1, 1)
        prior.learn(beta, variance)
    return beta, prior.widened(variance)


MODELS = {"OLS per SKU": log_linear, "Poisson per SKU": poisson, "empirical Bayes, log-linear": bayes_log_linear,
          "empirical Bayes, negative binomial": bayes_counts}


def main():
    name, source, out = sys.argv[1:4]
    with np.load(source) as file:
        panel = dict(file)
    began = time.perf_counter()
    x, weight = design(panel)
    beta, variance = MODELS[name](x, panel["units"].astype(float), weight, panel["category"])
    seconds = time.perf_counter() - began
    np.savez(out, mean=beta[:, OWN], sd=np.sqrt(np.maximum(variance[:, OWN, OWN], 0)))
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Empirical Bayes: many small regressions whose coefficients are drawn from a normal around their group's mean, and
these means from a normal around one for all. Means and spreads are learnt from the data by EM."""
import numpy as np


def own_moments(x, y, series, count):
    """X'X, X'y, y'y and n of each series, whose rows stand together or not."""
    k = x.shape[1]
    xx, xy = np.zeros((count, k, k)), np.zeros((count, k))
    for a in range(k):
        xy[:, a] = np.bincount(series, x[:, a] * y, count)
        for b in range(a + 1):
            xx[:, a, b] = xx[:, b, a] = np.bincount(series, x[:, a] * x[:, b], count)
    return xx, xy, np.bincount(series, y * y, count), np.bincount(series, minlength=count)


class Prior:
    """What is believed of coefficients before their own data: mean of each group, spread within, spread between."""

    def __init__(self, start, error, group):
        """Starts from each series' own coefficients and their variances: spread is what chance does not explain, told
        by quartiles, as a few hopeless series would otherwise decide. EM creeps where it starts too wide."""
        self.group = group
        self.groups = group.max() + 1
        self.size = np.bincount(group, minlength=self.groups)
        k = start.shape[1]
        self.mean = np.tile(np.median(start, 0), (self.groups, 1))
        wide = ((np.quantile(start, 0.75, axis=0) - np.quantile(start, 0.25, axis=0)) / 1.349) ** 2
        chance = np.median(error, 0)
        self.within = np.diag(np.maximum(wide - chance, 0.1 * wide + 1e-3))
        self.between = self.within.copy()
        self.mean_variance = np.zeros((self.groups, k, k))

    def learn(self, beta, variance):
        """One EM step from posterior means and variances of the series."""
        k = beta.shape[1]
        total = np.zeros((self.groups, k))
        np.add.at(total, self.group, beta)
        inner, outer = np.linalg.inv(self.within), np.linalg.inv(self.between)
        overall = self.mean.mean(0)
        self.mean_variance = np.linalg.inv(self.size[:, None, None] * inner + outer)
        self.mean = np.einsum("gab,gb->ga", self.mean_variance, total @ inner + outer @ overall)
        off = beta - self.mean[self.group]
        ridge = 1e-5 * np.eye(k)
        unsure = variance.sum(0) + (self.size[:, None, None] * self.mean_variance).sum(0)
        self.within = (off.T @ off + unsure) / len(beta) + ridge
        if self.groups > 1:
            apart = self.mean - self.mean.mean(0)
            self.between = (apart.T @ apart + self.mean_variance.sum(0)) / self.groups + ridge

    def widened(self, variance):
        """Posterior variances that also allow for what is not known of the group's mean."""
        pull = variance @ np.linalg.inv(self.within)
        return variance + pull @ self.mean_variance[self.group] @ pull.transpose(0, 2, 1)


def pool(xx, xy, yy, n, group, rounds=20):
    """Coefficients and their posterior variances, of normal errors with a variance of each series."""
    k = xx.shape[1]
    inverse = np.linalg.inv(xx + 1e-2 * np.eye(k))
    start = np.einsum("iab,ib->ia", inverse, xy)
    rest = yy - 2 * (xy * start).sum(1) + np.einsum("ia,iab,ib->i", start, xx, start)
    noise = np.maximum(rest, 1e-6) / np.maximum(n - k, 1)
    prior = Prior(start, noise[:, None] * inverse.diagonal(axis1=1, axis2=2), group)
    for _ in range(rounds):
        inner = np.linalg.inv(prior.within)
        variance = np.linalg.inv(xx / noise[:, None, None] + inner)
        beta = np.einsum("iab,ib->ia", variance, xy / noise[:, None] + prior.mean[group] @ inner)
        rest = yy - 2 * (xy * beta).sum(1) + np.einsum("ia,iab,ib->i", beta, xx, beta)
        rest = np.maximum(rest, 1e-6) + (xx * variance).sum((1, 2))
        usual = rest.sum() / n.sum()
        noise = (rest + 10 * usual) / (n + 10)  # ten weeks' worth of what is usual steadies short series
        prior.learn(beta, variance)
    return beta, prior.widened(variance)

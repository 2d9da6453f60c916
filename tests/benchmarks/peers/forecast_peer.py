# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer at one origin. usage: forecast_peer.py MODEL ORIGIN PANEL.npy OUT.npz
Learns log units, and writes the log medians, the errors in logs of the weeks learnt from (for the mean, by Duan's
smearing) and those of the last known weeks by a fit without them (for intervals: of weeks that were learnt errors are
too small)."""
import json
import sys
import time

import numpy as np

from juice import WEEKS_AHEAD, Juice, linear_features, split, tree_features
from pooling import own_moments, pool

SEED = 20240229


class Trees:
    def __init__(self, make, recent=False):  # the recent level helps forests and hurts boosting, at the three origins
        self.make, self.recent = make, recent

    def __call__(self, juice, train, test):
        x = tree_features(juice, train, self.recent)
        model = self.make().fit(x[train], juice.log_units[train])
        # A forest's own trees have seen these rows: its out-of-bag errors are the honest ones.
        known = getattr(model, "oob_prediction_", None)
        return model.predict(x[test]), juice.log_units[train] - (model.predict(x[train]) if known is None else known)


def histogram_boosting():
    from sklearn.ensemble import HistGradientBoostingRegressor
    return HistGradientBoostingRegressor(max_iter=400, learning_rate=0.06, max_leaf_nodes=31, min_samples_leaf=40,
                                         l2_regularization=1.0, random_state=SEED)


def forest():
    from sklearn.ensemble import RandomForestRegressor
    return RandomForestRegressor(n_estimators=300, min_samples_leaf=3, max_features=0.4, oob_score=True, n_jobs=-1,
                                 random_state=SEED)


def xgboost():
    from xgboost import XGBRegressor
    return XGBRegressor(n_estimators=500, learning_rate=0.05, max_depth=7, min_child_weight=20, subsample=0.8,
                        colsample_bytree=0.6, tree_method="hist", n_jobs=-1, random_state=SEED)


def per_series(juice, train, test):
    """Log-log OLS: own price, deal and feature, each series for itself."""
    x = np.column_stack([np.ones(len(juice.units)), np.log(juice.price), juice.deal, juice.feat])
    xx, xy, _, _ = own_moments(x[train], juice.log_units[train], juice.series[train], juice.series.max() + 1)
    beta = np.einsum("iab,ib->ia", np.linalg.pinv(xx, rcond=1e-10, hermitian=True), xy)
    fitted = (x * beta[juice.series]).sum(1)
    return fitted[test], (juice.log_units - fitted)[train]


def empirical_bayes(juice, train, test):
    x = linear_features(juice)
    count = juice.series.max() + 1
    brand = np.zeros(count, dtype=int)
    brand[juice.series] = juice.brand - 1
    beta, _ = pool(*own_moments(x[train], juice.log_units[train], juice.series[train], count), brand)
    fitted = (x * beta[juice.series]).sum(1)
    return fitted[test], (juice.log_units - fitted)[train]


MODELS = {"histogram boosting": Trees(histogram_boosting), "random forest": Trees(forest, recent=True),
          "XGBoost": Trees(xgboost), "OLS per series": per_series, "empirical Bayes": empirical_bayes}


def held_out_errors(model, juice, origin, train):
    known = juice.where(train)
    inner, late = split(known, origin - WEEKS_AHEAD)
    log_median, _ = model(known, inner, late)
    errors = np.full(len(known.units), np.nan)
    errors[late] = known.log_units[late] - log_median
    return errors  # of all training rows, so that those of several models can be averaged


def main():
    name, origin, panel, out = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
    juice = Juice.load(panel)
    train, test = split(juice, origin)
    model = MODELS[name]
    if name in ("histogram boosting", "random forest"):
        import sklearn.ensemble  # noqa: F401  so that imports do not count
    elif name == "XGBoost":
        import xgboost as _  # noqa: F401
    began = time.perf_counter()
    log_median, errors = model(juice, train, test)
    seconds = time.perf_counter() - began
    np.savez(out, log_median=log_median, errors=errors, held_out=held_out_errors(model, juice, origin, train))
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()

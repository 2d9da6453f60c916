# SPDX-FileCopyrightText: The Pricewright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One peer on one problem. usage: portfolio_peer.py SOLVER PROBLEM.json OUT.npy SECONDS_AT_MOST"""
import json
import os
import subprocess
import sys
import tempfile
import time

import numpy as np

from portfolio_problem import load

GAP = 1e-6  # solvers stop at this relative gap, or at the time limit


def best_choice(problem, price):
    """The best plan where one unit of use costs `price`, and a bound on every plan that keeps the limit."""
    net = problem.value - price * problem.use
    rows = np.arange(len(net))
    choice = net.argmax(1)
    if problem.changes is not None:
        gain = net[rows, choice] - net[rows, problem.stay]
        keep = np.argsort(-gain, kind="stable")[:problem.changes]  # the best N changes, exactly
        picked = problem.stay.copy()
        picked[keep] = choice[keep]
        choice = picked
    return choice, net[rows, choice].sum() + price * problem.most


def fill_up(problem, choice):
    """Spends what is left of the limit on the swaps that bring most, best first."""
    rows = np.arange(len(choice))
    spare = problem.most - problem.use[rows, choice].sum()
    gain = problem.value - problem.value[rows, choice][:, None]
    cost = problem.use - problem.use[rows, choice][:, None]
    if problem.stay is not None:  # swaps among the changed ones alone: the number of changes stays
        gain[choice == problem.stay] = 0
        gain[rows, problem.stay] = 0
    i, k = np.nonzero((gain > 0) & (cost <= spare))
    choice, touched = choice.copy(), set()
    for at in np.argsort(-gain[i, k]):
        if i[at] not in touched and cost[i[at], k[at]] <= spare:
            choice[i[at]] = k[at]
            spare -= cost[i[at], k[at]]
            touched.add(i[at])
    return choice


def lagrangian(problem, _):
    """Bisection on the price of the limit."""
    choice, bound = best_choice(problem, 0.0)
    rows = np.arange(len(choice))
    if problem.use[rows, choice].sum() <= problem.most:
        return choice, bound
    low, high = 0.0, 1.0
    while problem.use[rows, best_choice(problem, high)[0]].sum() > problem.most:
        low, high = high, 4 * high
    for _ in range(60):
        middle = (low + high) / 2
        now, limit = best_choice(problem, middle)
        bound = min(bound, limit)
        if problem.use[rows, now].sum() <= problem.most:
            high, choice = middle, now
        else:
            low = middle
    return fill_up(problem, best_choice(problem, high)[0]), bound


def constraints(problem):
    """One price of each product; the limit; the number of changes."""
    from scipy import sparse
    n, k = problem.value.shape
    one = sparse.csr_matrix((np.ones(n * k), (np.repeat(np.arange(n), k), np.arange(n * k))), (n, n * k))
    rows = [one, sparse.csr_matrix(problem.use.ravel())]
    low, high = [np.ones(n), [-np.inf]], [np.ones(n), [problem.most]]
    if problem.changes is not None:
        other = np.ones((n, k))
        other[np.arange(n), problem.stay] = 0
        rows.append(sparse.csr_matrix(other.ravel()))
        low.append([0]), high.append([problem.changes])
    return sparse.vstack(rows).tocsc(), np.concatenate(low), np.concatenate(high)


def highs(problem, seconds):
    from scipy.optimize import Bounds, LinearConstraint, milp
    solved = milp(-problem.value.ravel(), constraints=LinearConstraint(*constraints(problem)), bounds=Bounds(0, 1),
                  integrality=np.ones(problem.value.size), options={"time_limit": seconds, "mip_rel_gap": GAP})
    choice = None if solved.x is None else solved.x.reshape(problem.value.shape).argmax(1)
    bound = getattr(solved, "mip_dual_bound", None)
    return choice, np.inf if bound is None else -bound


def write_mps(problem, path):
    """Free MPS, to be minimized."""
    n, k = problem.value.shape
    counted = problem.changes is not None
    with open(path, "w") as file:
        file.write("NAME prices FREE\nROWS\n N gain\n L limit\n" + (" L changes\n" if counted else ""))
        file.writelines(f" E p{i}\n" for i in range(n))
        file.write("COLUMNS\n M1 'MARKER' 'INTORG'\n")
        for i in range(n):
            for j in range(k):
                file.write(f" x{i}_{j} gain {-problem.value[i, j]!r} limit {problem.use[i, j]!r}\n x{i}_{j} p{i} 1"
                           + (" changes 1\n" if counted and j != problem.stay[i] else "\n"))
        file.write(f" M2 'MARKER' 'INTEND'\nRHS\n R limit {problem.most!r}\n")
        file.write(f" R changes {problem.changes}\n" if counted else "")
        file.writelines(f" R p{i} 1\n" for i in range(n))
        file.write("BOUNDS\n")
        file.writelines(f" BV B x{i}_{j}\n" for i in range(n) for j in range(k))
        file.write("ENDATA\n")


def run_cbc(model, plan, log, seconds):
    """CBC looks at its clock between nodes alone, and its first heuristics may take many minutes: then it is ended,
    without plan or bound."""
    command = ["cbc", model, "-threads", str(os.cpu_count()), "-timeMode", "elapsed", "-seconds", str(seconds),
               "-ratioGap", str(GAP), "-solve", "-solution", plan]
    with open(log, "w") as file:
        try:
            subprocess.run(command, stdin=subprocess.DEVNULL, stdout=file, check=True, timeout=1.5 * seconds)
        except subprocess.TimeoutExpired:
            print("CBC ended after half as long again as it was given", file=sys.stderr)


def cbc_plan(path, shape):
    choice = np.full(shape[0], -1)
    if os.path.exists(path):
        with open(path) as file:
            next(file)
            for line in file:
                name, value = line.split()[-3:-1]
                if name[0] == "x" and float(value) > 0.5:
                    i, j = name[1:].split("_")
                    choice[int(i)] = int(j)
    return choice if (choice >= 0).all() else None


def cbc_bound(log):
    """From the log: of a search cut off, else of the plan, as nothing is better by more than the gap."""
    with open(log) as file:
        lines = file.read().splitlines()
    for start, factor in (("Lower bound:", 1), ("Objective value:", 1 + GAP)):
        told = [line[len(start):].split()[0] for line in lines if line.startswith(start)]
        if told:
            return -float(told[-1]) * factor
    return np.inf


def cbc(problem, seconds):
    with tempfile.TemporaryDirectory() as folder:
        model, plan, log = (os.path.join(folder, name) for name in ("prices.mps", "plan.txt", "log.txt"))
        write_mps(problem, model)
        run_cbc(model, plan, log, seconds)
        return cbc_plan(plan, problem.value.shape), cbc_bound(log)


SOLVERS = {"NumPy Lagrangian": lagrangian, "SciPy HiGHS": highs, "CBC": cbc}


def main():
    name, source, out, seconds = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    problem = load(source)
    if name == "SciPy HiGHS":
        import scipy.optimize  # noqa: F401  so that imports do not count
    began = time.perf_counter()
    choice, bound = SOLVERS[name](problem, seconds)
    took = time.perf_counter() - began
    np.save(out, np.array([]) if choice is None else choice)
    print(json.dumps({"seconds": took, "bound": None if np.isinf(bound) else bound}))


if __name__ == "__main__":
    main()

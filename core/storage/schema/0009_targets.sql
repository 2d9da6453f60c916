-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a category is meant to reach in a month, a quarter or a year.
CREATE TABLE target (
  category_no INTEGER NOT NULL,       -- 0 = the whole assortment
  period TEXT NOT NULL,               -- 2026-11, 2026-Q4, 2026
  measure TEXT NOT NULL CHECK (measure IN ('revenue', 'margin', 'index')),
  value_micro INTEGER NOT NULL,       -- revenue: the workspace's currency, net; margin: percent; index: 100 = parity
  user TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (category_no, period, measure)
) STRICT, WITHOUT ROWID;

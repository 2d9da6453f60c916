-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Price plans that were kept to be compared: what was asked and what came of it. Not prices: those go through approval.
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  content TEXT NOT NULL,              -- canonical JSON: wish, totals with intervals, limits, prices
  user TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the newest cycle knew of each listing's demand: drawn from the cases as they are saved, so that the catalogue
-- need not open them. Nothing is decided from it.
CREATE TABLE listing_demand (
  listing_no INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES pricing_case (id),
  at_ms INTEGER NOT NULL,
  usable INTEGER NOT NULL CHECK (usable IN (0, 1)),
  elasticity REAL NOT NULL,           -- own regular price
  elasticity_sd REAL NOT NULL,
  grade TEXT NOT NULL,
  reason TEXT NOT NULL                -- code: why the grade is weak, or why there is no estimate
) STRICT;

-- Proposals that a person makes are kept like a cycle's, but are none.
ALTER TABLE cycle ADD COLUMN kind TEXT NOT NULL DEFAULT 'cycle' CHECK (kind IN ('cycle', 'manual'));

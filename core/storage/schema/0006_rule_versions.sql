-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every set of pricing rules that was in force, whole: what was saved, by whom, and what one can go back to.
CREATE TABLE rule_version (
  no INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  user TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  rules TEXT NOT NULL                 -- canonical JSON {rules: […]}: all rules, those that are off too
) STRICT;

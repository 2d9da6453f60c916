-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Price tests: what was planned, frozen when it started; the prices that it tries; what each look at it said.
CREATE TABLE experiment (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  plan TEXT NOT NULL,                    -- canonical JSON
  setup TEXT NOT NULL DEFAULT '',        -- canonical JSON: units with their arms; '' before its start
  sha256 TEXT NOT NULL DEFAULT '',       -- of plan and setup as they were registered at the start
  state TEXT NOT NULL CHECK (state IN ('draft', 'waiting', 'ramping', 'running', 'paused', 'decided', 'rolling_out',
                                       'rolled_out', 'reverted', 'removed')),
  reason TEXT NOT NULL DEFAULT '',       -- code: why it is in this state
  verdict TEXT NOT NULL DEFAULT '',      -- better, worse, equivalent, futile, undecided; '' before it ends
  ramp_step INTEGER NOT NULL DEFAULT 0,
  state_ms INTEGER NOT NULL,             -- since when it is in this state
  made_by TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  started_by TEXT NOT NULL DEFAULT '',   -- whose proposals its prices are
  started_ms INTEGER,
  counted_ms INTEGER,                    -- what happens from here on is compared
  ends_ms INTEGER,                       -- as planned; later where it was extended
  ended_ms INTEGER,
  cool_until_ms INTEGER,                 -- its listings are left alone until then
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX experiment_name ON experiment (name) WHERE state <> 'removed';

CREATE TABLE experiment_price (
  experiment_no INTEGER NOT NULL REFERENCES experiment (no),
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  serial INTEGER NOT NULL,               -- the ramp's step; of a roll-out 0, of one tried again -1, -2 …
  control_minor INTEGER NOT NULL,
  treatment_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  decision_id TEXT NOT NULL DEFAULT '',  -- the price decision that carries it
  PRIMARY KEY (experiment_no, listing_no, serial)
) STRICT, WITHOUT ROWID;
CREATE INDEX experiment_price_listing ON experiment_price (listing_no);

CREATE TABLE experiment_look (
  experiment_no INTEGER NOT NULL REFERENCES experiment (no),
  serial INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  reading TEXT NOT NULL,                 -- canonical JSON
  action TEXT NOT NULL,                  -- what was done about it
  reason TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (experiment_no, serial)
) STRICT, WITHOUT ROWID;

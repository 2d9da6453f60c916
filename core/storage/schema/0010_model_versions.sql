-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The versions of each model: what is asked (champion), what is tried beside it (challenger), what was asked before.
-- What a version learnt from which data stands in `model`, a row for each training.
CREATE TABLE model_version (
  name TEXT NOT NULL,
  version TEXT NOT NULL,              -- semantic
  parameters TEXT NOT NULL,           -- canonical JSON: what differs from the program's own values
  alias TEXT NOT NULL DEFAULT '' CHECK (alias IN ('', 'champion', 'challenger')),
  note TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  promoted_ms INTEGER,                -- when it last became champion, by whom and why
  promoted_by TEXT NOT NULL DEFAULT '',
  why TEXT NOT NULL DEFAULT '',
  before TEXT NOT NULL DEFAULT '',    -- the champion that it took the place of: where rolling back leads
  PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX model_version_alias ON model_version (name, alias) WHERE alias <> '';

INSERT INTO model_version (name, version, parameters, alias, note, created_ms, created_by) VALUES
  ('demand_forecaster', '1.0.0', '{}', 'champion', 'comes with the program', 0, 'system'),
  ('elasticity_estimator', '1.0.0', '{}', 'champion', 'comes with the program', 0, 'system');

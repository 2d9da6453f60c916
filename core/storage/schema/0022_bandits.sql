-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tests by visitors whose shares follow what was bought: with what probability each visitor was drawn. Without it
-- nothing of such a test can be judged, and nobody may see another price than the first time.
CREATE TABLE test_allocation (
  experiment_no INTEGER NOT NULL REFERENCES experiment (no),
  serial INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  treatment_share INTEGER NOT NULL CHECK (treatment_share BETWEEN 0 AND 10000), -- ten-thousandths of who comes
  chance_best INTEGER NOT NULL CHECK (chance_best BETWEEN 0 AND 10000),         -- of the treatment, likewise
  units_control INTEGER NOT NULL,        -- whose window was over
  units_treatment INTEGER NOT NULL,
  burning_in INTEGER NOT NULL CHECK (burning_in IN (0, 1)),
  PRIMARY KEY (experiment_no, serial)
) STRICT, WITHOUT ROWID;

CREATE TABLE test_draw (
  experiment_no INTEGER NOT NULL REFERENCES experiment (no),
  unit INTEGER NOT NULL,                 -- the number that exposures have of the visitor
  at_ms INTEGER NOT NULL,
  arm INTEGER NOT NULL CHECK (arm IN (0, 1)),
  treatment_share INTEGER NOT NULL CHECK (treatment_share BETWEEN 0 AND 10000), -- when he was drawn
  PRIMARY KEY (experiment_no, unit)
) STRICT, WITHOUT ROWID;

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What price tests among visitors are judged by: who saw which arm and who bought what, packed by columns.
CREATE TABLE test_event_batch (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('exposures', 'events')),
  source TEXT NOT NULL,                  -- file, service or job that brought it
  made_ms INTEGER NOT NULL,
  rows_kept INTEGER NOT NULL,
  rows_repeated INTEGER NOT NULL,        -- known already by their ids
  rows_refused INTEGER NOT NULL,         -- impossible times or amounts
  rows_forgotten INTEGER NOT NULL,       -- older than what was forgotten
  digest TEXT NOT NULL                   -- SHA-256 over its blocks
) STRICT;
-- Exposures have no ids of their own: the same batch again is known by what it holds.
CREATE UNIQUE INDEX test_event_batch_same ON test_event_batch (digest) WHERE kind = 'exposures';

CREATE TABLE test_event_block (
  no INTEGER PRIMARY KEY,
  batch_no INTEGER NOT NULL REFERENCES test_event_batch (no),
  kind TEXT NOT NULL CHECK (kind IN ('exposures', 'events')),
  rows INTEGER NOT NULL CHECK (rows > 0),
  first_ms INTEGER NOT NULL,
  last_ms INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  payload BLOB NOT NULL
) STRICT;
CREATE INDEX test_event_block_last ON test_event_block (last_ms);

-- One row: events from before this are not kept, and not taken in again.
CREATE TABLE test_event_forgotten (
  no INTEGER PRIMARY KEY CHECK (no = 1),
  before_ms INTEGER NOT NULL
) STRICT;

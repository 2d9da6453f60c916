-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Prices that come in bulk: price-intelligence services and competitors' product feeds, and what each pull brought.
CREATE TABLE feed (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('prisync', 'json', 'xml', 'table')),
  location TEXT NOT NULL,                -- an address (https, sftp) or a folder; never with a password
  competitor_no INTEGER REFERENCES competitor (no), -- NULL: a service, whose rows name the sellers
  source_no INTEGER NOT NULL REFERENCES source (no), -- that its offers come from
  mapping TEXT NOT NULL DEFAULT '{}',    -- JSON: how it is read and asked for
  secret TEXT NOT NULL DEFAULT '',       -- the name of its key; the key itself is never in this file
  interval_minutes INTEGER NOT NULL DEFAULT 1440 CHECK (interval_minutes > 0),
  requests_a_minute INTEGER NOT NULL DEFAULT 60 CHECK (requests_a_minute > 0),
  is_on INTEGER NOT NULL DEFAULT 1,
  stands_in INTEGER NOT NULL DEFAULT 0,  -- 1: answers for pages that fail
  trusts_codes INTEGER NOT NULL DEFAULT 0, -- 1: the products of ours that it names are confirmed matches
  last_run_ms INTEGER,
  last_error TEXT NOT NULL DEFAULT '',
  last_items INTEGER NOT NULL DEFAULT 0,
  next_ms INTEGER NOT NULL DEFAULT 0,    -- due then
  memory TEXT NOT NULL DEFAULT '{}',     -- JSON: the file that was read last
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX feed_due ON feed (next_ms) WHERE is_on = 1;

CREATE TABLE feed_run (
  no INTEGER PRIMARY KEY,
  feed_no INTEGER NOT NULL REFERENCES feed (no),
  at_ms INTEGER NOT NULL,
  pages INTEGER NOT NULL DEFAULT 0,
  items INTEGER NOT NULL DEFAULT 0,      -- that could be read
  offers INTEGER NOT NULL DEFAULT 0,     -- new ones that were kept
  suggested INTEGER NOT NULL DEFAULT 0,  -- matches for somebody to decide
  unknown INTEGER NOT NULL DEFAULT 0,    -- items of no product of ours
  unreadable INTEGER NOT NULL DEFAULT 0,
  requests INTEGER NOT NULL DEFAULT 0,
  is_complete INTEGER NOT NULL DEFAULT 0, -- 0: what it did not list is not gone
  error TEXT NOT NULL DEFAULT '',        -- code of why it ended early
  reasons TEXT NOT NULL DEFAULT '{}',    -- JSON: code of why not -> how many
  took_ms INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX feed_run_feed ON feed_run (feed_no, at_ms);

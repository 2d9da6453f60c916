-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Alerts on what competitors' prices do: which are wanted, what each remembers, what fired, and what is to be told.
CREATE TABLE alert_rule (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  rule TEXT NOT NULL,                    -- canonical JSON
  is_on INTEGER NOT NULL DEFAULT 1,
  removed_ms INTEGER,                    -- off and out of sight; can be put back
  version INTEGER NOT NULL DEFAULT 1,
  made_by TEXT NOT NULL,
  made_ms INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX alert_rule_name ON alert_rule (name) WHERE removed_ms IS NULL;

-- What a rule remembers from one look to the next.
CREATE TABLE alert_state (
  rule_no INTEGER PRIMARY KEY REFERENCES alert_rule (no),
  state TEXT NOT NULL DEFAULT '{}',      -- JSON
  at_ms INTEGER NOT NULL,                -- of its last look
  version INTEGER NOT NULL DEFAULT 1     -- whoever writes it must have read this one
) STRICT;

CREATE TABLE alert_event (
  no INTEGER PRIMARY KEY,
  rule_no INTEGER NOT NULL REFERENCES alert_rule (no),
  serial INTEGER NOT NULL,               -- of its rule
  at_ms INTEGER NOT NULL,
  key TEXT NOT NULL,                     -- of what it is about, the same each time
  listing_no INTEGER,
  competitor_no INTEGER,
  source_no INTEGER,
  category_no INTEGER,
  code TEXT NOT NULL,                    -- of its words
  arguments TEXT NOT NULL,               -- canonical JSON
  value REAL NOT NULL,
  threshold REAL NOT NULL,
  was_quiet INTEGER NOT NULL DEFAULT 0,  -- held by quiet hours
  message INTEGER NOT NULL DEFAULT 0,    -- number of its rule's message that told it; 0: not told yet
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'seen', 'acted', 'snoozed')),
  snoozed_until_ms INTEGER,
  state_by TEXT NOT NULL DEFAULT '',
  UNIQUE (rule_no, serial)
) STRICT;
CREATE INDEX alert_event_at ON alert_event (at_ms);
CREATE INDEX alert_event_open ON alert_event (at_ms) WHERE state IN ('new', 'snoozed');

-- What is to be delivered, once each: written with what it tells, read and marked by whoever delivers.
CREATE TABLE notice (
  no INTEGER PRIMARY KEY,
  channel TEXT NOT NULL CHECK (channel IN ('desktop', 'email', 'webhook')),
  recipient TEXT NOT NULL,               -- address; '' of the desktop
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  payload TEXT NOT NULL,                 -- JSON
  made_ms INTEGER NOT NULL,
  due_ms INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  sent_ms INTEGER,
  error TEXT NOT NULL DEFAULT '',        -- code of why the last try failed
  key TEXT NOT NULL UNIQUE               -- the same notice is never made twice
) STRICT;
CREATE INDEX notice_due ON notice (due_ms) WHERE sent_ms IS NULL;

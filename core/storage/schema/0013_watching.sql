-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Competitors' shops as they are watched: how each wants to be asked, which pages tell which price, what every look
-- found, and the pages themselves.
CREATE TABLE site (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  host TEXT NOT NULL UNIQUE,             -- "shop.example", with ":port" where it is not the scheme's own
  competitor_no INTEGER NOT NULL REFERENCES competitor (no),
  source_no INTEGER NOT NULL REFERENCES source (no), -- that its offers come from
  is_on INTEGER NOT NULL DEFAULT 1,
  terms TEXT NOT NULL DEFAULT 'open' CHECK (terms IN ('open', 'accepted', 'refused')),
  terms_by TEXT NOT NULL DEFAULT '',
  terms_ms INTEGER,
  terms_note TEXT NOT NULL DEFAULT '',
  obeys_robots INTEGER NOT NULL DEFAULT 1, -- 0: the owner has agreed, see terms_note
  delay_ms INTEGER NOT NULL DEFAULT 1000,
  at_once INTEGER NOT NULL DEFAULT 1,
  window_from INTEGER NOT NULL DEFAULT 0, -- minutes of the day, UTC; the same as to: always
  window_to INTEGER NOT NULL DEFAULT 0,
  language TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL DEFAULT '',     -- where its pages name none
  proxies TEXT NOT NULL DEFAULT '',      -- one a line
  recipe TEXT NOT NULL DEFAULT '[]',     -- JSON: fields and their selectors
  memory TEXT NOT NULL DEFAULT '{}',     -- JSON: robots.txt, cookies, the circuit breaker
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE watch (
  no INTEGER PRIMARY KEY,
  site_no INTEGER NOT NULL REFERENCES site (no),
  match_no INTEGER NOT NULL REFERENCES product_match (no),
  url TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1,
  next_ms INTEGER NOT NULL DEFAULT 0,    -- due then
  looks INTEGER NOT NULL DEFAULT 0,      -- that found a price
  moves INTEGER NOT NULL DEFAULT 0,      -- of these, with another price than before
  failures INTEGER NOT NULL DEFAULT 0,   -- in a row
  last_ms INTEGER,
  last_good_ms INTEGER,
  last_error TEXT NOT NULL DEFAULT '',
  etag TEXT NOT NULL DEFAULT '',
  last_modified TEXT NOT NULL DEFAULT '',
  price_micro INTEGER,                   -- the newest that was found
  currency TEXT NOT NULL DEFAULT '',
  UNIQUE (match_no, url)
) STRICT;
CREATE INDEX watch_due ON watch (next_ms) WHERE is_on = 1;
CREATE INDEX watch_site ON watch (site_no);

-- Each page once, however often it came the same.
CREATE TABLE page (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL,                   -- deflated
  size INTEGER NOT NULL,                 -- inflated
  stored_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page_look (
  no INTEGER PRIMARY KEY,
  watch_no INTEGER NOT NULL REFERENCES watch (no),
  at_ms INTEGER NOT NULL,
  url TEXT NOT NULL,                     -- where the page came from in the end
  origin TEXT NOT NULL CHECK (origin IN ('live', 'unchanged', 'api', 'none')),
  status INTEGER NOT NULL,               -- HTTP; 0: no answer
  error TEXT NOT NULL DEFAULT '',        -- code of why there is no price
  attempts INTEGER NOT NULL DEFAULT 1,
  took_ms INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,      -- on the wire
  headers TEXT NOT NULL DEFAULT '{}',    -- JSON: those that matter
  page_sha256 TEXT NOT NULL DEFAULT '',
  found TEXT NOT NULL DEFAULT '{}',      -- JSON: what the page says, each field with its evidence
  offer_no INTEGER
) STRICT;
CREATE INDEX page_look_watch ON page_look (watch_no, at_ms);
CREATE INDEX page_look_page ON page_look (page_sha256);
CREATE INDEX page_look_at ON page_look (at_ms);
-- What waits for somebody's word is asked for each time that the window shows something new.
CREATE INDEX offer_quarantined ON offer (observed_ms) WHERE state = 'quarantined';

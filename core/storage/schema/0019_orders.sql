-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Orders and the money that moved for them. What an order is worth is never stored: it is computed from all its
-- movements, so that neither their order nor how often they came matters. People are kept as hashes, never as
-- addresses; what a gateway sent is kept as a digest.

-- What people's names are mixed with before they are hashed: of this workspace alone, so that no list of hashed names
-- made elsewhere fits.
CREATE TABLE order_salt (
  no INTEGER PRIMARY KEY CHECK (no = 1),
  salt TEXT NOT NULL
) STRICT;
INSERT INTO order_salt (no, salt) VALUES (1, lower(hex(randomblob(32))));

-- One batch that came in: a file, a webhook, a page of a gateway's API.
CREATE TABLE order_load (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL,               -- file, stripe …
  source TEXT NOT NULL CHECK (source IN ('file', 'events', 'webhook', 'api', 'repair')),
  name TEXT NOT NULL DEFAULT '',        -- of the file
  digest TEXT NOT NULL,                 -- SHA-256 of what it held
  at_ms INTEGER NOT NULL,
  made_by TEXT NOT NULL,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  same INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  undone_ms INTEGER
) STRICT;
CREATE INDEX order_load_at ON order_load (at_ms);

CREATE TABLE sale_order (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL,
  external_id TEXT NOT NULL,
  unit_hash TEXT NOT NULL DEFAULT '',   -- the visitor, as exposures name him
  customer_hash TEXT NOT NULL DEFAULT '' CHECK (instr(customer_hash, '@') = 0),
  placed_ms INTEGER NOT NULL,           -- the earliest of its lines
  currency TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (provider, external_id)
) STRICT;
CREATE INDEX sale_order_placed ON sale_order (placed_ms);
CREATE INDEX sale_order_unit ON sale_order (unit_hash, placed_ms) WHERE unit_hash <> '';

CREATE TABLE order_line (
  order_no INTEGER NOT NULL REFERENCES sale_order (no),
  line TEXT NOT NULL,                   -- the source's own number of it
  code TEXT NOT NULL,                   -- SKU as sold
  zone TEXT NOT NULL DEFAULT '',        -- price zone, where the source tells
  quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
  amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0), -- of the whole line
  tax_minor INTEGER,                    -- part of the amount; NULL = not told
  shown_minor INTEGER,                  -- price of one piece as it was shown; NULL = not told
  currency TEXT NOT NULL,
  placed_ms INTEGER NOT NULL,
  unit_hash TEXT NOT NULL DEFAULT '',
  customer_hash TEXT NOT NULL DEFAULT '' CHECK (instr(customer_hash, '@') = 0),
  load_no INTEGER NOT NULL REFERENCES order_load (no),
  PRIMARY KEY (order_no, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_line_code ON order_line (code, placed_ms);
CREATE INDEX order_line_load ON order_line (load_no);

-- One object of the provider that is, or was, money on its way: its newest state.
CREATE TABLE money_movement (
  no INTEGER PRIMARY KEY,
  provider TEXT NOT NULL,
  object_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('intent', 'charge', 'refund', 'dispute', 'fee')),
  status TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,        -- charge: what was captured; of a fee that is given back: negative
  authorized_minor INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL,
  has_moved INTEGER NOT NULL DEFAULT 0, -- 1: it is booked in the provider's balance
  parent_id TEXT NOT NULL DEFAULT '',   -- the charge of a refund or dispute; what a fee is for
  intent_ref TEXT NOT NULL DEFAULT '',  -- the payment that a charge belongs to
  order_ref TEXT NOT NULL DEFAULT '',   -- sale_order.external_id, where it was told
  unit_hash TEXT NOT NULL DEFAULT '',
  customer_hash TEXT NOT NULL DEFAULT '' CHECK (instr(customer_hash, '@') = 0),
  code TEXT NOT NULL DEFAULT '',        -- SKU, where the payment itself names one
  quantity_milli INTEGER NOT NULL DEFAULT 0,
  happened_ms INTEGER NOT NULL,
  as_of_ms INTEGER NOT NULL,            -- of the state that is kept
  load_no INTEGER NOT NULL REFERENCES order_load (no), -- that brought it first
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (provider, object_id)
) STRICT;
CREATE INDEX money_movement_parent ON money_movement (provider, parent_id) WHERE parent_id <> '';
CREATE INDEX money_movement_order ON money_movement (provider, order_ref) WHERE order_ref <> '';
CREATE INDEX money_movement_intent ON money_movement (provider, intent_ref) WHERE intent_ref <> '';
CREATE INDEX money_movement_happened ON money_movement (happened_ms);
CREATE INDEX money_movement_load ON money_movement (load_no);

-- Which order each charge belongs to, by all that is known so far.
CREATE VIEW charge_order AS
SELECT c.no, c.provider, c.object_id,
       coalesce(nullif(c.order_ref, ''), nullif(i.order_ref, ''), nullif(c.intent_ref, ''), c.object_id) AS order_key
FROM money_movement c
LEFT JOIN money_movement i ON i.provider = c.provider AND i.object_id = c.intent_ref AND i.kind = 'intent'
WHERE c.kind = 'charge';

-- What gateways told. Its body is not kept: it may hold names and addresses.
CREATE TABLE gateway_event (
  provider TEXT NOT NULL,
  event_id TEXT NOT NULL,
  type TEXT NOT NULL,
  object_id TEXT NOT NULL DEFAULT '',
  created_ms INTEGER NOT NULL,
  received_ms INTEGER NOT NULL,
  via TEXT NOT NULL CHECK (via IN ('events', 'webhook', 'api')),
  digest TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('applied', 'ignored', 'waiting', 'failed')),
  waits_for TEXT NOT NULL DEFAULT '',   -- the charge that has not come yet …
  waits_minor INTEGER NOT NULL DEFAULT 0, -- … or so much of it given back, whose refunds have not
  error TEXT NOT NULL DEFAULT '',       -- failed, ignored: code of why
  times INTEGER NOT NULL DEFAULT 1,     -- how often it came: each time after the first is a duplicate
  PRIMARY KEY (provider, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX gateway_event_waiting ON gateway_event (provider, waits_for) WHERE state = 'waiting';
CREATE INDEX gateway_event_received ON gateway_event (received_ms);

-- What comparing with the gateway's own books found.
CREATE TABLE revenue_reconciliation (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  provider TEXT NOT NULL,
  account TEXT NOT NULL DEFAULT '',     -- whose books; '' = not asked, or not to be relied on
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  started_ms INTEGER NOT NULL,
  ended_ms INTEGER NOT NULL,
  objects INTEGER NOT NULL DEFAULT 0,   -- of the gateway, looked at
  events INTEGER NOT NULL DEFAULT 0,
  missed_events INTEGER NOT NULL DEFAULT 0,
  missed_objects INTEGER NOT NULL DEFAULT 0,
  differing INTEGER NOT NULL DEFAULT 0,
  vanished INTEGER NOT NULL DEFAULT 0,  -- of ours, that the gateway does not know
  is_exact INTEGER NOT NULL DEFAULT 0,  -- 1: all was read, none voided, and each currency's sums agree after repair
  up_to_ms INTEGER,                     -- up to there the books have agreed without a gap; NULL = they never did
  error TEXT NOT NULL DEFAULT '',       -- code of why it ended early
  findings TEXT NOT NULL DEFAULT '{}'   -- JSON: sums by currency before and after, and the first findings
) STRICT;
CREATE INDEX revenue_reconciliation_ended ON revenue_reconciliation (provider, ended_ms);

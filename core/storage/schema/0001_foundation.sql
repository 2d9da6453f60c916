-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole workspace. Conventions: *_ms = UTC milliseconds since 1970, *_day = days since 1970, *_minor = minor units
-- of the row's currency, *_micro = millionths of a major unit, *_milli = thousandths, *_bp = hundredths of a percent.
-- Every mutable row has id (UUIDv7) or a natural key, and version. "no" is this file's own compact number.

-- ── The workspace itself ────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE workspace (
  key TEXT PRIMARY KEY,               -- id, name, currency, as_of_ms, created_ms, device
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  name TEXT PRIMARY KEY,              -- the operating system's user name until a team server authenticates
  id TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL CHECK (role IN ('analyst', 'manager', 'director')),
  authenticated INTEGER NOT NULL DEFAULT 0 CHECK (authenticated IN (0, 1)),
  active INTEGER NOT NULL DEFAULT 1,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject_table TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  body TEXT NOT NULL,                 -- canonical JSON
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX audit_by_subject ON audit_entry (subject_table, subject_id);
CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;
CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;

CREATE TABLE outbox (
  sequence INTEGER PRIMARY KEY,
  change_id TEXT NOT NULL UNIQUE,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  operation TEXT NOT NULL,
  payload BLOB NOT NULL,
  at_ms INTEGER NOT NULL,
  sent_ms INTEGER
) STRICT;

-- ── Catalogue ───────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE category (
  no INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE sku (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,          -- as the user writes it: leading zeros kept
  name TEXT NOT NULL,
  brand TEXT NOT NULL DEFAULT '',
  gtin TEXT NOT NULL DEFAULT '',
  category_no INTEGER NOT NULL REFERENCES category (no),
  role TEXT NOT NULL DEFAULT 'background' CHECK (role IN ('kvi', 'foreground', 'background', 'tail')),
  vat_class TEXT NOT NULL DEFAULT 'standard',
  pack_count INTEGER NOT NULL DEFAULT 1 CHECK (pack_count > 0),
  pack_size_micro INTEGER NOT NULL DEFAULT 1000000 CHECK (pack_size_micro > 0), -- content of one piece, in pack_unit
  pack_unit TEXT NOT NULL DEFAULT 'each',
  storable INTEGER NOT NULL DEFAULT 1,
  active INTEGER NOT NULL DEFAULT 1,
  import_no INTEGER REFERENCES import_batch (no),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE price_zone (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  market TEXT NOT NULL DEFAULT '',    -- ISO 3166 country: decides VAT and law rows
  currency TEXT NOT NULL,
  gross_prices INTEGER NOT NULL DEFAULT 0, -- 1: prices include VAT
  time_zone TEXT NOT NULL DEFAULT 'UTC',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE vat_rate (
  market TEXT NOT NULL,
  vat_class TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  rate_bp INTEGER NOT NULL CHECK (rate_bp BETWEEN 0 AND 10000),
  PRIMARY KEY (market, vat_class, from_day)
) STRICT, WITHOUT ROWID;

-- A listing is a SKU sold in a price zone: what a price belongs to. Time series hang on its number.
CREATE TABLE listing (
  no INTEGER PRIMARY KEY,
  sku_no INTEGER NOT NULL REFERENCES sku (no),
  zone_no INTEGER NOT NULL REFERENCES price_zone (no),
  min_minor INTEGER,                  -- absolute floor and ceiling; NULL = none
  max_minor INTEGER,
  map_minor INTEGER,                  -- minimum advertised price by contract
  ladder TEXT NOT NULL DEFAULT '',    -- JSON; empty = the currency's default ladder
  active INTEGER NOT NULL DEFAULT 1,
  import_no INTEGER REFERENCES import_batch (no),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (sku_no, zone_no),
  CHECK (min_minor IS NULL OR min_minor > 0),
  CHECK (max_minor IS NULL OR min_minor IS NULL OR max_minor >= min_minor)
) STRICT;
CREATE INDEX listing_by_zone ON listing (zone_no);

CREATE TABLE cost (
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  kind TEXT NOT NULL CHECK (kind IN ('replacement', 'accounting')),
  from_day INTEGER NOT NULL,
  amount_micro INTEGER NOT NULL,
  currency TEXT NOT NULL,
  import_no INTEGER,
  PRIMARY KEY (listing_no, kind, from_day)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock (
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  day INTEGER NOT NULL,
  on_hand_milli INTEGER NOT NULL,
  in_stock_days INTEGER,              -- of the period that ends on this day; NULL = not known
  import_no INTEGER,
  PRIMARY KEY (listing_no, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE sale (
  listing_no INTEGER NOT NULL,
  day INTEGER NOT NULL,               -- first day of the period
  days INTEGER NOT NULL DEFAULT 7,
  units_milli INTEGER NOT NULL,
  price_micro INTEGER NOT NULL,       -- average price paid per unit, as published (gross where the zone is gross)
  regular_micro INTEGER,              -- the regular price in force then, where the source tells
  deal_milli INTEGER NOT NULL DEFAULT 0,  -- 0…1000: share of the period on deal
  feature_milli INTEGER NOT NULL DEFAULT 0,
  in_stock_days INTEGER,
  import_no INTEGER NOT NULL,
  PRIMARY KEY (listing_no, day)
) STRICT, WITHOUT ROWID;

-- What the weeks that were added up from invoice lines (form 0) or days (form 1) consist of, import by import: so a file
-- that goes on where another stopped completes the week that they share.
CREATE TABLE sale_part (
  listing_no INTEGER NOT NULL,
  day INTEGER NOT NULL,               -- the week's Monday
  form INTEGER NOT NULL,
  import_no INTEGER NOT NULL,
  lines BLOB NOT NULL,                -- packed: core/imports/rows/SaleWeeks.cpp
  PRIMARY KEY (listing_no, day, form, import_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE promotion (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  channel_no INTEGER NOT NULL DEFAULT 0,   -- 0 = all channels
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL,
  price_minor INTEGER CHECK (price_minor IS NULL OR price_minor > 0),
  mechanism TEXT NOT NULL DEFAULT 'price', -- price, feature, display
  import_no INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (to_day >= from_day),
  UNIQUE (listing_no, channel_no, from_day, mechanism)
) STRICT;

-- ── Channels, published prices, batches ─────────────────────────────────────────────────────────────────────────────
CREATE TABLE channel (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'file',
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The history of prices in force per channel. The limits that held are in the row, so that the store itself refuses a
-- price outside them, whoever writes it.
CREATE TABLE price (
  no INTEGER PRIMARY KEY,
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  channel_no INTEGER NOT NULL REFERENCES channel (no),
  type TEXT NOT NULL CHECK (type IN ('regular', 'promotion', 'markdown')),
  amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
  currency TEXT NOT NULL,
  floor_minor INTEGER,
  ceiling_minor INTEGER,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER,
  origin TEXT NOT NULL CHECK (origin IN ('import', 'observed', 'decision', 'manual', 'rollback')),
  decision_id TEXT REFERENCES decision (id),
  batch_no INTEGER REFERENCES price_batch (no),
  import_no INTEGER,
  CHECK (floor_minor IS NULL OR amount_minor >= floor_minor),
  CHECK (ceiling_minor IS NULL OR amount_minor <= ceiling_minor),
  CHECK (to_ms IS NULL OR to_ms >= from_ms)
) STRICT;
CREATE INDEX price_by_listing ON price (listing_no, channel_no, type, from_ms);
CREATE UNIQUE INDEX price_open_once ON price (listing_no, channel_no, type) WHERE to_ms IS NULL;
CREATE TRIGGER price_within_bounds BEFORE INSERT ON price
WHEN EXISTS (SELECT 1 FROM listing l WHERE l.no = NEW.listing_no AND NEW.origin NOT IN ('import', 'observed')
             AND ((l.min_minor IS NOT NULL AND NEW.amount_minor < l.min_minor)
               OR (l.max_minor IS NOT NULL AND NEW.amount_minor > l.max_minor)))
BEGIN SELECT RAISE(ABORT, 'price outside its absolute bounds'); END;

CREATE TABLE price_batch (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  owner TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  state TEXT NOT NULL CHECK (state IN ('scheduled', 'publishing', 'published', 'failed', 'rolled_back', 'cancelled')),
  effective_ms INTEGER NOT NULL,
  release_ms INTEGER NOT NULL,        -- not before: until then it can be undone
  created_ms INTEGER NOT NULL,
  published_ms INTEGER,
  cycle_id TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE publication (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  batch_no INTEGER REFERENCES price_batch (no),  -- NULL: a complete list written without a change
  channel_no INTEGER NOT NULL REFERENCES channel (no),
  state TEXT NOT NULL CHECK (state IN ('planned', 'applied', 'verified', 'failed', 'rolled_back')),
  folder TEXT NOT NULL,
  csv_sha256 TEXT NOT NULL,
  json_sha256 TEXT NOT NULL,
  prices INTEGER NOT NULL,
  error TEXT NOT NULL DEFAULT '',
  planned_ms INTEGER NOT NULL,
  verified_ms INTEGER
) STRICT;
CREATE INDEX publication_by_batch ON publication (batch_no, channel_no);

-- ── Market ──────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE source (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL DEFAULT 'file',
  freshness_ms INTEGER NOT NULL DEFAULT 86400000,
  public_data INTEGER NOT NULL DEFAULT 1,  -- non-public data are refused at run time
  terms TEXT NOT NULL DEFAULT '',          -- where the data come from and under what terms
  informs_demand INTEGER NOT NULL DEFAULT 1, -- 0: may serve index, rules and guardrails, never demand
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE competitor (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A competitor's product and its tie to one listing of ours.
CREATE TABLE product_match (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  competitor_no INTEGER NOT NULL REFERENCES competitor (no),
  external_code TEXT NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  state TEXT NOT NULL CHECK (state IN ('suggested', 'confirmed', 'rejected')),
  confidence_milli INTEGER NOT NULL DEFAULT 1000,
  confirmed_by TEXT NOT NULL DEFAULT '',
  their_packs INTEGER NOT NULL DEFAULT 1 CHECK (their_packs > 0), -- their content = their_packs/our_packs of ours
  our_packs INTEGER NOT NULL DEFAULT 1 CHECK (our_packs > 0),
  import_no INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (competitor_no, external_code, listing_no)
) STRICT;
CREATE INDEX match_by_listing ON product_match (listing_no);

CREATE TABLE offer (
  no INTEGER PRIMARY KEY,
  match_no INTEGER NOT NULL REFERENCES product_match (no),
  source_no INTEGER NOT NULL REFERENCES source (no),
  seller TEXT NOT NULL,
  observed_ms INTEGER NOT NULL,
  price_micro INTEGER NOT NULL,
  shipping_micro INTEGER NOT NULL DEFAULT 0,
  currency TEXT NOT NULL,
  in_stock INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL DEFAULT 'accepted' CHECK (state IN ('accepted', 'quarantined', 'rejected')),
  state_reason TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  import_no INTEGER,
  UNIQUE (match_no, source_no, seller, observed_ms)
) STRICT;

CREATE TABLE fx_rate (
  day INTEGER NOT NULL,
  base TEXT NOT NULL,
  currency TEXT NOT NULL,
  units_per_base TEXT NOT NULL,       -- exact decimal text
  import_no INTEGER,
  PRIMARY KEY (day, base, currency)
) STRICT, WITHOUT ROWID;

-- ── Imports ─────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE import_mapping (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  mapping TEXT NOT NULL,              -- canonical JSON
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

CREATE TABLE import_batch (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  mapping TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_same INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  digest TEXT NOT NULL,               -- SHA-256 over what was written
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone')),
  at_ms INTEGER NOT NULL
) STRICT;

-- What an import overwrote, so that it can be undone as one.
CREATE TABLE import_undo (
  import_no INTEGER NOT NULL REFERENCES import_batch (no),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_before TEXT NOT NULL,           -- JSON of the overwritten row
  PRIMARY KEY (import_no, position)
) STRICT, WITHOUT ROWID;

-- ── Rules, models, cycles, decisions ────────────────────────────────────────────────────────────────────────────────
CREATE TABLE rule (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  priority INTEGER NOT NULL,
  definition TEXT NOT NULL,           -- canonical JSON
  enabled INTEGER NOT NULL DEFAULT 1,
  version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;

-- A named, time-limited exception from the minimum margin.
CREATE TABLE margin_exception (
  id TEXT PRIMARY KEY,
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  reason TEXT NOT NULL CHECK (reason IN ('clearance', 'near_expiry', 'loss_leader')),
  min_margin_bp INTEGER NOT NULL,
  from_ms INTEGER NOT NULL,
  to_ms INTEGER NOT NULL,
  approved_by TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (to_ms > from_ms)
) STRICT, WITHOUT ROWID;

CREATE TABLE model (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,                 -- demand_forecaster, elasticity_estimator, price_optimizer
  version TEXT NOT NULL,              -- semantic
  training_sha256 TEXT NOT NULL,
  metrics TEXT NOT NULL,              -- JSON: hold-out WAPE, bias, coverage …
  alias TEXT NOT NULL DEFAULT '',     -- champion, challenger
  created_ms INTEGER NOT NULL,
  UNIQUE (name, version, training_sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE cycle (
  id TEXT PRIMARY KEY,
  started_ms INTEGER NOT NULL,
  ended_ms INTEGER,
  state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'halted', 'cancelled', 'failed', 'abandoned')),
  seed INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  report TEXT NOT NULL DEFAULT '{}'   -- canonical JSON: stations with count, duration, fallback, reasons
) STRICT, WITHOUT ROWID;

-- The inputs of one group of siblings (category × zone) as they were: what replay recomputes from.
CREATE TABLE pricing_case (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  case_key TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  content BLOB NOT NULL               -- compressed canonical JSON
) STRICT;

-- Small rows: what lists show and what changes. The evidence stands beside them and is written once.
CREATE TABLE decision (
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  case_id TEXT NOT NULL REFERENCES pricing_case (id),
  listing_no INTEGER NOT NULL REFERENCES listing (no),
  state TEXT NOT NULL CHECK (state IN ('unchanged', 'held', 'pending', 'approved', 'rejected', 'expired', 'superseded',
                                       'published', 'rolled_back')),
  current_minor INTEGER NOT NULL,
  proposed_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  content_hash TEXT NOT NULL,         -- SHA-256 of what is approved: see decision/PriceDecision.h
  route TEXT NOT NULL,
  primary_reason TEXT NOT NULL,
  profit_micro INTEGER NOT NULL DEFAULT 0,      -- expected change per week, with its 90 % interval
  profit_low_micro INTEGER NOT NULL DEFAULT 0,
  profit_high_micro INTEGER NOT NULL DEFAULT 0,
  stake_micro INTEGER NOT NULL DEFAULT 0,
  confidence REAL,
  summary TEXT NOT NULL,              -- canonical JSON: names, margins, reasons
  proposed_by TEXT NOT NULL,
  edited_by TEXT NOT NULL DEFAULT '',
  batch_no INTEGER REFERENCES price_batch (no),
  created_ms INTEGER NOT NULL,
  expires_ms INTEGER NOT NULL,
  decided_ms INTEGER,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX decision_by_state ON decision (state, stake_micro DESC);
CREATE INDEX decision_by_listing ON decision (listing_no, created_ms);
CREATE INDEX decision_by_cycle ON decision (cycle_id);
CREATE INDEX decision_by_batch ON decision (batch_no) WHERE batch_no IS NOT NULL;

CREATE TABLE decision_evidence (
  decision_no INTEGER PRIMARY KEY REFERENCES decision (no),
  content TEXT NOT NULL               -- canonical JSON: recommendation, verdicts, features
) STRICT;

CREATE TABLE approval (
  id TEXT PRIMARY KEY,
  decision_id TEXT NOT NULL REFERENCES decision (id),
  user TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('approve', 'reject', 'undo', 'edit', 'comment')),
  reason_code TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  content_hash TEXT NOT NULL,
  self_approved INTEGER NOT NULL DEFAULT 0,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX approval_by_decision ON approval (decision_id, at_ms);

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Prices that a cycle drew at random to learn from, each with the probabilities that it was drawn by. A row also where
-- the preferred price came: what is compared needs both.
CREATE TABLE price_draw (
  decision_id TEXT PRIMARY KEY REFERENCES decision (id),
  listing_no INTEGER NOT NULL,
  case_id TEXT NOT NULL,
  drawn_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,       -- the price stays until then
  current_minor INTEGER NOT NULL,  -- the price before
  preferred_minor INTEGER NOT NULL,-- what would have been proposed
  chosen_minor INTEGER NOT NULL,
  chances TEXT NOT NULL            -- JSON: [[minor, probability] …]
) STRICT, WITHOUT ROWID;
CREATE INDEX price_draw_listing ON price_draw (listing_no, until_ms);

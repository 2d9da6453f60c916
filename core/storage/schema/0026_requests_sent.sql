-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- A budget counts what was really sent. A try that is redirected is several requests.
ALTER TABLE page_look ADD COLUMN requests INTEGER; -- NULL: of before, one a try
-- Those that no look tells of: for robots.txt, and for pages that were given up.
CREATE TABLE request_besides (
  no INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  requests INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;
CREATE INDEX request_besides_at ON request_besides (at_ms);
-- With another pack, or another word on whose product it is, a listing's offers mean something else.
CREATE TRIGGER offer_to_judge_match AFTER UPDATE OF their_packs, our_packs, state ON product_match
WHEN NEW.their_packs <> OLD.their_packs OR NEW.our_packs <> OLD.our_packs OR NEW.state <> OLD.state BEGIN
  INSERT INTO offer_to_judge (listing_no) VALUES (NEW.listing_no)
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;

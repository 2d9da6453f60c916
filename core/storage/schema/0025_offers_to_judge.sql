-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Listings about which something new is known since offers were last judged: an offer came or went, a person said what
-- one is worth, our own price began or was taken back. Rounds judge these alone; where there are none, nothing is read.
CREATE TABLE offer_to_judge (
  listing_no INTEGER PRIMARY KEY,
  changes INTEGER NOT NULL DEFAULT 1 -- so that what comes while it is judged is not taken for judged
) STRICT;
CREATE TRIGGER offer_to_judge_new AFTER INSERT ON offer BEGIN
  INSERT INTO offer_to_judge (listing_no) SELECT listing_no FROM product_match WHERE no = NEW.match_no
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER offer_to_judge_gone AFTER DELETE ON offer BEGIN
  INSERT INTO offer_to_judge (listing_no) SELECT listing_no FROM product_match WHERE no = OLD.match_no
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;
-- The checks themselves accept without a reason, and hold.
CREATE TRIGGER offer_to_judge_said AFTER UPDATE OF state, state_reason ON offer
WHEN NEW.state <> 'quarantined' AND NEW.state_reason <> '' BEGIN
  INSERT INTO offer_to_judge (listing_no) SELECT listing_no FROM product_match WHERE no = NEW.match_no
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER offer_to_judge_price AFTER INSERT ON price WHEN NEW.type = 'regular' BEGIN
  INSERT INTO offer_to_judge (listing_no) VALUES (NEW.listing_no)
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;
CREATE TRIGGER offer_to_judge_no_price AFTER DELETE ON price WHEN OLD.type = 'regular' BEGIN
  INSERT INTO offer_to_judge (listing_no) VALUES (OLD.listing_no)
  ON CONFLICT (listing_no) DO UPDATE SET changes = changes + 1;
END;
INSERT INTO offer_to_judge (listing_no) SELECT DISTINCT listing_no FROM product_match;

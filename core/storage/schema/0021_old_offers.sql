-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Old offers are deleted, but for those that decisions, entries of the journal or alerts name. Which these are is found
-- out once for each, while they still are at hand; the place that was read up to stands beside.
CREATE TABLE offer_reference (
  offer_no INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE offer_cleaning (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  last_case INTEGER NOT NULL DEFAULT 0,  -- pricing_case.no
  last_entry INTEGER NOT NULL DEFAULT 0, -- audit_entry.sequence
  last_alert INTEGER NOT NULL DEFAULT 0, -- alert_event.no
  done_ms INTEGER NOT NULL DEFAULT 0     -- all that was to be deleted was deleted then
) STRICT;
INSERT INTO offer_cleaning (one) VALUES (1);

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a person at the desk of the market needs: why two products may be the same, how a site's pages are fetched, and
-- what was seen lately without reading everything.
ALTER TABLE product_match ADD COLUMN evidence TEXT NOT NULL DEFAULT ''; -- codes, one a line; "-": against it
ALTER TABLE site ADD COLUMN fetcher TEXT NOT NULL DEFAULT 'http' CHECK (fetcher IN ('http', 'browser'));
CREATE INDEX offer_observed ON offer (observed_ms);
CREATE INDEX offer_of_match ON offer (match_no, observed_ms);
CREATE INDEX page_look_offer ON page_look (offer_no) WHERE offer_no IS NOT NULL;
CREATE INDEX page_stored ON page (stored_ms);

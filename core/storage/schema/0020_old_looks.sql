-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Old looks that found no price are deleted at each round: those that found one are kept for ever, and must not be read
-- through each time to find the others.
CREATE INDEX page_look_without_price ON page_look (at_ms) WHERE offer_no IS NULL;

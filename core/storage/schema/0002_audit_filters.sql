-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal is read newest first, filtered by who, what and when. Each index ends in the entry's number, so that a
-- page is found by one descent and nothing is sorted.
CREATE INDEX audit_by_kind ON audit_entry (kind);
CREATE INDEX audit_by_actor ON audit_entry (actor, kind);
CREATE INDEX audit_by_time ON audit_entry (at_ms);

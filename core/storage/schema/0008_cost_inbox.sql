-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Cost events that somebody has dealt with otherwise than by new prices. Events themselves are read off the cost table.
CREATE TABLE cost_event_mark (
  event_key TEXT PRIMARY KEY,         -- import|day, or hand|day
  user TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

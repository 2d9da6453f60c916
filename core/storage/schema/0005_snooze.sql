-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Decisions that somebody has put off: they leave the queue's first view until then, and come back by themselves.
CREATE TABLE snooze (
  decision_id TEXT PRIMARY KEY REFERENCES decision (id),
  until_ms INTEGER NOT NULL,
  user TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who decides in whose stead, and until when. An approval given so names both. Decisions that are over are found by
-- their time.
CREATE TABLE delegation (
  id TEXT PRIMARY KEY,
  from_user TEXT NOT NULL REFERENCES user (name),
  to_user TEXT NOT NULL REFERENCES user (name),
  since_ms INTEGER NOT NULL,
  until_ms INTEGER NOT NULL,
  ended_ms INTEGER,                   -- taken back before its time
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (until_ms > since_ms),
  CHECK (from_user <> to_user)
) STRICT, WITHOUT ROWID;
CREATE INDEX delegation_to ON delegation (to_user, until_ms);

CREATE INDEX decision_by_end ON decision (decided_ms) WHERE decided_ms IS NOT NULL;
CREATE INDEX decision_by_expiry ON decision (expires_ms) WHERE state = 'expired';

-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The optimizer has versions too: what one differs in from the workspace's settings.
INSERT INTO model_version (name, version, parameters, alias, note, created_ms, created_by) VALUES
  ('price_optimizer', '1.0.0', '{}', 'champion', 'comes with the program', 0, 'system');

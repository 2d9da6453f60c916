-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the maker calls a product: beside its brand it tells a competitor's offer of the same product where the bar code
-- is not told. Looked for by words as well.
ALTER TABLE sku ADD COLUMN mpn TEXT NOT NULL DEFAULT '';

DROP TRIGGER search_sku_changed;
CREATE TRIGGER search_sku_changed AFTER UPDATE OF code, name, brand, gtin, mpn ON sku BEGIN
  INSERT INTO search_changed SELECT NEW.no * 2
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = NEW.no * 2);
END;

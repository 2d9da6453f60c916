-- SPDX-FileCopyrightText: The Pricewright authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people look for by words: products, and competitors' products that have a title. A row's number tells whose it
-- is: twice the SKU's, or twice the match's and one more. The file's schema is not trusted, so that its triggers may
-- not write to the index: they note what changed, and the program brings the index up to it (engine/SearchIndex).
CREATE VIRTUAL TABLE search_text USING fts5 (words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4');
INSERT INTO search_text (rowid, words) SELECT no * 2, code || ' ' || name || ' ' || brand || ' ' || gtin FROM sku;
INSERT INTO search_text (rowid, words)
  SELECT no * 2 + 1, title || ' ' || external_code FROM product_match WHERE title <> '';
-- (OR IGNORE would not do below: within a trigger the outer statement's way with conflicts holds.)
CREATE TABLE search_changed (no INTEGER PRIMARY KEY) STRICT;

CREATE TRIGGER search_sku_new AFTER INSERT ON sku BEGIN
  INSERT INTO search_changed SELECT NEW.no * 2
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = NEW.no * 2);
END;
CREATE TRIGGER search_sku_changed AFTER UPDATE OF code, name, brand, gtin ON sku BEGIN
  INSERT INTO search_changed SELECT NEW.no * 2
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = NEW.no * 2);
END;
CREATE TRIGGER search_sku_gone AFTER DELETE ON sku BEGIN
  INSERT INTO search_changed SELECT OLD.no * 2
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = OLD.no * 2);
END;
CREATE TRIGGER search_match_new AFTER INSERT ON product_match WHEN NEW.title <> '' BEGIN
  INSERT INTO search_changed SELECT NEW.no * 2 + 1
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = NEW.no * 2 + 1);
END;
CREATE TRIGGER search_match_changed AFTER UPDATE OF title, external_code ON product_match
WHEN NEW.title <> OLD.title OR NEW.external_code <> OLD.external_code BEGIN
  INSERT INTO search_changed SELECT NEW.no * 2 + 1
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = NEW.no * 2 + 1);
END;
CREATE TRIGGER search_match_gone AFTER DELETE ON product_match WHEN OLD.title <> '' BEGIN
  INSERT INTO search_changed SELECT OLD.no * 2 + 1
    WHERE NOT EXISTS (SELECT 1 FROM search_changed WHERE no = OLD.no * 2 + 1);
END;

-- 1: this declaration begins another life of its item id (UPU S10), 2: it declares the return of the item (docs/item-life.md)
ALTER TABLE message ADD COLUMN begins INTEGER NOT NULL DEFAULT 0;

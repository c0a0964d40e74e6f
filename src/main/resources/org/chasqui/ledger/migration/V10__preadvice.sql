-- until when a delivery waits for a pre-advice that holds its item (docs/item-life.md); null when it does not, or no longer
ALTER TABLE delivery ADD COLUMN awaits BIGINT;
CREATE INDEX delivery_awaiting ON delivery (awaits) WHERE awaits IS NOT NULL;
-- when it is looked for a pre-advice that another gateway recorded at the same moment; null once that was done
ALTER TABLE delivery ADD COLUMN look_at BIGINT;
CREATE INDEX delivery_look ON delivery (look_at) WHERE look_at IS NOT NULL;

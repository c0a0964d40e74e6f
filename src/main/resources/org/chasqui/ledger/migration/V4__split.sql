-- the place of a delivery in the order of versions, when it is not its id: that of the delivery it was split from
ALTER TABLE delivery ADD COLUMN place BIGINT;

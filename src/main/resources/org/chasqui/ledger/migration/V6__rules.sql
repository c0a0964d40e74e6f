-- rules and exchange rates by the first 32 hex digits of the SHA-256 of their text (docs/rules.md)
CREATE TABLE rule_text (
  reference TEXT NOT NULL PRIMARY KEY,
  content TEXT NOT NULL
);
-- which rules of which days assessed a declaration, by reference; it stays when the message is purged
ALTER TABLE message ADD COLUMN assessment TEXT;
-- until when a delivery waits, since its party is closed by its calendar
ALTER TABLE delivery ADD COLUMN held_until BIGINT;

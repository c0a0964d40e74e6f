-- what services of administrations answered about an item before its delivery (docs/rules.md); stays when the message is purged
CREATE TABLE enrichment (
  message_id BIGINT NOT NULL,
  name TEXT NOT NULL,
  applied TEXT NOT NULL,
  delivery_id BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  PRIMARY KEY (message_id, name)
);
CREATE INDEX enrichment_delivery ON enrichment (delivery_id, asked_at);

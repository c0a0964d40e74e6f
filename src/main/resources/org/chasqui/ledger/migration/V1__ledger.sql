-- The ledger, version 1. One text for SQLite and PostgreSQL; what they cannot share stands in placeholders:
--   ${key}        type of a 64-bit primary key (the row id of SQLite must be spelled INTEGER)
--   ${ordered}    collation by code point, so that prefixes are ranges
--   ${clustered}  keeps the row in its primary key where the store can
-- Moments are milliseconds since 1970. States are the numbers of the enums. 0 means "none" in references.

CREATE TABLE node (
  name TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  id_high BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);

CREATE TABLE interchange (
  id ${key} NOT NULL PRIMARY KEY,
  party TEXT NOT NULL,
  identity TEXT,
  door TEXT NOT NULL,
  format TEXT,
  media_type TEXT,
  reference TEXT,
  test INTEGER NOT NULL,
  caused_by BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  size BIGINT NOT NULL,
  state INTEGER NOT NULL,
  items INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  faults INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  token BIGINT NOT NULL DEFAULT 0,
  lease BIGINT NOT NULL DEFAULT 0,
  due_at BIGINT,
  sweep_at BIGINT,
  node TEXT NOT NULL,
  purged INTEGER NOT NULL DEFAULT 0,
  UNIQUE (party, identity)
);
CREATE INDEX interchange_sweep ON interchange (sweep_at) WHERE sweep_at IS NOT NULL;

CREATE TABLE raw_piece (
  interchange_id BIGINT NOT NULL,
  piece INTEGER NOT NULL,
  content BYTEA NOT NULL,
  PRIMARY KEY (interchange_id, piece)
);

CREATE TABLE message (
  id ${key} NOT NULL PRIMARY KEY,
  interchange_id BIGINT NOT NULL,
  position INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  business_key TEXT ${ordered},
  envelope_id TEXT,
  sender TEXT NOT NULL,
  declaration_id TEXT,
  correlation_id TEXT,
  version INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  status TEXT,
  decisive INTEGER NOT NULL,
  decided_by TEXT,
  recorded_at BIGINT NOT NULL,
  digest BYTEA,
  json BYTEA
);
CREATE INDEX message_position ON message (interchange_id, position);
CREATE INDEX message_key ON message (business_key);
CREATE INDEX message_sender ON message (sender, id);

CREATE TABLE delivery (
  id ${key} NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  codec TEXT,
  reference TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  about TEXT,
  kind INTEGER NOT NULL,
  total INTEGER NOT NULL,
  open INTEGER NOT NULL,
  parked INTEGER NOT NULL DEFAULT 0,
  versioned INTEGER NOT NULL,
  state INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  polls INTEGER NOT NULL DEFAULT 0,
  replays INTEGER NOT NULL DEFAULT 0,
  cut INTEGER NOT NULL DEFAULT 0,
  protocol TEXT,
  reason TEXT,
  created_at BIGINT NOT NULL,
  changed_at BIGINT NOT NULL,
  submitted_at BIGINT,
  offered_at BIGINT,
  token BIGINT NOT NULL DEFAULT 0,
  due_at BIGINT,
  sweep_at BIGINT,
  node TEXT NOT NULL,
  purged INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX delivery_sweep ON delivery (sweep_at) WHERE sweep_at IS NOT NULL;
CREATE INDEX delivery_pushed ON delivery (recipient, id) WHERE state = 300 AND due_at IS NULL;
CREATE INDEX delivery_outbox ON delivery (recipient, offered_at, id) WHERE state = 250;
CREATE INDEX delivery_parked ON delivery (recipient, id) WHERE parked > 0;

-- part 1: what was sent or offered; part 2: what came back
CREATE TABLE delivery_document (
  delivery_id BIGINT NOT NULL,
  part INTEGER NOT NULL,
  cut INTEGER NOT NULL,
  media_type TEXT,
  content BYTEA NOT NULL,
  PRIMARY KEY (delivery_id, part)
);

-- state 100 follows the delivery; any other state was given to the line by name
CREATE TABLE delivery_line (
  delivery_id BIGINT NOT NULL,
  message_id BIGINT NOT NULL,
  recipient TEXT NOT NULL,
  item TEXT,
  kind INTEGER NOT NULL,
  version INTEGER NOT NULL,
  decisive INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 100,
  decided INTEGER NOT NULL DEFAULT 0,
  told INTEGER NOT NULL DEFAULT 0,
  national_reference TEXT,
  PRIMARY KEY (delivery_id, message_id)
)${clustered};
-- lines of an item are found by its messages, so that an item costs one random place of an index, not two
CREATE INDEX line_message ON delivery_line (message_id);
CREATE INDEX line_recipient ON delivery_line (recipient, message_id);

CREATE TABLE event (
  chain TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  happened_at BIGINT NOT NULL,
  type TEXT NOT NULL,
  party TEXT NOT NULL,
  interchange_id BIGINT NOT NULL,
  delivery_id BIGINT NOT NULL,
  detail TEXT NOT NULL,
  previous BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (chain, sequence)
)${clustered};
CREATE INDEX event_interchange ON event (interchange_id) WHERE interchange_id > 0;
CREATE INDEX event_delivery ON event (delivery_id) WHERE delivery_id > 0;

CREATE TABLE chain_head (
  chain TEXT NOT NULL PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash BYTEA NOT NULL
);

CREATE TABLE problem (
  id ${key} NOT NULL PRIMARY KEY,
  interchange_id BIGINT NOT NULL,
  message_id BIGINT NOT NULL,
  delivery_id BIGINT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  location TEXT NOT NULL,
  found TEXT,
  expected TEXT
);
CREATE INDEX problem_interchange ON problem (interchange_id, position, id) WHERE delivery_id = 0;
CREATE INDEX problem_delivery ON problem (delivery_id, message_id) WHERE delivery_id > 0;

CREATE TABLE tally (
  party TEXT NOT NULL,
  node TEXT NOT NULL,
  accepted BIGINT NOT NULL,
  delivered BIGINT NOT NULL,
  decided BIGINT NOT NULL,
  told BIGINT NOT NULL,
  refused BIGINT NOT NULL,
  parked BIGINT NOT NULL,
  waiting BIGINT NOT NULL,
  losses BIGINT NOT NULL,
  problems BIGINT NOT NULL,
  last_delivered BIGINT,
  last_decided BIGINT,
  PRIMARY KEY (party, node)
);

CREATE TABLE party_state (
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (party, name)
);

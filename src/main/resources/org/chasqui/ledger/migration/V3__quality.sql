-- sums of the quality of declarations (docs/quality.md): one row a day (UTC, days since 1970), operator, lane, measure and node
CREATE TABLE quality (
  day INTEGER NOT NULL,
  operator TEXT NOT NULL,
  origin TEXT NOT NULL,
  destination TEXT NOT NULL,
  measure TEXT NOT NULL,
  node TEXT NOT NULL,
  met BIGINT NOT NULL,
  failed BIGINT NOT NULL,
  not_known BIGINT NOT NULL,
  minutes BIGINT NOT NULL,
  PRIMARY KEY (day, operator, origin, destination, measure, node)
)${clustered};
-- bits of the measures that were taken of a declaration by a later message, so that each is taken once
ALTER TABLE message ADD COLUMN measured INTEGER NOT NULL DEFAULT 0;

-- what should come by a time, and what did not come or should not have (docs/item-life.md): one row a deadline, which is an alarm once it
-- is raised. A row without due_at waits for something else than a time. Of one identity one row stands at a time.
CREATE TABLE alarm (
  id ${key} NOT NULL PRIMARY KEY,
  identity TEXT NOT NULL,
  kind INTEGER NOT NULL,
  subject TEXT ${ordered} NOT NULL,
  party TEXT NOT NULL,
  other TEXT,
  reference TEXT,
  detail TEXT,
  message_id BIGINT NOT NULL,
  state INTEGER NOT NULL,
  pause BIGINT,
  created_at BIGINT NOT NULL,
  due_at BIGINT,
  raised_at BIGINT,
  ended_at BIGINT
);
CREATE UNIQUE INDEX alarm_identity ON alarm (identity) WHERE state < 300;
CREATE INDEX alarm_subject ON alarm (subject);
CREATE INDEX alarm_due ON alarm (due_at) WHERE state = 100;
CREATE INDEX alarm_standing ON alarm (kind) WHERE state < 300;
CREATE INDEX alarm_raised ON alarm (raised_at, id) WHERE raised_at IS NOT NULL;

-- which items a pre-advice puts into which receptacle
CREATE TABLE dispatch_item (
  item TEXT ${ordered} NOT NULL,
  message_id BIGINT NOT NULL,
  dispatch TEXT ${ordered} NOT NULL,
  receptacle TEXT ${ordered} NOT NULL,
  sender TEXT NOT NULL,
  PRIMARY KEY (item, message_id)
)${clustered};
CREATE INDEX dispatch_item_message ON dispatch_item (message_id);
CREATE INDEX dispatch_item_receptacle ON dispatch_item (receptacle);

-- items that a message is about beside the one that it is filed under
CREATE TABLE message_item (
  item TEXT ${ordered} NOT NULL,
  message_id BIGINT NOT NULL,
  PRIMARY KEY (item, message_id)
)${clustered};


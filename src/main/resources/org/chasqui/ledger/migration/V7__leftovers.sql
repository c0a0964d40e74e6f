-- what a node was still receiving when it ended is found at its start without reading every document's row
CREATE INDEX interchange_receiving ON interchange (node) WHERE state = 50;

-- deliveries to one recipient with the same bundle may become one, up to so many lines, before their first attempt
ALTER TABLE delivery ADD COLUMN bundle TEXT;
ALTER TABLE delivery ADD COLUMN most INTEGER;

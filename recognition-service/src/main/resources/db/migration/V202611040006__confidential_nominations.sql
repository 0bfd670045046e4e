-- Whom the Party commends is nobody else's business: events of such nominations leave the person out.
ALTER TABLE nomination ADD COLUMN confidential boolean NOT NULL DEFAULT false;

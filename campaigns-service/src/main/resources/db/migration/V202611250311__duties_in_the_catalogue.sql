-- The duties that exclude each other now come with the service (catalogue/duties.yaml): with article, words and days. The table
-- stays for instances of the version before, which still read it during an update.
COMMENT ON TABLE duty_exclusion IS 'Read by the version before only: the duties stand in catalogue/duties.yaml';

-- A delegated grant names the person on whose behalf it is used.
ALTER TABLE access_grant ADD COLUMN on_behalf_of uuid;

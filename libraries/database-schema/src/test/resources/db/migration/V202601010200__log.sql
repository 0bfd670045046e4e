CREATE TABLE thing_log (what text NOT NULL);
REVOKE UPDATE, DELETE, TRUNCATE ON thing_log FROM ${app_role};

-- Once per cluster, as superuser: psql -v units_app=… -f databases.sql with a password for each role.
-- The owner migrates, the application role owns nothing: it gets rights on what the owner creates, and a migration takes
-- UPDATE and DELETE away again from what only grows (audit, event log).
CREATE ROLE units_owner LOGIN PASSWORD :'units_owner';
CREATE ROLE units_app LOGIN PASSWORD :'units_app';
CREATE ROLE campaigns_owner LOGIN PASSWORD :'campaigns_owner';
CREATE ROLE campaigns_app LOGIN PASSWORD :'campaigns_app';
CREATE ROLE recognition_owner LOGIN PASSWORD :'recognition_owner';
CREATE ROLE recognition_app LOGIN PASSWORD :'recognition_app';

CREATE DATABASE units OWNER units_owner;
CREATE DATABASE campaigns OWNER campaigns_owner;
CREATE DATABASE recognition OWNER recognition_owner;
REVOKE CONNECT, TEMPORARY ON DATABASE units, campaigns, recognition FROM PUBLIC;
GRANT CONNECT ON DATABASE units TO units_app;
GRANT CONNECT ON DATABASE campaigns TO campaigns_app;
GRANT CONNECT ON DATABASE recognition TO recognition_app;

\connect units
ALTER SCHEMA public OWNER TO units_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO units_app;
ALTER DEFAULT PRIVILEGES FOR ROLE units_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO units_app;
ALTER DEFAULT PRIVILEGES FOR ROLE units_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO units_app;

\connect campaigns
ALTER SCHEMA public OWNER TO campaigns_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO campaigns_app;
ALTER DEFAULT PRIVILEGES FOR ROLE campaigns_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO campaigns_app;
ALTER DEFAULT PRIVILEGES FOR ROLE campaigns_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO campaigns_app;

\connect recognition
ALTER SCHEMA public OWNER TO recognition_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO recognition_app;
ALTER DEFAULT PRIVILEGES FOR ROLE recognition_owner IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO recognition_app;
ALTER DEFAULT PRIVILEGES FOR ROLE recognition_owner IN SCHEMA public GRANT USAGE ON SEQUENCES TO recognition_app;

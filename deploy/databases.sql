-- For a PostgreSQL of your own, once per cluster, as superuser: psql -v units_owner=… -v units_app=… … -f databases.sql with a
-- password for each role. The migration of each service grants its application role the rest, as the owner.
CREATE ROLE units_owner LOGIN PASSWORD :'units_owner';
CREATE ROLE units_app LOGIN PASSWORD :'units_app';
CREATE ROLE campaigns_owner LOGIN PASSWORD :'campaigns_owner';
CREATE ROLE campaigns_app LOGIN PASSWORD :'campaigns_app';
CREATE ROLE recognition_owner LOGIN PASSWORD :'recognition_owner';
CREATE ROLE recognition_app LOGIN PASSWORD :'recognition_app';
ALTER ROLE units_owner SET lock_timeout = '30s';
ALTER ROLE units_app SET statement_timeout = '30s';
ALTER ROLE units_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE campaigns_owner SET lock_timeout = '30s';
ALTER ROLE campaigns_app SET statement_timeout = '30s';
ALTER ROLE campaigns_app SET idle_in_transaction_session_timeout = '60s';
ALTER ROLE recognition_owner SET lock_timeout = '30s';
ALTER ROLE recognition_app SET statement_timeout = '30s';
ALTER ROLE recognition_app SET idle_in_transaction_session_timeout = '60s';
CREATE DATABASE units OWNER units_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
CREATE DATABASE campaigns OWNER campaigns_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';
CREATE DATABASE recognition OWNER recognition_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C';

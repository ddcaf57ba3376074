-- Rendered from the contract by: manage.py schema_sql
-- What belongs to the database itself: who may connect, and what PUBLIC may not do.
-- Run by the database's owner, or by a login that is a member of it: after 20_schemas.sql.
\set ON_ERROR_STOP on
\set QUIET on
\if :{?lock_timeout}
\else
  \set lock_timeout 5s
\endif
BEGIN;
SET LOCAL client_min_messages = warning;
SET LOCAL lock_timeout = :'lock_timeout';
SET LOCAL search_path = pg_catalog, pg_temp;
-- Up to PostgreSQL 15 a NOINHERIT login has the rights of no role: until the end this one has.
SELECT coalesce(bool_or(rolcreaterole), false) AS inherits,
       coalesce(bool_or(NOT rolcreaterole), false) AS may_not_inherit
  FROM pg_roles
 WHERE rolname = :'USER' AND NOT rolinherit AND NOT rolsuper
   AND current_setting('server_version_num')::int < 160000 \gset
\if :inherits
  ALTER ROLE :"USER" INHERIT;
\endif
DO $database$
DECLARE
  here CONSTANT text := current_database();
  login text;
  statement text;
  statements text[] := '{}';
  owner oid;
BEGIN
  -- The logins of the contract may connect.
  SELECT d.datdba INTO owner FROM pg_database d WHERE d.datname = here;
  FOR login IN
    SELECT r.rolname FROM pg_roles r
     WHERE r.rolname IN ('appschemas_app', 'appschemas_migrator') AND r.oid <> owner
       AND NOT EXISTS
         (SELECT FROM pg_database d, aclexplode(d.datacl) a
           WHERE d.datname = here AND a.grantee = r.oid AND a.privilege_type = 'CONNECT')
     ORDER BY r.rolname
  LOOP
    statements := statements || format('GRANT CONNECT ON DATABASE %I TO %I', here, login);
  END LOOP;
  -- Nobody makes schemas or temporary tables without being asked: both can shadow others' tables.
  IF EXISTS
    (SELECT FROM pg_database d,
                 aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      WHERE d.datname = here AND a.grantee = 0 AND a.privilege_type IN ('CREATE', 'TEMPORARY'))
  THEN
    statements := statements
      || format('REVOKE CREATE, TEMPORARY ON DATABASE %I FROM PUBLIC', here);
  END IF;
  IF statements <> '{}' AND NOT pg_has_role(owner, 'USAGE') THEN
    RAISE EXCEPTION 'only % owns database %, and may say who connects', owner::regrole, here
      USING ERRCODE = 'insufficient_privilege', HINT = 'Let its owner run 22_database.sql.';
  END IF;
  -- The schema public is on nobody's path. While tables lie there that somebody uses, it is open.
  SELECT n.nspowner INTO owner FROM pg_namespace n
   WHERE n.nspname = 'public'
     AND NOT EXISTS (SELECT FROM pg_class c
                      WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p'))
     AND EXISTS (SELECT FROM aclexplode(
                   coalesce(n.nspacl, acldefault('n', n.nspowner))) a WHERE a.grantee = 0);
  IF FOUND THEN
    IF NOT pg_has_role(owner, 'USAGE') THEN
      RAISE EXCEPTION 'only % owns schema public, and may close it', owner::regrole
        USING ERRCODE = 'insufficient_privilege', HINT = 'Let its owner run 22_database.sql.';
    END IF;
    statements := statements || 'REVOKE ALL ON SCHEMA public FROM PUBLIC'::text;
  END IF;
  FOREACH statement IN ARRAY statements LOOP
    EXECUTE statement;
  END LOOP;
END
$database$;
\if :inherits
  ALTER ROLE :"USER" NOINHERIT;
\endif
COMMIT;

-- Rendered from the contract by: manage.py schema_sql
-- Everything, in order: psql -d DATABASE -v owner=ROLE -f undo/all.sql
\set ON_ERROR_STOP on
\ir 10_database.sql
\ir 20_checks.sql
\ir 30_grants.sql
\ir 40_schemas.sql
\ir 50_roles.sql

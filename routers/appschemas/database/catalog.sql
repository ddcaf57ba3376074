-- login --
-- Who asks, and what for
SELECT session_user AS name,
       r.rolsuper AS superuser,
       r.rolcreaterole AS createrole,
       current_database() AS database,
       (SELECT o.rolname FROM pg_database d JOIN pg_roles o ON o.oid = d.datdba
         WHERE d.datname = current_database()) AS database_owner,
       current_setting('server_version_num')::integer AS version
  FROM pg_roles r
 WHERE r.rolname = session_user

-- roles --
-- The contract's roles as they are
SELECT rolname AS name, rolcanlogin AS login, rolinherit AS inherit, rolsuper AS superuser,
       rolcreatedb AS createdb, rolcreaterole AS createrole, rolreplication AS replication,
       rolbypassrls AS bypassrls
  FROM pg_roles
 WHERE rolname = ANY(%(roles)s)

-- memberships --
-- Who is a member of the contract's roles, and of what they are members. Up to PostgreSQL 15 a
-- membership has no options of its own: NOINHERIT of the member stands for INHERIT FALSE, and only
-- the role of history and logins that read are to have INHERIT. What may
-- neither inherit nor SET ROLE and comes from the bootstrap superuser is how CREATEROLE manages;
-- whoever has no CREATEROLE could grant itself the role by it.
SELECT g.rolname AS role,
       m.rolname AS member,
       coalesce((to_jsonb(am) ->> 'inherit_option')::boolean,
                m.rolname = ANY(%(inheriting)s) AND m.rolinherit) AS inherit,
       coalesce((to_jsonb(am) ->> 'set_option')::boolean, true) AS settable,
       am.admin_option AS admin,
       coalesce(b.rolname, '') AS grantor,
       m.rolsuper AS by_superuser,
       g.oid < 16384 AS predefined
  FROM pg_auth_members am
  JOIN pg_roles g ON g.oid = am.roleid
  JOIN pg_roles m ON m.oid = am.member
  LEFT JOIN pg_roles b ON b.oid = am.grantor
 WHERE (g.rolname = ANY(%(roles)s) OR m.rolname = ANY(%(roles)s))
   AND NOT (am.grantor = 10 AND m.rolcreaterole
            AND NOT coalesce((to_jsonb(am) ->> 'inherit_option')::boolean, true)
            AND NOT coalesce((to_jsonb(am) ->> 'set_option')::boolean, true))

-- schemas --
-- The contract's schemas and whose they are; `splitting` while a split of the shared schema has not
-- been ended, true until the wall stands, which is said where no owner of an app's schema may say anything
WITH marked AS MATERIALIZED (
  -- First whose it is: what others write there may be no JSON.
  SELECT substring(obj_description(n.oid, 'pg_namespace') from ' appschemas:split (.*)$') AS marks
    FROM pg_namespace n
    JOIN pg_roles r ON r.oid = n.nspowner AND r.rolname = %(extensions_owner)s
   WHERE n.nspname = ANY(%(homes)s)
), split AS (
  SELECT mark.key AS name, mark.value -> 'walled' IS NULL AS is_open
    FROM marked CROSS JOIN LATERAL jsonb_each(marked.marks::jsonb) AS mark
)
SELECT n.nspname AS name, r.rolname AS owner,
       (SELECT split.is_open FROM split WHERE split.name = n.nspname) AS splitting
  FROM pg_namespace n
  JOIN pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY(%(schemas)s)

-- objects --
-- What lies in the app schemas, members of extensions that lie there, too, left out; what else counts
-- as an extension's was added by hand. `linked` sequences belong to a column and always to the owner
-- of its table
SELECT CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END AS kind,
       n.nspname AS schema, c.relname AS name, '' AS arguments, r.rolname AS owner,
       c.relkind = 'S' AND EXISTS
         (SELECT FROM pg_depend d
           WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
             AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')) AS linked
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_roles r ON r.oid = c.relowner
 WHERE n.nspname = ANY(%(app_schemas)s)
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
   AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                       AND d.deptype = 'e' AND x.extnamespace = c.relnamespace)
UNION ALL
SELECT 'function', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), r.rolname, false
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_roles r ON r.oid = p.proowner
 WHERE n.nspname = ANY(%(function_schemas)s)
   AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                     WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                       AND d.deptype = 'e' AND x.extnamespace = p.pronamespace)

-- grants --
-- Every privilege on the database, the schemas and what lies in them, except those of the object's
-- own owner and of superusers outside the contract; no grantor means the owner
WITH acls AS (
  SELECT 'database' AS kind, '' AS schema, datname AS name, '' AS arguments, '' AS "column",
         datdba AS owner, coalesce(datacl, acldefault('d', datdba)) AS acl
    FROM pg_database
   WHERE datname = current_database()
  UNION ALL
  SELECT 'schema', nspname, '', '', '', nspowner, coalesce(nspacl, acldefault('n', nspowner))
    FROM pg_namespace
   WHERE nspname = ANY(%(schemas)s)
  UNION ALL
  SELECT CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, n.nspname, c.relname, '', '',
         c.relowner,
         coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END,
                                       c.relowner))
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = ANY(%(app_schemas)s)
     AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
     AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                       WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                         AND d.deptype = 'e' AND x.extnamespace = c.relnamespace)
  UNION ALL
  SELECT 'column', n.nspname, c.relname, '', a.attname, c.relowner, a.attacl
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = ANY(%(app_schemas)s) AND a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL
  SELECT 'function', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), '',
         p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
    FROM pg_proc p
    JOIN pg_namespace n ON n.oid = p.pronamespace
   WHERE n.nspname = ANY(%(function_schemas)s)
     AND NOT EXISTS (SELECT FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid
                       WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                         AND d.deptype = 'e' AND x.extnamespace = p.pronamespace)
)
SELECT acls.kind, acls.schema, acls.name, acls.arguments, acls."column",
       coalesce(g.rolname, 'PUBLIC') AS role,
       a.privilege_type AS privilege,
       a.is_grantable AS grantable,
       CASE a.grantor WHEN acls.owner THEN '' ELSE coalesce(b.rolname, '') END AS grantor
  FROM acls
 CROSS JOIN aclexplode(acls.acl) a
  LEFT JOIN pg_roles g ON g.oid = a.grantee
  LEFT JOIN pg_roles b ON b.oid = a.grantor
 WHERE a.grantee <> acls.owner
   AND NOT coalesce(g.rolsuper AND g.rolname <> ALL(%(roles)s), false)

-- default_privileges --
-- What the owners' future objects grant: per schema in addition to the global ones, which start
-- from PostgreSQL's own (EXECUTE to PUBLIC)
WITH acls AS (
  SELECT r.rolname AS owner, '' AS schema, t.kind, r.oid,
         coalesce(d.defaclacl, acldefault(t.hardwired::"char", r.oid)) AS acl
    FROM pg_roles r
   CROSS JOIN (VALUES ('r', 'r', 'TABLES'), ('S', 's', 'SEQUENCES'), ('f', 'f', 'FUNCTIONS'))
              AS t (type, hardwired, kind)
    LEFT JOIN pg_default_acl d
           ON d.defaclrole = r.oid AND d.defaclnamespace = 0 AND d.defaclobjtype = t.type::"char"
   WHERE r.rolname = ANY(%(owners)s)
  UNION ALL
  SELECT r.rolname, n.nspname,
         CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' ELSE 'FUNCTIONS' END,
         r.oid, d.defaclacl
    FROM pg_default_acl d
    JOIN pg_roles r ON r.oid = d.defaclrole
    JOIN pg_namespace n ON n.oid = d.defaclnamespace
   WHERE r.rolname = ANY(%(owners)s) AND d.defaclobjtype IN ('r', 'S', 'f')
)
SELECT acls.owner, acls.schema, acls.kind, coalesce(g.rolname, 'PUBLIC') AS role,
       a.privilege_type AS privilege, a.is_grantable AS grantable
  FROM acls
 CROSS JOIN aclexplode(acls.acl) a
  LEFT JOIN pg_roles g ON g.oid = a.grantee
 WHERE a.grantee <> acls.oid

-- functions --
-- Everything about the functions of the app schemas that a check must not lose
SELECT n.nspname AS schema, p.proname AS name,
       pg_get_function_identity_arguments(p.oid) AS arguments,
       coalesce(pg_get_function_result(p.oid), '') AS returns,
       CASE p.provolatile WHEN 'i' THEN 'IMMUTABLE' WHEN 's' THEN 'STABLE' ELSE 'VOLATILE' END
         AS volatility,
       coalesce(p.prosrc, '') AS body,
       l.lanname AS language,
       p.prosecdef AS security_definer,
       coalesce(p.proconfig, '{}') AS config,
       coalesce(d.description, '') AS comment,
       concat_ws(', ',
                 CASE p.prokind WHEN 'f' THEN NULL WHEN 'p' THEN 'procedure' ELSE 'aggregate' END,
                 CASE WHEN p.proisstrict THEN 'STRICT' END,
                 CASE WHEN p.proleakproof THEN 'LEAKPROOF' END,
                 CASE WHEN p.proparallel <> 'u' THEN 'PARALLEL' END,
                 CASE WHEN p.prosupport <> 0 THEN 'SUPPORT' END,
                 CASE WHEN p.prosqlbody IS NOT NULL THEN 'BEGIN ATOMIC' END) AS traits,
       ARRAY(SELECT format('"%%s"."%%s"', replace(tn.nspname, '"', '""'), replace(c.relname, '"', '""'))
               FROM pg_depend d
               JOIN pg_type t ON t.oid = d.refobjid
               JOIN pg_class c ON c.oid = t.typrelid
               JOIN pg_namespace tn ON tn.oid = c.relnamespace
              WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                AND d.refclassid = 'pg_type'::regclass) AS goes_with
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_description d ON d.classoid = 'pg_proc'::regclass AND d.objoid = p.oid
 WHERE n.nspname = ANY(%(function_schemas)s)

-- triggers --
-- The triggers on the tables of the app schemas; a clone on a partition, and a clone of that, counts
-- as its trigger's where it does not fire
WITH RECURSIVE clones AS (
  SELECT c.tgparentid AS root, c.oid, c.tgrelid, c.tgenabled FROM pg_trigger c WHERE c.tgparentid <> 0
  UNION ALL
  SELECT p.tgparentid, c.oid, c.tgrelid, c.tgenabled
    FROM clones c JOIN pg_trigger p ON p.oid = c.root
   WHERE p.tgparentid <> 0
), off AS (
  SELECT clones.root, array_agg(ARRAY[n.nspname, c.relname, r.rolname]::text[]
                                ORDER BY n.nspname, c.relname) AS tables
    FROM clones
    JOIN pg_class c ON c.oid = clones.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_roles r ON r.oid = c.relowner
   WHERE clones.tgenabled <> 'O'
   GROUP BY clones.root
)
SELECT n.nspname AS schema, c.relname AS "table", t.tgname AS name,
       fn.nspname AS function_schema, f.proname AS function,
       t.tgenabled::text AS enabled,
       pg_get_triggerdef(t.oid) AS definition,
       -- Each by its number: where statistics are of before, to join them would go through all for each.
       ARRAY(SELECT d.refobjid::regoperator::text
               FROM pg_depend d
              WHERE d.classid = 'pg_trigger'::regclass AND d.objid = t.oid
                AND d.refclassid = 'pg_operator'::regclass
                AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.refclassid
                                   AND e.objid = d.refobjid AND e.deptype = 'e')
              ORDER BY 1) AS operators,
       coalesce(off.tables, '{}') AS clones_not_enabled,
       coalesce(k.conname, '') AS "constraint",
       coalesce(d.description, '') AS comment
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_proc f ON f.oid = t.tgfoid
  JOIN pg_namespace fn ON fn.oid = f.pronamespace
  LEFT JOIN pg_constraint k ON k.oid = t.tgconstraint
  LEFT JOIN off ON off.root = t.oid
  LEFT JOIN pg_description d ON d.classoid = 'pg_trigger'::regclass AND d.objoid = t.oid
 WHERE n.nspname = ANY(%(app_schemas)s) AND NOT t.tgisinternal AND t.tgparentid = 0

-- inheriting_tables --
-- Tables whose rows come and go by another name, too: partitions, what has them, and what inherits
SELECT n.nspname AS schema, c.relname AS "table"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('r', 'p')
   AND (c.relkind = 'p' OR EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid))

-- tables_with_disabled_triggers --
-- Tables whose foreign keys a superuser has switched off
SELECT DISTINCT n.nspname AS schema, c.relname AS "table"
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s) AND t.tgisinternal AND t.tgenabled <> 'O'
 ORDER BY 1, 2

-- row_secured_tables --
-- Tables whose rows policies may hide from all but their owner
SELECT n.nspname AS schema, c.relname AS "table"
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('r', 'p') AND c.relrowsecurity

-- columns --
-- The columns of the tables in the app schemas, what can be said of their types anywhere, and the
-- type that a value is cast to before it is compared: a domain's is one of what it is made of
WITH RECURSIVE based AS (
  SELECT oid, typbasetype AS base FROM pg_type WHERE typtype = 'd'
   UNION ALL
  SELECT based.oid, t.typbasetype
    FROM based JOIN pg_type t ON t.oid = based.base WHERE t.typtype = 'd'
), others AS (
  SELECT 'varchar'::regtype AS type, 'text' AS other UNION ALL SELECT 'cidr'::regtype, 'inet'
   UNION ALL
  -- What has its operators in no schema of the path has those of what it is in all but name.
  SELECT castsource, min(format_type(casttarget, NULL)) FROM pg_cast
   WHERE castmethod = 'b' AND castcontext = 'i' AND castsource >= 16384 AND casttarget < 16384
     AND casttarget NOT IN ('varchar'::regtype, 'cidr'::regtype)
   GROUP BY castsource
), compared AS MATERIALIZED (
  SELECT based.oid AS type, coalesce(others.other, format_type(t.oid, NULL)) AS as
    FROM based JOIN pg_type t ON t.oid = based.base LEFT JOIN others ON others.type = t.oid
   WHERE t.typtype <> 'd'
   UNION ALL SELECT type, other FROM others
)
SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column",
       CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace OR t.typelem <> 0
            THEN format_type(a.atttypid, NULL)
            ELSE quote_ident(tn.nspname) || '.' || quote_ident(t.typname) END AS type,
       coalesce(compared.as, '') AS compared_as,
       CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text
            ELSE '' END AS collation,
       EXISTS (SELECT FROM pg_index i
                WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum AND i.indisvalid
                  AND i.indpred IS NULL) AS indexed
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  JOIN pg_namespace tn ON tn.oid = t.typnamespace
  LEFT JOIN compared ON compared.type = t.oid
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('r', 'p')
   AND a.attnum > 0 AND NOT a.attisdropped

-- unique_columns --
-- The columns of which no two rows can have the same value, at any moment, as a foreign key asks of
-- what it points at: https://www.postgresql.org/docs/current/ddl-constraints.html
-- The same value is what the type and the collation of the column call so, and not an index of its
-- own: text_ops on citext keeps A and a apart.
-- While a function depends on the index it is dropped with CASCADE only.
WITH kept AS (
  SELECT p.proname::text AS name, d.refobjid AS index
    FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid
   WHERE p.pronamespace = to_regnamespace(%(asked_schema)s)
     AND d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_class'::regclass
)
SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column",
       coalesce(array_agg(kept.name) FILTER (WHERE kept.name IS NOT NULL), '{}') AS kept_by
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
  JOIN pg_opclass used ON used.oid = i.indclass[0]
  LEFT JOIN pg_opclass own ON own.opcmethod = used.opcmethod AND own.opcintype = a.atttypid
        AND own.opcdefault
  LEFT JOIN kept ON kept.index = i.indexrelid
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('r', 'p')
   AND i.indisunique AND i.indisvalid AND i.indimmediate AND i.indnkeyatts = 1
   AND i.indpred IS NULL AND i.indcollation[0] = a.attcollation
   AND (own.oid IS NULL OR own.opcfamily = used.opcfamily)
 GROUP BY 1, 2, 3

-- not_tables --
-- What can stand in a table's place in the app schemas and is none
SELECT n.nspname AS schema, c.relname AS name,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
                      ELSE 'foreign table' END AS kind
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('v', 'm', 'f')

-- foreign_keys --
-- Foreign keys that leave their schema, from or to an app schema
SELECT con.conname AS name, n.nspname AS schema, c.relname AS "table",
       pn.nspname AS referenced_schema, p.relname AS referenced_table
  FROM pg_constraint con
  JOIN pg_class c ON c.oid = con.conrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_class p ON p.oid = con.confrelid
  JOIN pg_namespace pn ON pn.oid = p.relnamespace
 WHERE con.contype = 'f' AND con.conparentid = 0 AND c.relnamespace <> p.relnamespace
   AND (n.nspname = ANY(%(app_schemas)s) OR pn.nspname = ANY(%(app_schemas)s))

-- objects_outside --
-- What the contract's roles own outside its schemas
SELECT n.nspname AS schema, c.relname AS name, r.rolname AS owner
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_roles r ON r.oid = c.relowner
 WHERE r.rolname = ANY(%(roles)s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
   AND n.nspname <> ALL(%(homes)s) AND n.nspname NOT LIKE 'pg\_%%'
   AND NOT (n.nspname = %(keys_schema)s AND c.relname = 'applying')

-- tables_by_name --
-- Where tables of these names lie
SELECT n.nspname AS schema, c.relname AS name
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relname = ANY(%(tables)s) AND c.relkind IN ('r', 'p')
   AND n.nspname NOT LIKE 'pg\_%%' AND n.nspname <> 'information_schema'

-- public_extensions --
-- Extensions that lie in public
SELECT e.extname AS name
  FROM pg_extension e
  JOIN pg_namespace n ON n.oid = e.extnamespace
 WHERE n.nspname = 'public'

-- extensions --
-- Those of the contract that are installed, wherever
SELECT extname AS name FROM pg_extension WHERE extname = ANY(%(extensions)s::text[])

-- available_extensions --
-- What the server could install, with the schema in which it must lie, if it must
SELECT v.name, coalesce(v.schema, '') AS schema
  FROM pg_available_extension_versions v
  JOIN pg_available_extensions e ON e.name = v.name AND e.default_version = v.version
 WHERE cardinality(%(extensions)s::text[]) > 0

-- role_settings --
-- What the logins' sessions in this database start with
SELECT r.rolname AS role, split_part(c.setting, '=', 1) AS name,
       substr(c.setting, strpos(c.setting, '=') + 1) AS value
  FROM pg_db_role_setting s
  JOIN pg_roles r ON r.oid = s.setrole
  JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
 CROSS JOIN unnest(s.setconfig) AS c (setting)
 WHERE r.rolname = ANY(%(logins)s)

-- obsolete_logins --
-- Logins of schemas that had a session of their own here, known by the role that they start with;
-- `unused` ones hold nothing but what they hold in this database
SELECT l.rolname AS name,
       NOT EXISTS
         (SELECT FROM pg_shdepend d
           WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = l.oid
             AND NOT (d.classid = 'pg_database'::regclass AND d.objid = s.setdatabase))
       AND NOT EXISTS
         (SELECT FROM pg_db_role_setting o
           WHERE o.setrole = l.oid AND o.setdatabase <> s.setdatabase) AS unused
  FROM unnest(%(schema_logins)s::text[], %(schema_roles)s::text[]) AS had (login, rw)
  JOIN pg_roles l ON l.rolname = had.login
  JOIN pg_db_role_setting s ON s.setrole = l.oid AND 'role=' || had.rw = ANY(s.setconfig)
  JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
 WHERE l.rolname <> ALL(%(logins)s)

-- unclaimed_roles --
-- Roles that look like those of a schema, that the contract's logins are members of, that no schema
-- of the contract has, and that hold nothing in another database; with the login of that schema.
-- A role whose comment says that it was made for another database is that one's, also where nothing
-- has been made there yet. A login that was made for this one may still read here.
WITH gone AS (
  SELECT g.oid, g.rolname
    FROM pg_auth_members am
    JOIN pg_roles g ON g.oid = am.roleid
    JOIN pg_roles m ON m.oid = am.member
   WHERE m.rolname = ANY(%(logins)s) AND g.rolname ~ '_(owner|rw|ro|keys)$'
   UNION
  SELECT l.oid, l.rolname
    FROM pg_auth_members am
    JOIN pg_roles g ON g.oid = am.roleid
    JOIN pg_roles m ON m.oid = am.member
    JOIN pg_roles l ON l.rolname ~ '_(rw|ro|keys|login|migrator)$'
     AND regexp_replace(l.rolname, '_(rw|ro|keys|login|migrator)$', '_owner') = g.rolname
   WHERE m.rolname = ANY(%(logins)s) AND g.rolname <> ALL(%(roles)s)
   UNION
  SELECT l.oid, l.rolname
    FROM pg_roles l
   WHERE l.rolcanlogin AND l.rolname <> ALL(%(schema_logins)s)
     AND right(shobj_description(l.oid, 'pg_authid'),
               length(%(made_for)s || current_database()) + 1)
           = %(made_for)s || current_database() || '.'
)
SELECT gone.rolname AS name
  FROM gone
 WHERE gone.rolname <> ALL(%(roles)s)
   AND NOT EXISTS
     (SELECT FROM pg_database other
       WHERE other.datname <> current_database()
         AND right(shobj_description(gone.oid, 'pg_authid'),
                   length(%(made_for)s || other.datname) + 1)
             = %(made_for)s || other.datname || '.')
   AND NOT EXISTS
     (SELECT FROM (SELECT gone.oid UNION ALL
                   -- A role of keys holds nothing where its schema takes part in none.
                   SELECT o.oid FROM pg_roles o
                    WHERE o.rolname = regexp_replace(gone.rolname, '_keys$', '_owner')) AS holder
        JOIN pg_shdepend d ON d.refclassid = 'pg_authid'::regclass AND d.refobjid = holder.oid
       WHERE d.dbid NOT IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())))

-- apply_lock --
-- Whose the table is that keeps two applies apart
SELECT r.rolname AS owner
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_roles r ON r.oid = c.relowner
 WHERE n.nspname = %(keys_schema)s AND c.relname = 'applying' AND c.relkind = 'r'

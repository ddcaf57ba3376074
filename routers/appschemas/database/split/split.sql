-- source --
-- The schemas, none of the contract's, that have Django's record of migrations, with how many
-- tables of these names lie in each; of two that have as many, the one with the rows is first
SELECT n.nspname AS schema, count(t.oid)::integer AS tables
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_class t ON t.relnamespace = n.oid AND t.relname = ANY (%(tables)s)
                                 AND t.relkind IN ('r', 'p')
 WHERE c.relname = 'django_migrations' AND c.relkind IN ('r', 'p')
   AND n.nspname <> ALL (%(schemas)s) AND n.nspname NOT LIKE 'pg\_%%'
 GROUP BY n.nspname
 ORDER BY count(t.oid) DESC, sum(pg_catalog.pg_relation_size(t.oid)) DESC, n.nspname

-- elsewhere --
-- Where tables of these names lie, but for these schemas
SELECT n.nspname AS schema, c.relname AS name
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relname = ANY (%(tables)s) AND c.relkind IN ('r', 'p')
   AND n.nspname <> ALL (%(schemas)s) AND n.nspname NOT LIKE 'pg\_%%'
   AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname

-- comments --
-- What the comments of the contract's schemas say, and whose they are
SELECT n.nspname AS schema, r.rolname AS owner,
       coalesce(pg_catalog.obj_description(n.oid, 'pg_namespace'), '') AS comment
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY (%(schemas)s)

-- strangers --
-- Schemas with marks of a split which the contract does not have, and the one of extensions with
-- its `owner` where the contract lets it belong to somebody else
SELECT n.nspname AS schema, CASE WHEN n.nspname = %(extensions)s THEN r.rolname END AS owner
  FROM pg_catalog.pg_namespace n
  JOIN pg_catalog.pg_roles r ON r.oid = n.nspowner
 WHERE (n.nspname <> ALL (%(schemas)s) OR n.nspname = %(extensions)s AND r.rolname <> %(owner)s)
   AND pg_catalog.obj_description(n.oid, 'pg_namespace') LIKE '%% appschemas:split %%'
 ORDER BY n.nspname

-- relations --
-- What lies in the shared schema and in the contract's, indexes left out; `parent` is what it is a
-- partition or an heir of, `owned_by` the table whose column a sequence belongs to
SELECT c.oid::bigint AS oid, n.nspname AS schema, c.relname AS name, c.relkind::text AS kind,
       r.rolname AS owner, c.relhassubclass AND c.relkind = 'p' AS partitioned,
       coalesce((SELECT i.inhparent::bigint FROM pg_catalog.pg_inherits i
                  WHERE i.inhrelid = c.oid ORDER BY i.inhseqno LIMIT 1), 0) AS parent,
       coalesce((SELECT d.refobjid::bigint FROM pg_catalog.pg_depend d
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                    AND d.refclassid = 'pg_catalog.pg_class'::regclass AND c.relkind = 'S'
                    AND d.deptype IN ('a', 'i') LIMIT 1), 0) AS owned_by,
       coalesce((SELECT e.extname::text FROM pg_catalog.pg_depend d
                   JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
                  WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
                    AND d.refclassid = 'pg_catalog.pg_extension'::regclass
                    AND d.deptype = 'e' LIMIT 1), '') AS extension,
       c.relkind = 'v' AND coalesce(pg_catalog.obj_description(c.oid, 'pg_class') = %(compat)s, false)
         AS compat,
       pg_catalog.pg_relation_size(c.oid) AS bytes,
       greatest(c.reltuples, 0)::bigint AS rows
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE n.nspname = ANY (%(homes)s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
 ORDER BY n.nspname, c.relname

-- heirs_elsewhere --
-- What inherits from these tables, or is a partition of one, and lies in none of these schemas
SELECT n.nspname || '.' || c.relname AS name, p.relname AS parent
  FROM pg_catalog.pg_inherits i
  JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('r', 'p', 'f')
  JOIN pg_catalog.pg_class p ON p.oid = i.inhparent
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE i.inhparent = ANY (%(oids)s::oid[]) AND n.nspname <> ALL (%(homes)s)
 ORDER BY 1

-- names --
-- Every name that is taken in the contract's schemas, among what it must be unique, and what has it
SELECT n.nspname AS schema, 'relation' AS space, c.relname::text AS name,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                      WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'c' THEN 'type'
                      WHEN 'f' THEN 'foreign table' ELSE 'table' END AS noun
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY (%(schemas)s)
UNION ALL
-- But row types, and arrays, which the server makes and names.
SELECT n.nspname, 'type', t.typname::text, CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
 WHERE n.nspname = ANY (%(schemas)s) AND (t.typrelid = 0 OR c.relkind = 'c')
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
UNION ALL
SELECT n.nspname, 'function',
       p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')', 'routine'
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = ANY (%(schemas)s)

-- no_records --
-- What has the name of Django's record of migrations in the contract's schemas, and is none
SELECT n.nspname AS schema,
       CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence'
                      WHEN 'i' THEN 'index' WHEN 'I' THEN 'index' WHEN 'c' THEN 'type'
                      WHEN 'f' THEN 'foreign table' ELSE 'table' END AS noun
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY (%(schemas)s) AND c.relname = %(record)s
   AND (c.relkind NOT IN ('r', 'p') OR 4 > (SELECT count(*) FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attname IN ('id', 'app', 'name', 'applied')))
 ORDER BY n.nspname

-- along --
-- The names that a table takes along: those of its indexes, of its columns' sequences, of the type
-- of its rows and of the array of these
SELECT i.indrelid::bigint AS oid, 'relation' AS space, c.relname::text AS name
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = %(source)s
UNION ALL
SELECT d.refobjid::bigint, 'relation', c.relname::text
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class c ON c.oid = d.objid AND c.relkind = 'S'
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
   AND d.deptype IN ('a', 'i') AND n.nspname = %(source)s
UNION ALL
SELECT c.oid::bigint, 'type', each.typname::text
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_type t ON t.oid = c.reltype
  JOIN pg_catalog.pg_type each ON each.oid IN (t.oid, t.typarray)
 WHERE n.nspname = %(source)s AND c.relkind IN ('r', 'p')

-- objects --
-- What else lies in the shared schema, with the relations that use it, or that it uses; `note` says
-- why it cannot go. What belongs to an extension is the extension's
WITH members AS (
  SELECT classid, objid FROM pg_catalog.pg_depend
   WHERE deptype = 'e' AND refclassid = 'pg_catalog.pg_extension'::regclass
), used AS (
  -- Types by columns, of their arrays too; functions by triggers, defaults, constraints, indexes.
  SELECT 'type' AS kind, coalesce(nullif(t.typelem, 0), t.oid) AS oid, d.objid AS relation
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_type t ON t.oid = d.refobjid
   WHERE d.refclassid = 'pg_catalog.pg_type'::regclass AND d.classid = 'pg_catalog.pg_class'::regclass
  UNION ALL
  SELECT 'function', t.tgfoid, t.tgrelid FROM pg_catalog.pg_trigger t WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'function', d.refobjid,
         coalesce(a.adrelid, nullif(k.conrelid, 0), i.indrelid, CASE WHEN d.classid = 'pg_catalog.pg_class'::regclass THEN d.objid END)
    FROM pg_catalog.pg_depend d
    LEFT JOIN pg_catalog.pg_attrdef a ON d.classid = 'pg_catalog.pg_attrdef'::regclass AND a.oid = d.objid
    LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_catalog.pg_constraint'::regclass AND k.oid = d.objid
    LEFT JOIN pg_catalog.pg_index i ON d.classid = 'pg_catalog.pg_class'::regclass AND i.indexrelid = d.objid
   WHERE d.refclassid = 'pg_catalog.pg_proc'::regclass AND d.deptype = 'n'
  UNION ALL
  SELECT 'sequence', d.refobjid, a.adrelid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_attrdef a ON a.oid = d.objid
   WHERE d.classid = 'pg_catalog.pg_attrdef'::regclass
     AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'n'
  UNION ALL
  SELECT 'view', w.ev_class, d.refobjid
    FROM pg_catalog.pg_depend d
    JOIN pg_catalog.pg_rewrite w ON w.oid = d.objid
   WHERE d.classid = 'pg_catalog.pg_rewrite'::regclass
     AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.refobjid <> w.ev_class
  UNION ALL
  SELECT 'statistics', s.oid, s.stxrelid FROM pg_catalog.pg_statistic_ext s
)
SELECT each.kind, each.oid::bigint AS oid, each.name, each.arguments, r.rolname AS owner,
       -- What is given to an owner runs and reads with its rights from then on.
       CASE WHEN each.note = '' AND each.kind <> 'extension' AND NOT EXISTS
              (SELECT FROM pg_catalog.pg_roles o
                WHERE o.rolname = ANY (%(owners)s) AND pg_catalog.pg_has_role(r.oid, o.oid, 'MEMBER'))
            THEN 'it belongs to ' || r.rolname || ', who owns none of the tables'
            ELSE each.note END AS note,
       ARRAY(SELECT DISTINCT u.relation::bigint FROM used u
              WHERE u.oid = each.oid AND u.relation IS NOT NULL
                AND u.kind = CASE each.kind WHEN 'domain' THEN 'type'
                                            WHEN 'materialized view' THEN 'view'
                                            ELSE each.kind END) AS uses
  FROM (
    SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END AS kind, t.oid, t.typname AS name,
           '' AS arguments, t.typowner AS owner, t.typnamespace AS namespace, '' AS note,
           'pg_catalog.pg_type'::regclass AS class
      FROM pg_catalog.pg_type t
      LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
     WHERE t.typtype IN ('e', 'd', 'r', 'c') AND (t.typrelid = 0 OR c.relkind = 'c')
    UNION ALL
    SELECT 'function', p.oid, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid),
           p.proowner, p.pronamespace,
           CASE WHEN EXISTS (SELECT FROM pg_catalog.unnest(p.proconfig) c
                              WHERE c LIKE 'search_path=%%')
                THEN 'it has a search_path of its own, which would not find its tables any more'
                WHEN p.prokind = 'a' THEN 'it is an aggregate' ELSE '' END,
           'pg_catalog.pg_proc'::regclass
      FROM pg_catalog.pg_proc p
    UNION ALL
    SELECT CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                          ELSE 'materialized view' END,
           c.oid, c.relname, '', c.relowner, c.relnamespace, '', 'pg_catalog.pg_class'::regclass
      FROM pg_catalog.pg_class c
     WHERE (c.relkind IN ('v', 'm')
        AND coalesce(pg_catalog.obj_description(c.oid, 'pg_class') <> %(compat)s, true))
        OR c.relkind = 'S' AND NOT EXISTS
           (SELECT FROM pg_catalog.pg_depend d
             WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid
               AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype IN ('a', 'i'))
    UNION ALL
    SELECT 'collation', l.oid, l.collname, '', l.collowner, l.collnamespace, '',
           'pg_catalog.pg_collation'::regclass
      FROM pg_catalog.pg_collation l
    UNION ALL
    SELECT 'text search dictionary', t.oid, t.dictname, '', t.dictowner, t.dictnamespace, '',
           'pg_catalog.pg_ts_dict'::regclass
      FROM pg_catalog.pg_ts_dict t
    UNION ALL
    SELECT 'text search configuration', t.oid, t.cfgname, '', t.cfgowner, t.cfgnamespace, '',
           'pg_catalog.pg_ts_config'::regclass
      FROM pg_catalog.pg_ts_config t
    UNION ALL
    SELECT 'operator', o.oid, o.oprname,
           pg_catalog.concat_ws(', ', coalesce(nullif(o.oprleft, 0)::regtype::text, 'NONE'),
                                coalesce(nullif(o.oprright, 0)::regtype::text, 'NONE')),
           o.oprowner, o.oprnamespace,
           'queries of new code do not find it there: let it lie where they do, once you trust its functions',
           'pg_catalog.pg_operator'::regclass
      FROM pg_catalog.pg_operator o
    UNION ALL
    SELECT 'operator class', o.oid, o.opcname, '', o.opcowner, o.opcnamespace,
           'indexes that have it go on, a new index does not find it there',
           'pg_catalog.pg_opclass'::regclass
      FROM pg_catalog.pg_opclass o
    UNION ALL
    SELECT 'statistics', s.oid, s.stxname, '', s.stxowner, s.stxnamespace, '',
           'pg_catalog.pg_statistic_ext'::regclass
      FROM pg_catalog.pg_statistic_ext s
    UNION ALL
    SELECT 'extension', e.oid, e.extname, '', e.extowner, e.extnamespace,
           CASE WHEN e.extrelocatable THEN '' ELSE 'PostgreSQL cannot move it: '
                'new code does not find it in ' || e.extnamespace::regnamespace ||
                '; let it lie in the schema of extensions before new code runs, as its makers say' END,
           'pg_catalog.pg_extension'::regclass
      FROM pg_catalog.pg_extension e
  ) each
  JOIN pg_catalog.pg_namespace n ON n.oid = each.namespace
  JOIN pg_catalog.pg_roles r ON r.oid = each.owner
 WHERE n.nspname = %(source)s
   AND NOT EXISTS (SELECT FROM members m WHERE m.classid = each.class AND m.objid = each.oid)
 ORDER BY each.kind, each.name, each.arguments

-- foreign_keys --
-- Foreign keys of these relations, as they are made: `definition` names tables with their schemas
SELECT k.conname AS name, k.conrelid::bigint AS oid, k.confrelid::bigint AS referenced_oid,
       k.convalidated AS validated, pg_catalog.pg_get_constraintdef(k.oid) AS definition,
       ARRAY(SELECT a.attname::text FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY c (num, place)
               JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.num
              ORDER BY c.place) AS columns
  FROM pg_catalog.pg_constraint k
 WHERE k.contype = 'f' AND k.conparentid = 0
   AND (k.conrelid = ANY (%(oids)s::oid[]) OR k.confrelid = ANY (%(oids)s::oid[]))
 ORDER BY k.conrelid, k.conname

-- namesakes --
-- The constraints by this name of a table or its partitions; `definition` as in foreign_keys
SELECT n.nspname AS schema, c.relname AS table, pg_catalog.pg_get_constraintdef(k.oid) AS definition
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class t ON t.oid = coalesce(pg_catalog.pg_partition_root(c.oid)::oid, c.oid)
  JOIN pg_catalog.pg_namespace s ON s.oid = t.relnamespace
 WHERE (s.nspname, t.relname, k.conname) = (%(schema)s, %(table)s, %(name)s)
 ORDER BY n.nspname, c.relname

-- logins --
-- Who logs in and may use these tables, or has a path of the split, whom the contract does not
-- know; `path` is what its sessions in this database start with, `here` where that is set for it in
-- this database
SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolinherit AS inherit,
       r.rolname = ANY (%(owners)s) AS is_owner,
       coalesce(pg_catalog.substr(here.path, 13), pg_catalog.substr(own.path, 13),
                pg_catalog.substr(base.path, 13), '') AS path,
       pg_catalog.substr(here.path, 13) AS here
  FROM pg_catalog.pg_roles r
 CROSS JOIN pg_catalog.pg_database d
  LEFT JOIN LATERAL (SELECT c AS path FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
                      WHERE s.setrole = r.oid AND s.setdatabase = d.oid
                        AND c LIKE 'search_path=%%') here ON true
  LEFT JOIN LATERAL (SELECT c AS path FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
                      WHERE s.setrole = r.oid AND s.setdatabase = 0
                        AND c LIKE 'search_path=%%') own ON true
  LEFT JOIN LATERAL (SELECT c AS path FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) c
                      WHERE s.setrole = 0 AND s.setdatabase = d.oid
                        AND c LIKE 'search_path=%%') base ON true
 WHERE d.datname = current_database() AND r.rolname <> ALL (%(contract_roles)s)
   AND r.rolcanlogin AND (NOT r.rolsuper OR r.rolname = ANY (%(owners)s))
   AND (r.rolname = ANY (%(owners)s) OR r.rolname = ANY (%(known)s) OR EXISTS
        (SELECT FROM pg_catalog.unnest(%(oids)s::oid[]) t
          WHERE pg_catalog.has_table_privilege(r.oid, t, 'SELECT, INSERT, UPDATE, DELETE')))
 ORDER BY r.rolname

-- owners --
-- Whose tables these roles are, and whether members of the schemas' owners they have their rights
SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolinherit AS inherit,
       ARRAY(SELECT o.rolname::text FROM pg_catalog.pg_roles o
              WHERE o.rolname = ANY (%(schema_owners)s)
                AND NOT pg_catalog.pg_has_role(r.oid, o.oid, 'USAGE')) AS lacking
  FROM pg_catalog.pg_roles r
 WHERE r.rolname = ANY (%(owners)s)
 ORDER BY r.rolname

-- rights --
-- What this login has of what moving takes, where it is no superuser. Up to PostgreSQL 15 CREATEROLE
-- lets it join whatever role is none.
SELECT r.rolname AS name, r.rolcreaterole AS createrole, d.datname AS database,
       pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       pg_catalog.has_database_privilege(d.oid, 'CREATE') AS may_create,
       ARRAY(SELECT o.rolname::text FROM pg_catalog.pg_roles o
              WHERE o.rolname = ANY (%(owners)s) AND o.oid <> r.oid
                AND (o.rolsuper OR %(acts)s = 'SET')
                AND NOT pg_catalog.pg_has_role(o.oid, %(acts)s)
                AND NOT pg_catalog.pg_has_role(o.oid, 'MEMBER WITH ADMIN OPTION')
              ORDER BY o.rolname) AS strangers
  FROM pg_catalog.pg_roles r
  JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
 WHERE r.rolname = current_user AND NOT r.rolsuper

-- usage --
-- Which of these logins may not use which of the schemas
SELECT n.nspname AS schema, r.rolname AS login
  FROM pg_catalog.pg_namespace n
 CROSS JOIN pg_catalog.pg_roles r
 WHERE n.nspname = ANY (%(schemas)s) AND r.rolname = ANY (%(logins)s)
   AND NOT pg_catalog.has_schema_privilege(r.oid, n.oid, 'USAGE')
 ORDER BY n.nspname, r.rolname

-- let_in --
-- Which of these logins were granted USAGE on which of the schemas, themselves and not as members
SELECT n.nspname AS schema, r.rolname AS login
  FROM pg_catalog.pg_namespace n
 CROSS JOIN pg_catalog.aclexplode(n.nspacl) a
  JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
 WHERE n.nspname = ANY (%(schemas)s) AND r.rolname = ANY (%(logins)s)
   AND a.privilege_type = 'USAGE'
 ORDER BY n.nspname, r.rolname

-- sessions --
-- Sessions of these logins here that are older than a moment, or whose age this login may not see
SELECT a.pid, coalesce(a.usename, '')::text AS role, coalesce(a.application_name, '') AS application,
       coalesce(a.state, '') AS state,
       coalesce(pg_catalog.to_char(a.backend_start, 'HH24:MI:SS'), '') AS since
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = current_database() AND a.usename = ANY (%(logins)s)
   AND a.pid <> pg_catalog.pg_backend_pid()
   AND coalesce(a.backend_start < %(since)s::timestamptz, true)
   AND a.backend_type IS DISTINCT FROM 'parallel worker'
 ORDER BY a.backend_start, a.pid

-- publications --
-- Publications that name one of these tables, or whatever lies in the shared schema, and the
-- logical slots by which somebody follows this database
SELECT p.pubname AS publication, p.puballtables AS everything,
       EXISTS (SELECT FROM pg_catalog.pg_publication_namespace n
                 JOIN pg_catalog.pg_namespace s ON s.oid = n.pnnspid
                WHERE n.pnpubid = p.oid AND s.nspname = %(source)s) AS by_schema,
       (SELECT count(*)::integer FROM pg_catalog.pg_publication_rel r
         WHERE r.prpubid = p.oid AND r.prrelid = ANY (%(oids)s::oid[])) AS tables,
       ARRAY(SELECT s.slot_name::text FROM pg_catalog.pg_replication_slots s
              WHERE s.slot_type = 'logical' AND s.database = current_database()
              ORDER BY s.slot_name) AS slots
  FROM pg_catalog.pg_publication p
 ORDER BY p.pubname

-- surroundings --
-- What is worth knowing of those who use this database before anything is moved
SELECT 'isolation' AS kind,
       coalesce(r.rolname, d.datname, 'every role') AS name, pg_catalog.split_part(c, '=', 2) AS value
  FROM pg_catalog.pg_db_role_setting s
 CROSS JOIN pg_catalog.unnest(s.setconfig) c
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = s.setrole
  LEFT JOIN pg_catalog.pg_database d ON d.oid = s.setdatabase
 WHERE c LIKE 'default_transaction_isolation=%%' AND (d.datname IS NULL OR d.datname = current_database())
   AND pg_catalog.split_part(c, '=', 2) IN ('repeatable read', 'serializable')
UNION ALL
SELECT 'isolation', 'a session, pid ' || l.pid, 'serializable'
  FROM (SELECT DISTINCT pid FROM pg_catalog.pg_locks
         WHERE mode = 'SIReadLock'
           AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())) l
UNION ALL
SELECT 'transaction', 'pid ' || a.pid || ', user ' || a.usename,
       pg_catalog.to_char(a.xact_start, 'HH24:MI:SS')
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = current_database() AND a.usename IS NOT NULL
   AND a.xact_start < pg_catalog.now() - interval '30 s' AND a.pid <> pg_catalog.pg_backend_pid()
UNION ALL
SELECT 'wraparound', a.query, a.pid::text
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = current_database() AND a.backend_type = 'autovacuum worker'
   AND a.query LIKE '%%(to prevent wraparound)'
UNION ALL
SELECT 'row security', n.nspname || '.' || c.relname, ''
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.oid = ANY (%(oids)s::oid[]) AND c.relrowsecurity
ORDER BY 1, 2

-- routine --
-- The function of a schema that a mark calls so: what its name is, and what its arguments are
SELECT p.proname AS name, pg_catalog.pg_get_function_identity_arguments(p.oid) AS arguments
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = %(schema)s
   AND p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' = %(called)s
 ORDER BY p.oid LIMIT 1

-- code --
-- What owners have put on these tables, their partitions and heirs that planning a statement runs,
-- where it looks at no CHECK; and where rows are written, whatever runs then
WITH RECURSIVE tree AS (
  SELECT c.oid FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN ROWS FROM (pg_catalog.unnest(%(schemas)s::text[]), pg_catalog.unnest(%(names)s::text[]))
           AS t (schema, name)
      ON t.schema = n.nspname AND t.name = c.relname
   UNION
  SELECT i.inhrelid FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid
), part AS (
  SELECT 'pg_catalog.pg_class'::regclass AS classid, oid AS objid, false AS runs FROM tree
  UNION ALL
  SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid,
         i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
    FROM tree JOIN pg_catalog.pg_index i ON i.indrelid = tree.oid
  UNION ALL
  SELECT 'pg_catalog.pg_constraint'::regclass, k.oid, k.contype NOT IN ('p', 'u', 'n')
    FROM tree JOIN pg_catalog.pg_constraint k ON k.conrelid = tree.oid
   WHERE %(written)s
  UNION ALL
  SELECT 'pg_catalog.pg_statistic_ext'::regclass, s.oid, false
    FROM tree JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = tree.oid
  UNION ALL
  SELECT 'pg_catalog.pg_policy'::regclass, p.oid, true
    FROM tree JOIN pg_catalog.pg_policy p ON p.polrelid = tree.oid
  UNION ALL
  SELECT 'pg_catalog.pg_rewrite'::regclass, w.oid, true
    FROM tree JOIN pg_catalog.pg_rewrite w ON w.ev_class = tree.oid
  UNION ALL
  SELECT 'pg_catalog.pg_trigger'::regclass, t.oid, true
    FROM tree JOIN pg_catalog.pg_trigger t ON t.tgrelid = tree.oid AND NOT t.tgisinternal
   WHERE %(written)s
  UNION ALL
  -- The next number of a sequence is nobody's code.
  SELECT 'pg_catalog.pg_attrdef'::regclass, d.oid,
         pg_catalog.pg_get_expr(d.adbin, d.adrelid) !~ $re$^nextval\('([^']|'')*'::regclass\)$$re$
    FROM tree JOIN pg_catalog.pg_attrdef d ON d.adrelid = tree.oid
   WHERE %(written)s
)
SELECT DISTINCT pg_catalog.pg_describe_object(part.classid, part.objid, 0) AS object
  FROM part
 WHERE part.runs AND %(written)s
    OR EXISTS
       (SELECT FROM pg_catalog.pg_depend d
         WHERE d.classid = part.classid AND d.objid = part.objid AND d.refobjid >= 16384
           AND d.refclassid IN ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_operator'::regclass,
                                'pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_type'::regclass)
           -- A column of a type of the project's own runs nothing when it is read, an enum never.
           AND (d.objsubid = 0 OR %(written)s)
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t
                            WHERE d.refclassid = 'pg_catalog.pg_type'::regclass
                              AND t.oid = d.refobjid AND t.typtype = 'e')
           AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
                            WHERE e.classid = d.refclassid AND e.objid = d.refobjid
                              AND e.deptype = 'e'))
 ORDER BY 1

-- grants_of --
-- What roles other than its owner hold on a table, as the words of GRANT
SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(r.rolname) END AS role,
       pg_catalog.string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS privileges
  FROM pg_catalog.pg_class c
 CROSS JOIN pg_catalog.aclexplode(c.relacl) a
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = a.grantee
 WHERE c.oid = %(oid)s AND a.grantee <> c.relowner
   AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
 GROUP BY 1
 ORDER BY 1

-- checks_left --
-- Triggers of checks on what lies in these schemas
SELECT n.nspname AS schema, c.relname AS table, r.rolname AS owner, t.tgname AS trigger
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid
  JOIN pg_catalog.pg_namespace f ON f.oid = p.pronamespace
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE n.nspname = ANY (%(schemas)s) AND f.nspname = ANY (%(engine)s)
   AND NOT t.tgisinternal AND t.tgparentid = 0
 ORDER BY n.nspname, c.relname, t.tgname

-- movers --
-- Who moves tables of this database right now
SELECT l.pid, coalesce(a.usename, '')::text AS role, coalesce(a.application_name, '') AS application,
       coalesce(a.state, '') AS state,
       coalesce(pg_catalog.to_char(a.backend_start, 'HH24:MI:SS'), '') AS since
  FROM pg_catalog.pg_locks l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
 WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
   AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
   AND l.classid::bigint = %(high)s AND l.objid::bigint = %(low)s

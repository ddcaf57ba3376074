-- memberships_that_lead_on --
-- What a role of the contract is a member of that no contract names, where that ends at more than
-- the contract gives: a superuser, an attribute, a predefined role, or something in this database
WITH RECURSIVE reach AS (
  SELECT m.rolname AS role, v.rolname AS via, v.oid AS via_oid, v.oid AS reached, b.rolname AS grantor
    FROM pg_auth_members am
    JOIN pg_roles m ON m.oid = am.member
    JOIN pg_roles v ON v.oid = am.roleid
    LEFT JOIN pg_roles b ON b.oid = am.grantor
   WHERE m.rolname = ANY(%(roles)s) AND v.rolname <> ALL(%(roles)s) AND v.oid >= 16384
     AND NOT (am.grantor = 10 AND m.rolcreaterole
              AND NOT coalesce((to_jsonb(am) ->> 'inherit_option')::boolean, true)
              AND NOT coalesce((to_jsonb(am) ->> 'set_option')::boolean, true))
   UNION
  SELECT reach.role, reach.via, reach.via_oid, am.roleid, reach.grantor
    FROM reach JOIN pg_auth_members am ON am.member = reach.reached
), ends AS (
  SELECT reach.role, reach.via, reach.grantor, r.rolname AS reached,
         concat_ws(', ',
           CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
           CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
           CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
           CASE WHEN r.rolreplication THEN 'REPLICATION' END,
           CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
           CASE WHEN r.oid < 16384 THEN 'a predefined role' END,
           CASE WHEN r.rolname = ANY(%(roles)s) THEN 'a role of the contract' END,
           CASE WHEN EXISTS
             (SELECT FROM pg_shdepend d
               WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
                 AND (d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                      OR d.dbid = 0 AND d.classid = 'pg_parameter_acl'::regclass
                      OR d.dbid = 0 AND d.classid = 'pg_database'::regclass
                         AND d.objid = (SELECT oid FROM pg_database
                                         WHERE datname = current_database())))
             THEN 'rights in this database' END) AS what
    FROM reach JOIN pg_roles r ON r.oid = reach.reached
)
SELECT role, via, string_agg(DISTINCT reached || ' (' || what || ')', ', ') AS ends,
       format('REVOKE %%I FROM %%I%%s', via, role,
              CASE WHEN current_setting('server_version_num')::integer >= 160000
                   THEN format(' GRANTED BY %%I', grantor) ELSE '' END) AS statement
  FROM ends
 WHERE what <> ''
 GROUP BY role, via, grantor
 ORDER BY role, via

-- settings_of_roles --
-- What the contract's roles start with and should not; what own logins start with is the contract's
SELECT r.rolname AS role, s.name, s.value,
       CASE WHEN d.datname IS NULL THEN '' ELSE ' in this database' END AS "where",
       s.name <> ALL(%(unsafe_settings)s) AS unknown,
       s.name = 'session_replication_role' AS switches_off_checks,
       format('ALTER ROLE %%I%%s RESET %%s', r.rolname,
              CASE WHEN d.datname IS NULL THEN '' ELSE format(' IN DATABASE %%I', d.datname) END,
              quote_ident(s.name)) AS statement
  FROM pg_db_role_setting o
  JOIN pg_roles r ON r.oid = o.setrole
  LEFT JOIN pg_database d ON d.oid = o.setdatabase
 CROSS JOIN LATERAL
       (SELECT lower(split_part(c, '=', 1)) AS name, substr(c, strpos(c, '=') + 1) AS value
          FROM unnest(o.setconfig) c) s
 WHERE r.rolname = ANY(%(roles)s)
   AND (o.setdatabase = 0 OR d.datname = current_database())
   AND NOT s.name ~ %(harmless_settings)s
   AND NOT (r.rolname = ANY(%(own_logins)s) AND d.datname IS NOT NULL
            AND s.name IN ('role', 'search_path'))
 ORDER BY r.rolname, s.name, 4

-- settings_of_the_database --
-- What every session in this database, or on this server, starts with and should not
SELECT s.name, s.value, s.of, s.statement, NOT s.switches_off AS of_all,
       s.name = 'session_replication_role' AS switches_off_checks
  FROM (SELECT lower(split_part(c, '=', 1)) AS name, substr(c, strpos(c, '=') + 1) AS value,
               CASE WHEN o.setdatabase = 0 THEN 'every role' ELSE 'database ' || d.datname END AS of,
               o.setdatabase <> 0 AND lower(split_part(c, '=', 1))
                 IN ('session_replication_role', 'role', 'session_authorization') AS switches_off,
               CASE WHEN o.setdatabase = 0
                    THEN format('ALTER ROLE ALL RESET %%I', lower(split_part(c, '=', 1)))
                    ELSE format('ALTER DATABASE %%I RESET %%I', d.datname,
                                lower(split_part(c, '=', 1))) END AS statement
          FROM pg_db_role_setting o
          LEFT JOIN pg_database d ON d.oid = o.setdatabase
         CROSS JOIN unnest(o.setconfig) c
         WHERE o.setrole = 0 AND (o.setdatabase = 0 OR d.datname = current_database())
        UNION ALL
        SELECT s.name, s.setting, 'the server', false, format('ALTER SYSTEM RESET %%I', s.name)
          FROM pg_settings s
         WHERE s.source IN ('configuration file', 'command line', 'environment variable')
           AND s.setting IS DISTINCT FROM s.boot_val) s
 WHERE s.name = ANY(%(unsafe_settings)s)
 ORDER BY s.of, s.name

-- held_outside --
-- What the contract's roles hold on what is none of the contract's: schemas, tables, large objects,
-- languages, servers, parameters, functions of PostgreSQL's own
WITH held AS MATERIALIZED (
  SELECT d.classid, d.objid, d.objsubid, r.oid AS role, r.rolname
    FROM pg_shdepend d
    JOIN pg_roles r ON r.oid = d.refobjid
   WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'a' AND r.rolname = ANY(%(roles)s)
     AND d.dbid IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
     AND d.classid NOT IN ('pg_database'::regclass, 'pg_default_acl'::regclass)
     -- What lies in the app schemas is compared grant by grant. Not by IN: where PostgreSQL takes a
     -- catalog for larger than its memory for work, as after many changes, that goes through it for each.
     AND NOT EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE d.classid = 'pg_class'::regclass AND c.oid = d.objid
                        AND n.nspname = ANY(%(app_schemas)s))
     AND NOT EXISTS (SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                      WHERE d.classid = 'pg_proc'::regclass AND p.oid = d.objid
                        AND n.nspname = ANY(%(compared_schemas)s))
     AND NOT EXISTS (SELECT FROM pg_namespace n
                      WHERE d.classid = 'pg_namespace'::regclass AND n.oid = d.objid
                        AND n.nspname = ANY(%(schemas)s))
), acls AS (
  SELECT held.*, o.type, o.identity, o.schema,
         coalesce(CASE held.classid
           WHEN 'pg_class'::regclass THEN
             CASE WHEN held.objsubid = 0
                  THEN (SELECT c.relacl FROM pg_class c WHERE c.oid = held.objid)
                  ELSE (SELECT a.attacl FROM pg_attribute a
                         WHERE a.attrelid = held.objid AND a.attnum = held.objsubid) END
           WHEN 'pg_proc'::regclass THEN
             (SELECT p.proacl FROM pg_proc p WHERE p.oid = held.objid)
           WHEN 'pg_namespace'::regclass THEN
             (SELECT n.nspacl FROM pg_namespace n WHERE n.oid = held.objid)
           WHEN 'pg_type'::regclass THEN
             (SELECT t.typacl FROM pg_type t WHERE t.oid = held.objid)
           WHEN 'pg_language'::regclass THEN
             (SELECT l.lanacl FROM pg_language l WHERE l.oid = held.objid)
           WHEN 'pg_foreign_server'::regclass THEN
             (SELECT s.srvacl FROM pg_foreign_server s WHERE s.oid = held.objid)
           WHEN 'pg_foreign_data_wrapper'::regclass THEN
             (SELECT w.fdwacl FROM pg_foreign_data_wrapper w WHERE w.oid = held.objid)
           WHEN 'pg_largeobject'::regclass THEN
             (SELECT l.lomacl FROM pg_largeobject_metadata l WHERE l.oid = held.objid)
           WHEN 'pg_tablespace'::regclass THEN
             (SELECT t.spcacl FROM pg_tablespace t WHERE t.oid = held.objid)
           WHEN 'pg_parameter_acl'::regclass THEN
             (SELECT p.paracl FROM pg_parameter_acl p WHERE p.oid = held.objid) END) AS acl,
         EXISTS (SELECT FROM pg_depend e JOIN pg_extension x ON x.oid = e.refobjid
                  WHERE e.classid = held.classid AND e.objid = held.objid AND e.deptype = 'e'
                    AND x.extname <> 'plpgsql') OR o.schema = %(extensions_schema)s AS of_extension
    FROM held
   CROSS JOIN pg_identify_object(held.classid, held.objid, held.objsubid) o
   WHERE o.schema IS NULL OR o.schema <> ALL(%(app_schemas)s)
)
SELECT acls.rolname AS role, acls.type, acls.identity, coalesce(acls.schema, '') AS lies_in,
       string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) AS privileges,
       acls.of_extension, coalesce(b.rolname, '') AS grantor,
       acls.classid = 'pg_parameter_acl'::regclass
         AND acls.identity = 'session_replication_role' AS switches_off_checks,
       format('REVOKE %%s ON %%s %%s FROM %%I CASCADE',
              string_agg(a.privilege_type || CASE WHEN acls.objsubid = 0 THEN '' ELSE
                format(' (%%I)', (SELECT at.attname FROM pg_attribute at
                                  WHERE at.attrelid = acls.objid AND at.attnum = acls.objsubid))
                END, ', '),
              CASE WHEN acls.classid = 'pg_class'::regclass
                   THEN CASE acls.type WHEN 'sequence' THEN 'SEQUENCE' ELSE 'TABLE' END
                   ELSE CASE acls.type WHEN 'function' THEN 'ROUTINE' WHEN 'procedure' THEN 'ROUTINE'
                        WHEN 'aggregate' THEN 'ROUTINE' WHEN 'server' THEN 'FOREIGN SERVER'
                        WHEN 'parameter ACL' THEN 'PARAMETER' ELSE upper(replace(acls.type, '-', ' ')) END END,
              CASE WHEN acls.objsubid = 0 THEN acls.identity ELSE acls.objid::regclass::text END,
              acls.rolname) AS statement
  FROM acls
  JOIN LATERAL aclexplode(acls.acl) a ON a.grantee = acls.role
   -- By this alone a migrator passes a running autovacuum.
   AND NOT (acls.classid = 'pg_parameter_acl'::regclass AND acls.identity = 'deadlock_timeout'
            AND a.privilege_type = 'SET' AND NOT a.is_grantable
            AND acls.rolname = ANY(%(may_hurry_autovacuum)s))
  LEFT JOIN pg_roles b ON b.oid = a.grantor
 GROUP BY acls.rolname, acls.type, acls.identity, acls.schema, acls.of_extension, b.rolname,
          acls.classid, acls.objid, acls.objsubid
 ORDER BY 1, 2, 3

-- open_to_public --
-- What PUBLIC may do with PostgreSQL's own functions and tables beyond what initdb gave, and with
-- parameters
WITH initial AS (
  SELECT i.classoid, i.objoid, i.objsubid, a.privilege_type
    FROM pg_init_privs i CROSS JOIN aclexplode(i.initprivs) a
   WHERE a.grantee = 0
), opened AS (
  SELECT 'pg_proc'::regclass AS classid, p.oid AS objid, 0 AS objsubid, a.privilege_type,
         'ROUTINE ' || p.oid::regprocedure::text AS object, '' AS columns
    FROM pg_proc p CROSS JOIN aclexplode(p.proacl) a
   WHERE p.oid < 16384 AND a.grantee = 0
     AND EXISTS (SELECT FROM pg_init_privs i
                  WHERE i.classoid = 'pg_proc'::regclass AND i.objoid = p.oid)
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, 0, a.privilege_type, 'TABLE ' || c.oid::regclass::text, ''
    FROM pg_class c CROSS JOIN aclexplode(c.relacl) a
   WHERE c.oid < 16384 AND c.relnamespace = 'pg_catalog'::regnamespace AND a.grantee = 0
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, at.attnum, a.privilege_type, 'TABLE ' || c.oid::regclass::text,
         format(' (%%I)', at.attname)
    FROM pg_attribute at JOIN pg_class c ON c.oid = at.attrelid
   CROSS JOIN aclexplode(at.attacl) a
   WHERE c.oid < 16384 AND c.relnamespace = 'pg_catalog'::regnamespace AND a.grantee = 0
  UNION ALL
  SELECT 'pg_parameter_acl'::regclass, p.oid, 0, a.privilege_type, 'PARAMETER ' || p.parname, ''
    FROM pg_parameter_acl p CROSS JOIN aclexplode(p.paracl) a
   WHERE a.grantee = 0 AND p.parname = ANY(%(unsafe_settings)s)
)
SELECT object, string_agg(privilege_type || columns, ', ' ORDER BY 1) AS privileges,
       object = 'PARAMETER session_replication_role' AS switches_off_checks,
       format('REVOKE %%s ON %%s FROM PUBLIC', string_agg(privilege_type || columns, ', '), object)
         AS statement
  FROM opened
 WHERE NOT EXISTS
   (SELECT FROM initial i WHERE i.classoid = opened.classid AND i.objoid = opened.objid
       AND i.objsubid = opened.objsubid AND i.privilege_type = opened.privilege_type)
 GROUP BY object, columns
 ORDER BY object

-- doors_open_to_public --
-- What others made in this database and opened to PUBLIC: schemas, large objects, servers
SELECT o.type, o.identity, string_agg(a.privilege_type, ', ' ORDER BY 1) AS privileges,
       format('REVOKE %%s ON %%s %%s FROM PUBLIC', string_agg(a.privilege_type, ', '),
              CASE o.type WHEN 'server' THEN 'FOREIGN SERVER' ELSE upper(replace(o.type, '-', ' ')) END, o.identity)
         AS statement
  FROM (SELECT 'pg_namespace'::regclass AS classid, n.oid, n.nspacl AS acl
          FROM pg_namespace n
         WHERE n.nspname <> ALL(%(schemas)s) AND n.nspname NOT LIKE 'pg\_%%'
           AND n.nspname <> 'information_schema'
        UNION ALL
        SELECT 'pg_largeobject'::regclass, l.oid, l.lomacl FROM pg_largeobject_metadata l
        UNION ALL
        SELECT 'pg_foreign_server'::regclass, s.oid, s.srvacl FROM pg_foreign_server s
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, w.fdwacl FROM pg_foreign_data_wrapper w)
       AS made (classid, oid, acl)
 CROSS JOIN aclexplode(made.acl) a
 CROSS JOIN pg_identify_object(made.classid, made.oid, 0) o
 WHERE a.grantee = 0
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = made.classid AND e.objid = made.oid
                      AND e.deptype = 'e')
 GROUP BY o.type, o.identity
 ORDER BY o.type, o.identity

-- owned_outside --
-- What the contract's roles own besides what lies in their own schemas: types, schemas, functions,
-- large objects, servers, publications, this database
WITH owned AS MATERIALIZED (
  -- What the schemas hold is left out by its number: to name it would take longer.
  SELECT r.rolname, d.classid, d.objid, d.objsubid
    FROM pg_shdepend d
    JOIN pg_roles r ON r.oid = d.refobjid
   WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o' AND r.rolname = ANY(%(roles)s)
     AND (d.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
          OR d.dbid = 0 AND d.classid = 'pg_database'::regclass
             AND d.objid = (SELECT oid FROM pg_database WHERE datname = current_database()))
     AND d.classid NOT IN ('pg_class'::regclass, 'pg_extension'::regclass, 'pg_default_acl'::regclass)
     AND NOT EXISTS (SELECT FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                      WHERE d.classid = 'pg_proc'::regclass AND p.oid = d.objid
                        AND n.nspname = ANY(%(compared_schemas)s))
     AND NOT EXISTS (SELECT FROM pg_namespace n
                      WHERE d.classid = 'pg_namespace'::regclass AND n.oid = d.objid
                        AND n.nspname = ANY(%(schemas)s))
)
SELECT owned.rolname AS role, o.type, o.identity,
       o.type = 'large object'
         OR o.type = 'database' AND owned.rolname = ANY(%(may_own_the_database)s) AS harmless,
       format('ALTER %%s %%s OWNER TO <another role>',
              CASE o.type WHEN 'function' THEN 'ROUTINE' WHEN 'procedure' THEN 'ROUTINE'
                          WHEN 'aggregate' THEN 'ROUTINE' ELSE upper(replace(o.type, '-', ' ')) END, o.identity)
         AS statement
  FROM owned
 CROSS JOIN LATERAL pg_identify_object(owned.classid, owned.objid, owned.objsubid) o
 WHERE NOT coalesce(o.schema LIKE 'pg\_temp%%', false)
   AND NOT EXISTS
     (SELECT FROM unnest(%(homes)s::text[], %(home_owners)s::text[]) AS home (schema, owner)
       WHERE home.schema = o.schema AND home.owner = owned.rolname)
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = owned.classid AND e.objid = owned.objid
                      AND e.deptype = 'e')
 ORDER BY 1, 2, 3

-- default_privileges_of_others --
-- Default privileges of roles other than the owners that reach the contract's schemas or roles, and
-- of every role of the contract on what is neither table, sequence nor function
SELECT r.rolname AS role, coalesce(n.nspname, '') AS schema,
       coalesce(' in ' || n.nspname, '') AS within, lower(k.kind) AS kind, coalesce(g.rolname, 'PUBLIC') AS grantee,
       string_agg(a.privilege_type, ', ' ORDER BY 1) AS privileges,
       format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I%%s REVOKE %%s ON %%s FROM %%s', r.rolname,
              CASE WHEN n.nspname IS NULL THEN '' ELSE format(' IN SCHEMA %%I', n.nspname) END,
              string_agg(a.privilege_type, ', '), k.kind,
              coalesce(quote_ident(g.rolname), 'PUBLIC')) AS statement
  FROM pg_default_acl d
  JOIN pg_roles r ON r.oid = d.defaclrole
  LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
  JOIN (VALUES ('r', 'r', 'TABLES'), ('S', 's', 'SEQUENCES'), ('f', 'f', 'FUNCTIONS'),
               ('T', 'T', 'TYPES'), ('n', 'n', 'SCHEMAS'), ('L', 'L', 'LARGE OBJECTS'))
       AS k (type, hardwired, kind) ON k.type::"char" = d.defaclobjtype
 CROSS JOIN aclexplode(d.defaclacl) a
  LEFT JOIN pg_roles g ON g.oid = a.grantee
 WHERE a.grantee <> d.defaclrole
   AND NOT (r.rolname = ANY(%(owners)s) AND k.type IN ('r', 'S', 'f'))
   AND (r.rolname = ANY(%(roles)s) OR n.nspname = ANY(%(homes)s) OR g.rolname = ANY(%(roles)s))
   AND NOT (a.grantee = 0 AND d.defaclnamespace = 0 AND k.type IN ('f', 'T'))
 GROUP BY r.rolname, n.nspname, k.kind, g.rolname
 ORDER BY 1, 2, 3, 4

-- rights_of_owners --
-- What the owners of tables, sequences and schemas have lost on what is theirs; whoever becomes the
-- owner has lost the same
WITH owned AS (
  SELECT n.nspname AS schema, CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END AS noun,
         c.oid::regclass::text AS name, c.relowner AS owner, c.relacl AS acl,
         acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) AS given
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspowner = c.relowner
   WHERE n.nspname = ANY(%(app_schemas)s) AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
     AND c.relacl IS NOT NULL
  UNION ALL
  SELECT nspname, 'SCHEMA ', quote_ident(nspname), nspowner, nspacl, acldefault('n', nspowner)
    FROM pg_namespace
   WHERE nspname = ANY(%(schemas)s) AND nspname <> 'public' AND nspacl IS NOT NULL
)
SELECT owned.schema, owned.name, home.owner,
       string_agg(g.privilege_type, ', ' ORDER BY g.privilege_type) AS privileges,
       format('GRANT %%s ON %%s%%s TO %%I', string_agg(g.privilege_type, ', '), owned.noun,
              owned.name, home.owner) AS statement
  FROM owned
  JOIN LATERAL aclexplode(owned.given) g ON g.grantee = owned.owner
  JOIN unnest(%(owned_schemas)s::text[], %(schema_owners)s::text[]) AS home (schema, owner)
    ON home.schema = owned.schema
 WHERE NOT EXISTS (SELECT FROM aclexplode(owned.acl) a
                    WHERE a.grantee = owned.owner AND a.privilege_type = g.privilege_type)
   -- Most have all of it, which is seen at once.
   AND NOT owned.acl @> owned.given[1]
 GROUP BY owned.schema, owned.noun, owned.name, home.owner
 ORDER BY 1, 2

-- strange_objects --
-- Objects of kinds that no contract makes, members of extensions left out
SELECT pg_describe_object(made.classid, made.oid, 0) AS object, made.harmless,
       format('DROP %%s %%s', made.word, made.name) AS statement
  FROM (SELECT 'pg_event_trigger'::regclass AS classid, oid, 'EVENT TRIGGER' AS word,
               quote_ident(evtname) AS name, false AS harmless
          FROM pg_event_trigger WHERE evtname <> ALL(%(event_triggers)s)
        UNION ALL
        SELECT 'pg_cast'::regclass, oid, 'CAST',
               format('(%%s AS %%s)', format_type(castsource, NULL), format_type(casttarget, NULL)),
               false
          FROM pg_cast WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_transform'::regclass, oid, 'TRANSFORM',
               format('FOR %%s LANGUAGE %%I', format_type(trftype, NULL),
                      (SELECT lanname FROM pg_language l WHERE l.oid = trflang)), false
          FROM pg_transform
        UNION ALL
        SELECT 'pg_language'::regclass, oid, 'LANGUAGE', quote_ident(lanname), false
          FROM pg_language WHERE lanname NOT IN ('internal', 'c', 'sql', 'plpgsql')
        UNION ALL
        SELECT 'pg_foreign_data_wrapper'::regclass, oid, 'FOREIGN DATA WRAPPER',
               quote_ident(fdwname), false FROM pg_foreign_data_wrapper
        UNION ALL
        SELECT 'pg_foreign_server'::regclass, oid, 'SERVER', quote_ident(srvname), false
          FROM pg_foreign_server
        UNION ALL
        SELECT 'pg_am'::regclass, oid, 'ACCESS METHOD', quote_ident(amname), false
          FROM pg_am WHERE oid >= 16384
        UNION ALL
        SELECT 'pg_conversion'::regclass, k.oid, 'CONVERSION',
               format('%%I.%%I', n.nspname, k.conname), false
          FROM pg_conversion k JOIN pg_namespace n ON n.oid = k.connamespace
         WHERE k.oid >= 16384 AND k.condefault
        UNION ALL
        SELECT 'pg_publication'::regclass, oid, 'PUBLICATION', quote_ident(pubname), true
          FROM pg_publication
        UNION ALL
        SELECT 'pg_extension'::regclass, oid, 'EXTENSION', quote_ident(extname), true
          FROM pg_extension WHERE extname <> 'plpgsql' AND extname <> ALL(%(extensions)s::text[]))
       AS made
 WHERE NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = made.classid AND e.objid = made.oid
                      AND e.deptype = 'e')
 ORDER BY made.word, made.name

-- subscriptions --
-- What applies rows that come from elsewhere, past the triggers
SELECT s.subname AS name
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND s.subenabled
 ORDER BY 1

-- views_across --
-- Views, wherever, and functions of which the server knows what they read (BEGIN ATOMIC), that show
-- rows of an app schema to another, but where the contract says reads. No owner can make a
-- materialized one of another schema's rows: where the contract lists history that reaches others,
-- that made it, as it was written.
WITH reads AS (
  SELECT * FROM unnest(%(readers)s::text[], %(read)s::text[]) AS r (reader, read)
)
SELECT DISTINCT vn.nspname AS schema, v.oid::regclass::text AS view, t.oid::regclass::text AS table,
       v.relkind = 'm' AND vn.nspname = ANY(%(schemas_with_history)s) AS by_history,
       CASE v.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END AS kind,
       format('DROP %%s %%s', CASE v.relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END,
              v.oid::regclass::text) AS statement
  FROM pg_rewrite w
  JOIN pg_class v ON v.oid = w.ev_class AND v.relkind IN ('v', 'm')
  JOIN pg_namespace vn ON vn.oid = v.relnamespace
  JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid
                  AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
  JOIN pg_class t ON t.oid = d.refobjid
  JOIN pg_namespace tn ON tn.oid = t.relnamespace
 WHERE tn.nspname = ANY(%(app_schemas)s) AND vn.oid <> tn.oid
   AND NOT EXISTS (SELECT FROM reads r WHERE r.reader = vn.nspname AND r.read = tn.nspname)
UNION ALL
SELECT DISTINCT pn.nspname, p.oid::regprocedure::text, t.oid::regclass::text, false, 'function',
       format('DROP ROUTINE %%s', p.oid::regprocedure::text)
  FROM pg_proc p
  JOIN pg_namespace pn ON pn.oid = p.pronamespace
  JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                  AND d.refclassid = 'pg_class'::regclass
  JOIN pg_class t ON t.oid = d.refobjid
  JOIN pg_namespace tn ON tn.oid = t.relnamespace
 WHERE p.prosqlbody IS NOT NULL AND tn.nspname = ANY(%(app_schemas)s) AND pn.oid <> tn.oid
   AND NOT EXISTS (SELECT FROM reads r WHERE r.reader = pn.nspname AND r.read = tn.nspname)
 ORDER BY 2, 3

-- dependents_elsewhere --
-- What in an app schema depends on an object of another, or of the engine's, and so keeps its owner from
-- dropping that: a constant '16384'::regclass does, which takes no right on the object. Views and
-- functions that read tables, foreign keys, and triggers by what they call, are queries of their own.
WITH ours AS (
  SELECT oid FROM pg_namespace WHERE nspname = ANY(%(app_schemas)s)
), theirs AS (
  SELECT 'pg_class'::regclass AS classid, oid AS objid, relnamespace AS home FROM pg_class
  UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_proc
  UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_type
  UNION ALL SELECT 'pg_namespace'::regclass, oid, oid FROM pg_namespace
), named AS (
  SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, n.nspname AS other
    FROM theirs
    JOIN pg_namespace n ON n.oid = theirs.home
                       AND n.nspname = ANY(%(app_schemas)s || ARRAY[%(keys_schema)s, %(asked_schema)s])
    JOIN pg_depend d ON d.refclassid = theirs.classid AND d.refobjid = theirs.objid
   WHERE d.deptype = 'n'
), made AS (
  SELECT 'pg_attrdef'::regclass AS classid, f.oid AS objid, c.relnamespace AS home,
         format('ALTER TABLE %%s %%s', c.oid::regclass,
                CASE a.attgenerated
                  WHEN '' THEN format('ALTER COLUMN %%I DROP DEFAULT', a.attname)
                  WHEN 's' THEN format('ALTER COLUMN %%I DROP EXPRESSION', a.attname)
                  ELSE format('DROP COLUMN %%I', a.attname) END) AS statement
    FROM pg_attrdef f
    JOIN pg_class c ON c.oid = f.adrelid
    JOIN pg_attribute a ON a.attrelid = f.adrelid AND a.attnum = f.adnum
   WHERE c.relnamespace IN (SELECT oid FROM ours)
  UNION ALL
  SELECT 'pg_constraint'::regclass, o.oid, o.connamespace,
         CASE o.contypid WHEN 0 THEN format('ALTER TABLE %%s DROP CONSTRAINT %%I',
                                            o.conrelid::regclass, o.conname)
                         ELSE format('ALTER DOMAIN %%s DROP CONSTRAINT %%I',
                                     o.contypid::regtype, o.conname) END
    FROM pg_constraint o
   WHERE o.contype <> 'f' AND o.connamespace IN (SELECT oid FROM ours)
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, p.pronamespace, format('DROP ROUTINE %%s', p.oid::regprocedure)
    FROM pg_proc p WHERE p.pronamespace IN (SELECT oid FROM ours)
  UNION ALL
  SELECT 'pg_policy'::regclass, p.oid, c.relnamespace,
         format('DROP POLICY %%I ON %%s', p.polname, c.oid::regclass)
    FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
  UNION ALL
  SELECT 'pg_trigger'::regclass, t.oid, c.relnamespace,
         format('DROP TRIGGER %%I ON %%s', t.tgname, c.oid::regclass)
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_proc f ON f.oid = t.tgfoid
   WHERE NOT t.tgisinternal
     AND f.pronamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = %(keys_schema)s)
  UNION ALL
  SELECT 'pg_class'::regclass, c.oid, c.relnamespace,
         format('DROP %%s %%s', CASE c.relkind WHEN 'i' THEN 'INDEX' WHEN 'I' THEN 'INDEX'
                                ELSE 'TABLE' END, c.oid::regclass)
    FROM pg_class c
   WHERE c.relkind IN ('r', 'p', 'i', 'I') AND c.relnamespace IN (SELECT oid FROM ours)
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, s.oid, s.stxnamespace,
         format('DROP STATISTICS %%I.%%I', n.nspname, s.stxname)
    FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
  UNION ALL
  SELECT 'pg_rewrite'::regclass, w.oid, c.relnamespace,
         CASE c.relkind WHEN 'v' THEN format('DROP VIEW %%s', c.oid::regclass)
                        WHEN 'm' THEN format('DROP MATERIALIZED VIEW %%s', c.oid::regclass)
                        ELSE format('DROP RULE %%I ON %%s', w.rulename, c.oid::regclass) END
    FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class
   WHERE c.relnamespace IN (SELECT oid FROM ours)
)
SELECT DISTINCT n.nspname AS schema,
       pg_describe_object(named.classid, named.objid, named.objsubid) AS object,
       pg_describe_object(named.refclassid, named.refobjid, 0) AS other, made.statement
  FROM named
  JOIN made ON made.classid = named.classid AND made.objid = named.objid
  JOIN pg_namespace n ON n.oid = made.home AND n.nspname = ANY(%(app_schemas)s)
 WHERE n.nspname <> named.other
   AND NOT (named.classid IN ('pg_rewrite'::regclass, 'pg_proc'::regclass)
            AND named.refclassid = 'pg_class'::regclass)
   AND NOT (named.classid = 'pg_trigger'::regclass AND named.refclassid = 'pg_proc'::regclass)
   -- Columns and arguments of a type; what calls a function of another schema is refused when it runs.
   AND NOT (named.classid IN ('pg_class'::regclass, 'pg_proc'::regclass)
            AND named.refclassid = 'pg_type'::regclass)
 ORDER BY 1, 2, 3

-- definers_elsewhere --
-- SECURITY DEFINER functions outside the app schemas, whose rights their callers have; PostgreSQL
-- itself has none
SELECT p.oid::regprocedure::text AS function, r.rolname AS owner,
       format(CASE WHEN p.oid < 16384 THEN 'ALTER ROUTINE %%s SECURITY INVOKER'
                   ELSE 'DROP ROUTINE %%s' END, p.oid::regprocedure::text) AS statement
  FROM pg_proc p
  JOIN pg_roles r ON r.oid = p.proowner
 WHERE p.prosecdef
   AND p.pronamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = ANY(%(compared_schemas)s))
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass
                      AND e.objid = p.oid AND e.deptype = 'e')
 ORDER BY 1

-- trigger_functions_elsewhere --
-- Functions that triggers of the app schemas call, with the rights of whoever writes, and that lie in
-- no schema of the contract, nor are PostgreSQL's own or an extension's
SELECT DISTINCT n.nspname AS schema, c.oid::regclass::text AS table, t.tgname AS name,
       p.oid::regprocedure::text AS function, r.rolname AS owner_of_function,
       format('DROP TRIGGER %%I ON %%s', t.tgname, c.oid::regclass::text) AS statement
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_proc p ON p.oid = t.tgfoid
  JOIN pg_roles r ON r.oid = p.proowner
 WHERE n.nspname = ANY(%(app_schemas)s) AND NOT t.tgisinternal AND t.tgparentid = 0
   AND p.pronamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = ANY(%(schemas)s))
   AND p.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass
                      AND e.objid = p.oid AND e.deptype = 'e')
 ORDER BY 2, 3

-- rules --
-- Rules on tables: what they make of a statement is not what was said
SELECT n.nspname AS schema, c.oid::regclass::text AS table, w.rulename AS name,
       format('DROP RULE %%I ON %%s', w.rulename, c.oid::regclass::text) AS statement
  FROM pg_rewrite w
  JOIN pg_class c ON c.oid = w.ev_class AND c.relkind IN ('r', 'p')
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s)
 ORDER BY 2, 3

-- row_security --
-- Row-level security on tables of keys
SELECT n.nspname AS schema, c.oid::regclass::text AS table,
       CASE WHEN c.relforcerowsecurity THEN ', forced,' ELSE '' END AS forced,
       format('ALTER TABLE %%s %%s ROW LEVEL SECURITY', c.oid::regclass::text,
              CASE WHEN c.relforcerowsecurity THEN 'NO FORCE ROW LEVEL SECURITY, DISABLE'
                   ELSE 'DISABLE' END) AS statement
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN unnest(%(key_schemas)s::text[], %(key_tables)s::text[]) AS k (schema, name)
    ON k.schema = n.nspname AND k.name = c.relname
 WHERE c.relrowsecurity OR c.relforcerowsecurity
 ORDER BY 2

-- hidden_history --
-- A table of applied migrations whose rows policies hide
SELECT n.nspname AS schema, c.oid::regclass::text AS table,
       format('ALTER TABLE %%s NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY',
              c.oid::regclass::text) AS statement
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(app_schemas)s) AND c.relname = 'django_migrations' AND c.relrowsecurity
 ORDER BY 2

-- unlogged --
-- Tables of keys, and their partitions, that a crash empties
WITH RECURSIVE named AS (
  SELECT k.schema, k.name, c.oid
    FROM unnest(%(key_schemas)s::text[], %(key_tables)s::text[]) AS k (schema, name)
    JOIN pg_namespace n ON n.nspname = k.schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = k.name
   UNION
  SELECT named.schema, named.name, i.inhrelid FROM named JOIN pg_inherits i ON i.inhparent = named.oid
)
SELECT named.schema, c.oid::regclass::text AS table,
       NOT EXISTS
         (SELECT FROM unnest(%(referenced_schemas)s::text[], %(referenced_tables)s::text[])
                   AS held (schema, name)
           WHERE held.schema = named.schema AND held.name = named.name) AS holds_none,
       format('ALTER TABLE %%s SET LOGGED', c.oid::regclass::text) AS statement
  FROM named
  JOIN pg_class c ON c.oid = named.oid
 WHERE c.relpersistence = 'u'
 ORDER BY 1, 2

-- members_of_extensions --
-- What counts as an extension's and is none of its making: it was added by hand, and grants, owners
-- and definitions of an extension's objects are nobody's to compare
WITH made AS (
  SELECT e.classid, e.objid, x.extname, x.extowner, o.refobjid AS owner,
         n.nspname AS schema, n.oid <> x.extnamespace AS elsewhere,
         coalesce(c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S'), p.prosecdef, false) AS matters
    FROM pg_depend e
    JOIN pg_extension x ON x.oid = e.refobjid
    LEFT JOIN pg_class c ON e.classid = 'pg_class'::regclass AND c.oid = e.objid
    LEFT JOIN pg_proc p ON e.classid = 'pg_proc'::regclass AND p.oid = e.objid
    LEFT JOIN pg_type t ON e.classid = 'pg_type'::regclass AND t.oid = e.objid
    LEFT JOIN pg_namespace n
           ON n.oid = coalesce(c.relnamespace, p.pronamespace, t.typnamespace,
                               CASE e.classid WHEN 'pg_namespace'::regclass THEN e.objid END)
    -- PostgreSQL notes no owner that is the one who made the server.
    LEFT JOIN pg_shdepend o ON o.classid = e.classid AND o.objid = e.objid AND o.deptype = 'o'
          AND o.dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
   WHERE e.refclassid = 'pg_extension'::regclass AND e.deptype = 'e'
     -- A table brings the type of its rows along, and a type that of arrays.
     AND NOT coalesce(t.typrelid <> 0 OR t.typcategory = 'A', false)
)
SELECT coalesce(made.schema, '') AS schema,
       pg_describe_object(made.classid, made.objid, 0) AS object, made.extname AS extension,
       format('ALTER EXTENSION %%I DROP %%s %%s', made.extname,
              CASE o.type WHEN 'function' THEN 'ROUTINE' WHEN 'procedure' THEN 'ROUTINE'
                          WHEN 'aggregate' THEN 'ROUTINE' WHEN 'composite type' THEN 'TYPE'
                          ELSE upper(replace(o.type, '-', ' ')) END, o.identity) AS statement
  FROM made
  LEFT JOIN pg_roles w ON w.oid = made.owner
  LEFT JOIN pg_roles x ON x.oid = made.extowner
 CROSS JOIN LATERAL pg_identify_object(made.classid, made.objid, 0) o
 WHERE w.rolname = ANY(%(roles)s) AND made.owner <> made.extowner
    OR made.schema = ANY(%(app_schemas)s) AND made.elsewhere
    OR made.schema IN (%(keys_schema)s, %(asked_schema)s)
    OR x.rolname = ANY(%(roles)s) AND made.matters
    OR made.classid = 'pg_namespace'::regclass AND made.schema = ANY(%(schemas)s)
    -- This one makes its language and three functions for it, and is in every database.
    OR made.extname = 'plpgsql' AND made.objid >= 16384 AND made.classid <> 'pg_language'::regclass
       AND NOT coalesce(made.schema = 'pg_catalog', false)
 ORDER BY 3, 2

-- code_that_planning_runs --
-- Code of owners that planning, or reading, a table of keys would run as whoever reads it: in indexes,
-- statistics, CHECKs, partition keys, policies, rules and defaults, of its partitions, too; `believes`
-- says what the planner may take for true of the rows of the table that is named, and is not
WITH RECURSIVE named AS (
  SELECT k.schema, k.name, c.oid
    FROM unnest(%(key_schemas)s::text[], %(key_tables)s::text[]) AS k (schema, name)
    JOIN pg_namespace n ON n.nspname = k.schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = k.name
   UNION
  SELECT named.schema, named.name, i.inhrelid
    FROM named JOIN pg_inherits i ON i.inhparent = named.oid
), code AS MATERIALIZED (
  -- First these, of which there are few: what the catalog holds of tables just made is in no statistics,
  -- and from the tables to their parts PostgreSQL then compares all with all.
  SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid
    FROM pg_depend d
   WHERE d.refclassid IN ('pg_proc'::regclass, 'pg_operator'::regclass, 'pg_opclass'::regclass,
                          'pg_ts_config'::regclass)
     AND d.refobjid >= 16384
     AND d.classid IN ('pg_class'::regclass, 'pg_constraint'::regclass, 'pg_statistic_ext'::regclass,
                       'pg_policy'::regclass, 'pg_rewrite'::regclass, 'pg_attrdef'::regclass)
     AND (d.classid <> 'pg_class'::regclass OR d.objsubid = 0)
     AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = d.refclassid AND e.objid = d.refobjid
                        AND e.deptype = 'e')
)
SELECT DISTINCT c.schema, c.name AS "table", pg_describe_object(d.classid, d.objid, d.objsubid) AS object,
       pg_describe_object(d.refclassid, d.refobjid, 0) AS code, part.believes
  FROM code d
  JOIN LATERAL
       (SELECT d.objid AS relation, 'at once' AS believes WHERE d.classid = 'pg_class'::regclass
        UNION ALL SELECT i.indrelid, CASE WHEN i.indpred IS NULL THEN 'nothing' ELSE 'at once' END
                    FROM pg_index i
                   WHERE d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
        UNION ALL SELECT o.conrelid, 'where it is told to' FROM pg_constraint o
                   WHERE d.classid = 'pg_constraint'::regclass AND o.oid = d.objid
        UNION ALL SELECT s.stxrelid, 'nothing' FROM pg_statistic_ext s
                   WHERE d.classid = 'pg_statistic_ext'::regclass AND s.oid = d.objid
        UNION ALL SELECT p.polrelid, '' FROM pg_policy p
                   WHERE d.classid = 'pg_policy'::regclass AND p.oid = d.objid
        UNION ALL SELECT w.ev_class, '' FROM pg_rewrite w
                   WHERE d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
        UNION ALL SELECT f.adrelid, '' FROM pg_attrdef f
                   WHERE d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid)
       AS part ON true
  JOIN named c ON c.oid = part.relation
 -- PostgreSQL's own functions of texts do what a configuration says, and its owner alters it.
 WHERE d.refclassid <> 'pg_ts_config'::regclass OR part.believes IN ('at once', 'where it is told to')
 ORDER BY 1, 2, 3, 4

-- heirs_of_keys --
-- Tables that inherit from one that holds keys: their rows are rows of that, and no trigger of it fires.
-- A partition has its triggers, and a table of keys its own.
WITH RECURSIVE heirs AS (
  SELECT k.schema, c.oid AS root, c.oid AS heir
    FROM unnest(%(holding_schemas)s::text[], %(holding_tables)s::text[]) AS k (schema, name)
    JOIN pg_namespace n ON n.nspname = k.schema
    JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = k.name
   UNION
  SELECT heirs.schema, heirs.root, i.inhrelid FROM heirs JOIN pg_inherits i ON i.inhparent = heirs.heir
)
SELECT heirs.schema, c.oid::regclass::text AS heir, heirs.root::regclass::text AS table,
       (SELECT string_agg(format('ALTER TABLE %%s NO INHERIT %%s', c.oid::regclass,
                                 i.inhparent::regclass), '; ' ORDER BY i.inhseqno)
          FROM pg_inherits i WHERE i.inhrelid = c.oid) AS statement
  FROM heirs
  JOIN pg_class c ON c.oid = heirs.heir AND NOT c.relispartition
  JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE heirs.heir <> heirs.root
   AND NOT EXISTS
     (SELECT FROM unnest(%(holding_schemas)s::text[], %(holding_tables)s::text[]) AS k (schema, name)
       WHERE k.schema = n.nspname AND k.name = c.relname)
 ORDER BY 2, 3

-- unclaimed_tables --
-- Tables in the contract's schemas that no installed model has; partitions are their tables'
WITH unclaimed AS MATERIALIZED (
  SELECT n.nspname::text AS schema, c.relname::text AS name
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = ANY(%(compared_schemas)s) AND c.relkind IN ('r', 'p', 'f') AND NOT c.relispartition
     AND c.relname <> 'django_migrations'
     AND NOT (n.nspname = %(keys_schema)s AND c.relname = 'applying')
     AND cardinality(%(table_names)s::text[]) > 0
  EXCEPT
  SELECT t.schema, t.name
    FROM unnest(%(table_schemas)s::text[], %(table_names)s::text[]) AS t (schema, name)
)
SELECT n.nspname AS schema, c.oid::regclass::text AS table,
       format('DROP TABLE %%s', c.oid::regclass::text) AS statement
  FROM unclaimed
  JOIN pg_namespace n ON n.nspname = unclaimed.schema
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = unclaimed.name
       -- Nor one that is to be moved into the schema of its app, with its rows.
 WHERE NOT EXISTS
     (SELECT FROM unnest(%(table_schemas)s::text[], %(table_names)s::text[]) AS t (schema, name)
       WHERE t.name = c.relname AND NOT EXISTS
         (SELECT FROM pg_class h JOIN pg_namespace s ON s.oid = h.relnamespace
           WHERE s.nspname = t.schema AND h.relname = t.name))
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass
                      AND e.objid = c.oid AND e.deptype = 'e')
 ORDER BY 2

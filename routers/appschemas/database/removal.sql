-- gone --
-- The contract's roles that go: those that nothing outside of this database is known to need. What
-- stays has something in another database, may connect to one, starts there with a setting, or was
-- made for it.
SELECT coalesce(array_agg(r.rolname::text ORDER BY r.rolname), '{}') AS gone
  FROM pg_roles r
 CROSS JOIN pg_database here
 WHERE here.datname = current_database() AND r.rolname = ANY (%(roles)s)
   AND NOT EXISTS
     (SELECT FROM pg_shdepend d
       WHERE d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid
         AND (d.dbid NOT IN (0, here.oid)
           OR d.classid = 'pg_database'::regclass AND d.objid <> here.oid))
   AND NOT EXISTS
     (SELECT FROM pg_db_role_setting s
       WHERE s.setrole = r.oid AND s.setdatabase NOT IN (0, here.oid))
   AND NOT EXISTS
     (SELECT FROM pg_database other
       WHERE other.oid <> here.oid
         AND right(shobj_description(r.oid, 'pg_authid'),
                   length(%(made_for)s || other.datname) + 1)
             = %(made_for)s || other.datname || '.')

-- rights --
-- What code of the role that tables go to could do besides what is granted to that role: by itself, or
-- by the roles of which it is a member. A database cannot be made by a function; whose a database is
-- counts as a member of pg_database_owner.
SELECT coalesce(string_agg(DISTINCT may.what, ', '), '') AS rights
  FROM pg_roles o
  JOIN pg_roles r ON pg_has_role(o.oid, r.oid, 'MEMBER')
 CROSS JOIN LATERAL
       (VALUES (r.rolsuper, 'SUPERUSER'), (r.rolcreaterole, 'CREATEROLE'),
               (r.rolreplication, 'REPLICATION'), (r.rolbypassrls, 'BYPASSRLS'),
               (r.oid < 16384 AND starts_with(r.rolname, 'pg_')
                AND r.rolname <> 'pg_database_owner', r.rolname)) AS may (is_so, what)
 WHERE o.rolname = %(owner)s AND may.is_so AND (may.what = 'SUPERUSER' OR NOT o.rolsuper)

-- database --
-- PUBLIC gets back what it had when the engine came; the logins may connect no longer
WITH noted AS (
  SELECT CASE WHEN d.description LIKE '%%Before, PUBLIC had %%' THEN d.description
              ELSE 'TEMPORARY on the database, USAGE on schema public' END AS text
    FROM pg_namespace n
    LEFT JOIN LATERAL (SELECT obj_description(n.oid, 'pg_namespace')) AS d (description) ON true
   WHERE n.nspname = %(keys_schema)s
), acls AS (
  SELECT 'database' AS kind, datname AS name, coalesce(datacl, acldefault('d', datdba)) AS acl
    FROM pg_database WHERE datname = current_database()
  UNION ALL
  SELECT 'schema', nspname, coalesce(nspacl, acldefault('n', nspowner))
    FROM pg_namespace WHERE nspname = 'public'
)
SELECT NULL AS enter,
       format('GRANT %%s ON %%s %%I TO PUBLIC', p.privilege, acls.kind, acls.name) AS statement,
       NULL AS leave
  FROM noted
 CROSS JOIN acls
 CROSS JOIN unnest(ARRAY['CREATE', 'TEMPORARY', 'USAGE']) AS p (privilege)
 WHERE noted.text LIKE '%%' || p.privilege || ' on '
       || CASE acls.kind WHEN 'schema' THEN 'schema public%%' ELSE 'the database%%' END
   AND NOT EXISTS (SELECT FROM aclexplode(acls.acl) a
                    WHERE a.grantee = 0 AND a.privilege_type = p.privilege)
UNION ALL
SELECT NULL, format('REVOKE ALL ON DATABASE %%I FROM %%I', d.datname, r.rolname), NULL
  FROM pg_database d
  JOIN pg_roles r ON r.rolname = ANY (%(roles)s) AND r.oid <> d.datdba
 WHERE d.datname = current_database()
   AND EXISTS (SELECT FROM aclexplode(d.datacl) a WHERE a.grantee = r.oid)
 ORDER BY 2

-- checks --
-- The functions of checks go, and with them the triggers that run them
SELECT format('SET LOCAL ROLE %%I', r.rolname) AS enter,
       format('DROP SCHEMA %%I CASCADE', n.nspname) AS statement,
       'RESET ROLE' AS leave
  FROM pg_namespace n
  JOIN pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY (%(engine_schemas)s)
UNION ALL
SELECT format('SET LOCAL ROLE %%I', r.rolname),
       format('DROP ROUTINE %%s CASCADE', p.oid::regprocedure), 'RESET ROLE'
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_roles r ON r.oid = p.proowner
 WHERE n.nspname = ANY (%(schemas)s)
   AND obj_description(p.oid, 'pg_proc') LIKE 'appschemas:%%'
 ORDER BY 2

-- grants --
-- What roles hold here that stay for another database's sake, and what the contract's roles would
-- grant on new objects, which DROP OWNED of several at once trips over
WITH acls AS (
  SELECT 'SCHEMA' AS kind, format('%%I', nspname) AS name, nspowner AS owner, nspacl AS acl
    FROM pg_namespace
  UNION ALL
  SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass::text,
         c.relowner, c.relacl
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  UNION ALL
  SELECT 'TABLE', c.oid::regclass::text, c.relowner, a.attacl
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
   WHERE a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL
  SELECT 'ROUTINE', p.oid::regprocedure::text, p.proowner, p.proacl
    FROM pg_proc p WHERE p.pronamespace <> ALL (ARRAY(
      SELECT n.oid FROM pg_namespace n WHERE n.nspname = ANY (%(engine_schemas)s)))
), held AS (
  SELECT DISTINCT acls.kind, acls.name, acls.owner, a.grantee
    FROM acls CROSS JOIN aclexplode(acls.acl) a
   WHERE a.grantee <> acls.owner AND acls.name <> ALL (%(engine_schemas)s)
)
SELECT format('SET LOCAL ROLE %%I', o.rolname) AS enter,
       format('REVOKE ALL ON %%s %%s FROM %%s CASCADE', held.kind, held.name,
              string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname)) AS statement,
       'RESET ROLE' AS leave
  FROM held
  JOIN pg_roles r ON r.oid = held.grantee
  JOIN pg_roles o ON o.oid = held.owner
 WHERE r.rolname = ANY (%(roles)s) AND r.rolname <> ALL (%(gone)s::text[])
 GROUP BY o.rolname, held.kind, held.name
UNION ALL
SELECT format('SET LOCAL ROLE %%I', m.rolname),
       format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I IN SCHEMA %%I REVOKE ALL ON %%s FROM %%s',
              m.rolname, n.nspname,
              CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                                   ELSE 'FUNCTIONS' END,
              string_agg(DISTINCT quote_ident(g.rolname), ', ')),
       'RESET ROLE'
  FROM pg_default_acl d
  JOIN pg_roles m ON m.oid = d.defaclrole
  JOIN pg_namespace n ON n.oid = d.defaclnamespace
 CROSS JOIN aclexplode(d.defaclacl) a
  JOIN pg_roles g ON g.oid = a.grantee
 WHERE m.rolname = ANY (%(roles)s) AND g.rolname = ANY (%(roles)s)
 GROUP BY m.rolname, n.nspname, d.defaclobjtype
UNION ALL
SELECT format('SET LOCAL ROLE %%I', m.rolname),
       format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I GRANT EXECUTE ON FUNCTIONS TO PUBLIC',
              m.rolname),
       'RESET ROLE'
  FROM pg_default_acl d
  JOIN pg_roles m ON m.oid = d.defaclrole
 WHERE m.rolname = ANY (%(roles)s) AND d.defaclnamespace = 0 AND d.defaclobjtype = 'f'
 ORDER BY 2

-- settings --
-- What logins that stay start with in this database
SELECT NULL AS enter,
       format('ALTER ROLE %%I IN DATABASE %%I RESET ALL', r.rolname, d.datname) AS statement,
       NULL AS leave
  FROM pg_db_role_setting s
  JOIN pg_database d ON d.oid = s.setdatabase AND d.datname = current_database()
  JOIN pg_roles r ON r.oid = s.setrole
 WHERE r.rolname = ANY (%(roles)s) AND r.rolname <> ALL (%(gone)s::text[])
 ORDER BY 2

-- schemas --
-- Schemas with nothing in them go; what is in the others belongs to the new owner
SELECT format('SET LOCAL ROLE %%I', r.rolname) AS enter,
       CASE WHEN EXISTS (SELECT FROM pg_depend d
                          WHERE d.refclassid = 'pg_namespace'::regclass AND d.refobjid = n.oid
                            AND d.classid <> 'pg_default_acl'::regclass)
            THEN format('COMMENT ON SCHEMA %%I IS NULL', n.nspname)
            ELSE format('DROP SCHEMA %%I', n.nspname) END AS statement,
       'RESET ROLE' AS leave
  FROM pg_namespace n
  JOIN pg_roles r ON r.oid = n.nspowner
 WHERE n.nspname = ANY (%(schemas)s) AND r.rolname = ANY (%(roles)s)
UNION ALL
SELECT NULL,
       format('REASSIGN OWNED BY %%s TO %%I',
              string_agg(quote_ident(r.rolname), ', ' ORDER BY r.rolname), %(owner)s::text), NULL
  FROM pg_roles r
 WHERE r.rolname = ANY (%(roles)s) AND r.rolname <> %(keys_role)s
   AND EXISTS (SELECT FROM pg_shdepend d JOIN pg_database here ON here.oid = d.dbid
                WHERE here.datname = current_database() AND d.deptype = 'o'
                  AND d.refclassid = 'pg_authid'::regclass AND d.refobjid = r.oid)
HAVING count(*) > 0
 ORDER BY 1 NULLS LAST, 2

-- owned --
-- What is left of the roles that go: grants to them, and what would be granted on new objects
SELECT NULL AS enter,
       format('DROP OWNED BY %%s',
              string_agg(quote_ident(each), ', ' ORDER BY each)) AS statement,
       NULL AS leave
  FROM unnest(%(gone)s::text[]) AS each
HAVING count(*) > 0

-- roles --
-- The roles, all at once: one may have granted another to a third
SELECT NULL AS enter,
       format('DROP ROLE %%s', string_agg(quote_ident(each), ', ' ORDER BY each)) AS statement,
       NULL AS leave
  FROM unnest(%(gone)s::text[]) AS each
HAVING count(*) > 0

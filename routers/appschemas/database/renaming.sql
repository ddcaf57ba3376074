-- schemas --
-- Which of these schemas are there
SELECT nspname::text FROM pg_namespace WHERE nspname = ANY(%(names)s)

-- roles --
-- Which of these roles are there, and what is said of them
SELECT rolname::text, coalesce(shobj_description(oid, 'pg_authid'), '')
  FROM pg_roles WHERE rolname = ANY(%(names)s)

-- relations --
-- What can stand behind the name of one of these schemas
SELECT relname::text FROM pg_class WHERE relnamespace = ANY
  (SELECT oid FROM pg_namespace WHERE nspname = ANY(%(names)s))
 UNION
SELECT proname FROM pg_proc WHERE pronamespace = ANY
  (SELECT oid FROM pg_namespace WHERE nspname = ANY(%(names)s))
 UNION
SELECT typname FROM pg_type WHERE typnamespace = ANY
  (SELECT oid FROM pg_namespace WHERE nspname = ANY(%(names)s))

-- routines --
-- Functions and procedures whose text or path has this word, those of checks and of extensions left
-- out. What SQL's own bodies, views, policies and defaults name follows by itself.
SELECT p.oid::regprocedure::text AS signature, n.nspname::text AS schema, r.rolname::text AS owner,
       p.prosrc AS body, pg_get_functiondef(p.oid) AS definition,
       coalesce((SELECT substr(each, 13) FROM unnest(p.proconfig) AS each
                  WHERE each LIKE 'search_path=%%'), '') AS path
  FROM pg_proc p
  JOIN pg_namespace n ON n.oid = p.pronamespace
  JOIN pg_roles r ON r.oid = p.proowner
  JOIN pg_language l ON l.oid = p.prolang
 WHERE n.nspname <> ALL (%(engine_schemas)s) AND p.oid >= 16384 AND p.prokind IN ('f', 'p')
   AND l.lanname NOT IN ('c', 'internal')
   AND (p.prosrc ~ %(word)s OR p.proconfig::text ~ %(word)s)
   AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass
                      AND d.objid = p.oid AND d.deptype = 'e')
 ORDER BY 1

-- settings --
-- What others start with in this database that has this word
SELECT coalesce('role ' || quote_ident(r.rolname), 'everybody') AS of, each AS setting
  FROM pg_db_role_setting s
  LEFT JOIN pg_roles r ON r.oid = s.setrole
 CROSS JOIN unnest(s.setconfig) AS each
 WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
   AND each ~ %(word)s AND NOT coalesce(r.rolname = ANY(%(logins)s), false)
 ORDER BY 1, 2

-- elsewhere --
-- Other databases in which one of these roles owns or holds something
SELECT DISTINCT d.datname::text
  FROM pg_shdepend s
  JOIN pg_roles r ON r.oid = s.refobjid
  JOIN pg_database d ON d.oid = s.dbid
 WHERE s.refclassid = 'pg_authid'::regclass AND r.rolname = ANY(%(names)s)
   AND d.datname <> current_database() AND NOT starts_with(d.datname, 'test_')
   AND coalesce(shobj_description(d.oid, 'pg_database'), '') NOT LIKE 'appschemas%%'
 ORDER BY 1

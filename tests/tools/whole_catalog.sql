-- roles --
-- Of this name's beginning: attributes, comment, and whether there is a password
SELECT format('role %%s super=%%s inherit=%%s createrole=%%s createdb=%%s login=%%s replication=%%s bypassrls=%%s: %%s',
              rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication,
              rolbypassrls, shobj_description(oid, 'pg_authid'))
  FROM pg_roles WHERE rolname LIKE %(roles)s

-- memberships --
SELECT format('member %%s of %%s by %%s: %%s', m.rolname, g.rolname, b.rolname,
              to_jsonb(am) - '{oid,roleid,member,grantor}'::text[])
  FROM pg_auth_members am
  JOIN pg_roles g ON g.oid = am.roleid
  JOIN pg_roles m ON m.oid = am.member
  LEFT JOIN pg_roles b ON b.oid = am.grantor
 WHERE g.rolname LIKE %(roles)s OR m.rolname LIKE %(roles)s

-- settings --
SELECT format('setting of %%s in %%s: %%s', coalesce(r.rolname, 'all'), coalesce(d.datname, 'all'),
              s.setconfig)
  FROM pg_db_role_setting s
  LEFT JOIN pg_roles r ON r.oid = s.setrole
  LEFT JOIN pg_database d ON d.oid = s.setdatabase
 WHERE r.rolname LIKE %(roles)s OR d.datname = current_database()

-- owners --
SELECT format('%%s %%s of %%s', o.type, o.identity, r.rolname)
  FROM pg_shdepend d
  JOIN pg_database here ON here.oid = d.dbid AND here.datname = current_database()
  JOIN pg_roles r ON r.oid = d.refobjid
 CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, d.objsubid) o
 WHERE d.refclassid = 'pg_authid'::regclass AND d.deptype = 'o'

-- acls --
SELECT format('acl of %%s %%s: %%s', a.kind, a.name,
              (SELECT string_agg(item::text, ' ' ORDER BY item::text COLLATE "C")
                 FROM unnest(a.acl) AS item))
  FROM (SELECT 'database' AS kind, '' AS name, coalesce(datacl, acldefault('d', datdba)) AS acl
          FROM pg_database WHERE datname = current_database()
         UNION ALL
        SELECT 'schema', nspname, coalesce(nspacl, acldefault('n', nspowner)) FROM pg_namespace
         WHERE nspname NOT LIKE 'pg\_%%' AND nspname <> 'information_schema'
         UNION ALL
        SELECT 'relation', c.oid::regclass::text,
               coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))
          FROM pg_class c WHERE c.oid >= 16384 AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
         UNION ALL
        SELECT 'column', a.attrelid::regclass || '.' || a.attname, a.attacl
          FROM pg_attribute a WHERE a.attacl IS NOT NULL AND a.attrelid >= 16384
         UNION ALL
        SELECT 'function', oid::regprocedure::text, coalesce(proacl, acldefault('f', proowner))
          FROM pg_proc WHERE oid >= 16384
         UNION ALL
        SELECT 'default', format('%%s %%s %%s', defaclrole::regrole, defaclnamespace::regnamespace,
               defaclobjtype), defaclacl FROM pg_default_acl) AS a (kind, name, acl)

-- comments --
SELECT format('comment on %%s %%s: %%s', o.type, o.identity, d.description)
  FROM pg_description d
 CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
 WHERE d.objoid >= 16384

-- functions --
SELECT pg_get_functiondef(oid) FROM pg_proc WHERE oid >= 16384 AND prokind IN ('f', 'p')

-- triggers --
SELECT format('%%s %%s', pg_get_triggerdef(oid), tgenabled)
  FROM pg_trigger WHERE NOT tgisinternal

-- relations --
SELECT format('%%s %%s: %%s', c.relkind, c.oid::regclass, string_agg(
              format('%%s %%s %%s', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull),
              ', ' ORDER BY a.attnum))
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
 WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'i')
   AND c.relnamespace <> 'pg_toast'::regnamespace
 GROUP BY c.relkind, c.oid

-- constraints --
SELECT format('constraint %%s of %%s: %%s', conname, conrelid::regclass, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE conrelid >= 16384 AND contype <> 't'

-- extensions --
SELECT format('extension %%s in %%s', extname, extnamespace::regnamespace) FROM pg_extension

-- tables --
-- In which of these schemas tables of these names lie
SELECT c.relname, n.nspname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(schemas)s) AND c.relname = ANY(%(tables)s) AND c.relkind IN ('r', 'p')

-- columns --
-- The types of the columns of tables of these names
SELECT n.nspname, c.relname, a.attname,
       CASE WHEN t.typnamespace = 'pg_catalog'::regnamespace OR t.typelem <> 0
            THEN pg_catalog.format_type(a.atttypid, NULL)
            ELSE pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.typname) END
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
 WHERE n.nspname = ANY(%(schemas)s) AND c.relname = ANY(%(tables)s) AND c.relkind IN ('r', 'p')
   AND a.attnum > 0 AND NOT a.attisdropped

-- triggers --
-- The triggers of checks; those of earlier versions called functions of the app schemas
SELECT n.nspname, c.relname, t.tgname
  FROM pg_catalog.pg_trigger t
  JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
 WHERE n.nspname = ANY(%(schemas)s) AND NOT t.tgisinternal AND fn.nspname = %(functions)s

-- large --
-- Which tables of these names have, with their partitions, more than so many bytes of rows
SELECT n.nspname, c.relname
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE n.nspname = ANY(%(schemas)s) AND c.relname = ANY(%(tables)s) AND c.relkind IN ('r', 'p')
   AND pg_catalog.pg_relation_size(c.oid)
     + coalesce((SELECT pg_catalog.sum(pg_catalog.pg_relation_size(t.relid))::bigint
                   FROM pg_catalog.pg_partition_tree(c.oid) t WHERE t.relid <> c.oid), 0) > %(bytes)s

-- marked --
-- The functions whose comment says that a check was installed beside rows nobody has looked at
SELECT n.nspname::text, p.proname::text
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname = %(functions)s
   AND pg_catalog.obj_description(p.oid, 'pg_proc') LIKE '%%' || %(mark)s

-- lacking --
-- Whether the schema of the functions of checks is not there
SELECT true WHERE pg_catalog.to_regnamespace(%(functions)s) IS NULL

-- crossing --
-- Foreign keys from or to tables of these names that leave their schema
SELECT n.nspname, c.relname, k.conname
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class p ON p.oid = k.confrelid
 WHERE k.contype = 'f' AND k.conparentid = 0 AND c.relnamespace <> p.relnamespace
   AND n.nspname = ANY(%(schemas)s) AND (c.relname = ANY(%(tables)s) OR p.relname = ANY(%(tables)s))

-- sequences --
-- The sequences of columns of a table
SELECT s.relname
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S'
  JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
   AND d.deptype IN ('a', 'i') AND n.nspname = %(schema)s AND c.relname = %(table)s

-- keyed --
-- The columns of these tables that have a foreign key
SELECT n.nspname, c.relname, a.attname
  FROM pg_catalog.pg_constraint k
  JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (k.conkey)
 WHERE k.contype = 'f' AND n.nspname = ANY(%(schemas)s)

-- code --
-- What runs where somebody reads or writes one of these tables, or a partition of it, and is none of
-- the checks': triggers and rules, and what calls a function of one of these schemas, or runs a text
WITH RECURSIVE tree AS (
  SELECT c.oid, n.nspname AS schema, c.relname AS name
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
   WHERE n.nspname = ANY(%(homes)s) AND c.relname = ANY(%(tables)s) AND c.relkind IN ('r', 'p')
   UNION
  SELECT i.inhrelid, tree.schema, tree.name
    FROM tree JOIN pg_catalog.pg_inherits i ON i.inhparent = tree.oid
), part AS (
  SELECT tree.schema, tree.name, p.classid, p.objid, p.runs
    FROM tree CROSS JOIN LATERAL (
      SELECT 'pg_catalog.pg_class'::regclass AS classid, tree.oid AS objid, false AS runs
      UNION ALL
      SELECT 'pg_catalog.pg_class'::regclass, i.indexrelid, false
        FROM pg_catalog.pg_index i WHERE i.indrelid = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_constraint'::regclass, k.oid,
             k.contype = 'c' AND pg_catalog.pg_get_expr(k.conbin, k.conrelid) ~ %(texts)s
        FROM pg_catalog.pg_constraint k WHERE k.conrelid = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_statistic_ext'::regclass, s.oid, false
        FROM pg_catalog.pg_statistic_ext s WHERE s.stxrelid = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_attrdef'::regclass, d.oid,
             pg_catalog.pg_get_expr(d.adbin, d.adrelid) ~ %(texts)s
        FROM pg_catalog.pg_attrdef d WHERE d.adrelid = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_policy'::regclass, p.oid,
             coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '')
             || coalesce(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '') ~ %(texts)s
        FROM pg_catalog.pg_policy p WHERE p.polrelid = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_rewrite'::regclass, w.oid, true
        FROM pg_catalog.pg_rewrite w WHERE w.ev_class = tree.oid
      UNION ALL
      SELECT 'pg_catalog.pg_trigger'::regclass, t.oid, true
        FROM pg_catalog.pg_trigger t
        JOIN pg_catalog.pg_proc f ON f.oid = t.tgfoid
        JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
       WHERE t.tgrelid = tree.oid AND NOT t.tgisinternal AND fn.nspname <> %(functions)s
         AND f.oid >= 16384
    ) p
)
SELECT DISTINCT part.schema, part.name, pg_catalog.pg_describe_object(part.classid, part.objid, 0)
  FROM part
 WHERE part.runs
    OR EXISTS
       (SELECT FROM pg_catalog.pg_depend d
          LEFT JOIN pg_catalog.pg_proc f
                 ON d.refclassid = 'pg_catalog.pg_proc'::regclass AND f.oid = d.refobjid
          LEFT JOIN pg_catalog.pg_operator o
                 ON d.refclassid = 'pg_catalog.pg_operator'::regclass AND o.oid = d.refobjid
          LEFT JOIN pg_catalog.pg_type y
                 ON d.refclassid = 'pg_catalog.pg_type'::regclass AND y.oid = d.refobjid
                AND y.typtype <> 'e'
          JOIN pg_catalog.pg_namespace n
            ON n.oid = coalesce(f.pronamespace, o.oprnamespace, y.typnamespace)
         WHERE d.classid = part.classid AND d.objid = part.objid AND n.nspname = ANY(%(schemas)s))
 ORDER BY 1, 2, 3

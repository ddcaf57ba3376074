-- A check by statement whose misses, and only they, wait for COMMIT in a table of their own.
-- What is measured: no part of the product. Names are put in by the benchmark.
CREATE TABLE {schema}.{pending} (key bigint NOT NULL);

CREATE FUNCTION {schema}.{check}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  missing bigint[];
BEGIN
  SELECT pg_catalog.array_agg(given.key) INTO missing
    FROM (SELECT DISTINCT key_1 AS key FROM given WHERE key_1 IS NOT NULL ORDER BY 1) AS given
   WHERE (SELECT true FROM ONLY {parent} AS parent
           WHERE parent.id OPERATOR(pg_catalog.=) given.key FOR KEY SHARE OF parent) IS NULL;
  IF missing IS NOT NULL THEN
    INSERT INTO {schema}.{pending} SELECT pg_catalog.unnest(missing);
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION {schema}.{again}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM ONLY {parent} AS parent
    WHERE parent.id OPERATOR(pg_catalog.=) NEW.key FOR KEY SHARE OF parent;
  IF NOT FOUND AND EXISTS (SELECT FROM {child} AS child
                            WHERE child.key_1 OPERATOR(pg_catalog.=) NEW.key) THEN
    RAISE EXCEPTION 'key % is not present', NEW.key USING ERRCODE = '23503';
  END IF;
  DELETE FROM {schema}.{pending} AS pending WHERE pending.key OPERATOR(pg_catalog.=) NEW.key;
  RETURN NULL;
END $$;

CREATE TRIGGER pending AFTER INSERT ON {child} REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION {schema}.{check}();
CREATE CONSTRAINT TRIGGER again AFTER INSERT ON {schema}.{pending}
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {schema}.{again}();

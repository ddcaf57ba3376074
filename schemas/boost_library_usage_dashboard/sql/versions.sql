-- Boost versions by the number of outside repositories on them; old ones first, unknown last.
WITH external AS (
    SELECT nullif(boost_version, '') AS version,
           is_boost_embedded,
           string_to_array(
               translate(substring(boost_version FROM '[0-9]+(?:[._][0-9]+)*'), '_', '.'), '.'
           )::numeric[] AS numbers
      FROM boost_usage_tracker.boost_usage_tracker_boostexternalrepository
     WHERE is_boost_used
)
SELECT coalesce(version, 'unknown') AS version,
       count(*) AS repositories,
       count(*) FILTER (WHERE is_boost_embedded) AS embedded
  FROM external
 GROUP BY version, numbers
 ORDER BY numbers NULLS LAST, version NULLS LAST

-- Commits of all repositories, by the week in which they were made; the last ones, old ones first.
SELECT *
  FROM (SELECT date_trunc('week', commit_at AT TIME ZONE 'UTC')::date AS begins,
               count(*) AS commits
          FROM github_activity_tracker.github_activity_tracker_gitcommit
         GROUP BY begins
         ORDER BY begins DESC
         LIMIT %(limit)s) AS last
 ORDER BY begins

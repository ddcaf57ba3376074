-- One row of totals.
SELECT (SELECT count(*)
          FROM boost_usage_tracker.boost_usage_tracker_boostexternalrepository) AS repositories,
       (SELECT count(*)
          FROM boost_usage_tracker.boost_usage_tracker_boostexternalrepository
         WHERE is_boost_used) AS repositories_using,
       (SELECT count(*)
          FROM boost_library_tracker.boost_library_tracker_boostlibrary) AS libraries,
       (SELECT count(DISTINCT header.library_id)
          FROM boost_usage_tracker.boost_usage_tracker_boostusage AS usage
          JOIN boost_library_tracker.boost_library_tracker_boostfile AS header
            ON header.github_file_id = usage.boost_header_id
         WHERE usage.excepted_at IS NULL OR usage.excepted_at > CURRENT_DATE) AS libraries_used,
       (SELECT count(*)
          FROM boost_usage_tracker.boost_usage_tracker_boostusage
         WHERE boost_header_id IS NOT NULL
           AND (excepted_at IS NULL OR excepted_at > CURRENT_DATE)) AS includes,
       (SELECT count(*)
          FROM github_activity_tracker.github_activity_tracker_gitcommit AS git_commit
          JOIN boost_library_tracker.boost_library_tracker_boostlibraryrepository AS repository
            ON repository.githubrepository_ptr_id = git_commit.repo_id) AS commits

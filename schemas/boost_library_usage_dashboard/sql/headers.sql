-- Headers by the number of outside repositories that include them.
SELECT file.filename,
       library.name AS library,
       count(DISTINCT usage.repo_id) AS repositories
  FROM boost_usage_tracker.boost_usage_tracker_boostusage AS usage
  JOIN boost_library_tracker.boost_library_tracker_boostfile AS header
    ON header.github_file_id = usage.boost_header_id
  JOIN boost_library_tracker.boost_library_tracker_boostlibrary AS library
    ON library.id = header.library_id
  JOIN github_activity_tracker.github_activity_tracker_githubfile AS file
    ON file.id = header.github_file_id
 WHERE usage.excepted_at IS NULL OR usage.excepted_at > CURRENT_DATE
 GROUP BY file.id, library.id
 ORDER BY repositories DESC, file.filename
 LIMIT %(limit)s

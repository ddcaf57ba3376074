-- Libraries by the number of outside repositories that include one of their headers.
SELECT library.name,
       count(DISTINCT usage.repo_id) AS repositories,
       count(DISTINCT usage.file_path_id) AS files
  FROM boost_usage_tracker.boost_usage_tracker_boostusage AS usage
  JOIN boost_library_tracker.boost_library_tracker_boostfile AS header
    ON header.github_file_id = usage.boost_header_id
  JOIN boost_library_tracker.boost_library_tracker_boostlibrary AS library
    ON library.id = header.library_id
 WHERE usage.excepted_at IS NULL OR usage.excepted_at > CURRENT_DATE
 GROUP BY library.id
 ORDER BY repositories DESC, library.name
 LIMIT %(limit)s

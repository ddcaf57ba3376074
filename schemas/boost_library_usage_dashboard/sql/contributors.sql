-- Accounts by the number of their commits to repositories of Boost libraries.
SELECT git_commit.account_id,
       count(*) AS commits,
       count(DISTINCT git_commit.repo_id) AS repositories
  FROM github_activity_tracker.github_activity_tracker_gitcommit AS git_commit
  JOIN boost_library_tracker.boost_library_tracker_boostlibraryrepository AS repository
    ON repository.githubrepository_ptr_id = git_commit.repo_id
 GROUP BY git_commit.account_id
 ORDER BY commits DESC, git_commit.account_id
 LIMIT %(limit)s

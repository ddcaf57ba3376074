"""What psql runs: the files of `sql/`, each a document that a DBA reads and signs off."""

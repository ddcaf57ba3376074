"""Apply: a plan made true, and looked at again."""

"""A pytest plugin: a test database that was split is taken for one that the tests have made.

What the tests make has a stamp of all that it was made from, which is known in their process only.
"""

from appschemas.provisioning import templates
from appschemas.provisioning.databases import comment_of, comment_on

SPLIT = "split for the tests"
_stamp_of = templates.stamp_of


def _stamped(database, server):
    stamp = _stamp_of(database, server)
    for (name,) in server.execute("SELECT datname FROM pg_database").fetchall():
        if comment_of(server, name) == SPLIT:
            comment_on(server, name, str(stamp))
    return stamp


templates.stamp_of = _stamped

"""A PostgreSQL of the project's own, for those who name none in DATABASE_URL.

It outlives the process that starts it, listens on a Unix socket only, and lets in the user who
started it as `postgres` (peer) and everybody else by password. Linux and macOS.
"""

from config.server.embedded import Server
from config.server.errors import ServerError
from config.server.throwaway import throwaway

__all__ = ["Server", "ServerError", "throwaway"]

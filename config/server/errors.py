"""What keeps a server from starting or stopping."""


class ServerError(Exception):
    """The server cannot be started or stopped; the message is for the user."""

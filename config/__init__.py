"""The reference project: settings, contract, and the server that it starts where none is given."""

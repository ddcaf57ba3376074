"""The engine by a name that says which database it is: `appschemas.backend.postgresql`."""

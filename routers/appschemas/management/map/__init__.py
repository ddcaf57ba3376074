"""The map: schemas, the keys and reads between them, and roles, as a page or a picture."""

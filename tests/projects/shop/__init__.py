"""A shop of ours on oscar's apps: a user model, pages, and what its customers do."""

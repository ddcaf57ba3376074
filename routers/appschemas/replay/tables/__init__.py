"""Tables while migrations run: who claims them, where they lie, where they go."""

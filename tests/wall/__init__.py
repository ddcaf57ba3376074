"""The wall as a matrix: what each role may do in each schema, tried for real."""

"""WG21 mailings, papers and authors."""

"""Which repositories outside of Boost include which of its headers."""

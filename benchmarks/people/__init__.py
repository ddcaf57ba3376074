"""An app whose keys others hold."""

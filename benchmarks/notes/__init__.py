"""An app that holds keys of another one."""

"""LLVM issues, pull requests and commits seen."""

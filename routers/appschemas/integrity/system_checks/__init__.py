"""System checks: what the models say against what the contract says."""

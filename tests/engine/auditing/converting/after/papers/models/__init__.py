from .papers import Draft, Paper
from .reviews import Assigned, Review, Score

__all__ = ["Assigned", "Draft", "Paper", "Review", "Score"]

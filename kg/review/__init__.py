"""People have the last word: reviews of citations and resolutions, with author, time and reason."""

from kg.facts.reviews import Review, Verdict, read_reviews
from kg.review.gold import gold
from kg.review.writing import review, reviews, withdraw

__all__ = ["Review", "Verdict", "gold", "read_reviews", "review", "reviews", "withdraw"]

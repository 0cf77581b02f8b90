"""How the speaker deals with the past and with people: would-answers, judgements of others, ownership."""

from coach.core.analysis.bad_mouthing import find_bad_mouthing
from coach.core.analysis.hypotheticals import find_hypotheticals
from coach.core.analysis.ownership import count_ownership

__all__ = ["count_ownership", "find_bad_mouthing", "find_hypotheticals"]

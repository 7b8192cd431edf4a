"""All the papers of many shapes, invented."""

from tests.imports import (
    papers_of_items,
    papers_of_lists,
    papers_of_resolutions,
    papers_of_sentences,
    papers_of_surroundings,
    papers_of_twists,
)

PAPERS = [
    *papers_of_lists.PAPERS,
    *papers_of_items.PAPERS,
    *papers_of_resolutions.PAPERS,
    *papers_of_sentences.PAPERS,
    *papers_of_surroundings.PAPERS,
    *papers_of_twists.PAPERS,
]

"""How texts are searched: by words of six languages, whatever language a text is in.

The functions are SQL (migration 0010_search), so that an index holds what they make of the
texts: nothing is stored beside a text that could differ from it.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db.models import BooleanField, Func, TextField


class Searched(Func):
    """What a search finds a row by: the words of these fields, together."""

    function = "deliberations_searched"
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()


class Asked(Func):
    """What a reader typed, as the question to an index of Searched."""

    function = "deliberations_asked"
    output_field = SearchQueryField()


class Matches(Func):
    """Whether a text (Searched) answers a question (Asked)."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()


class Marks(Func):
    """Of words, those that a search for what was typed is a search for."""

    function = "deliberations_marks"
    output_field = ArrayField(TextField())


def searched(*fields: str, name: str) -> GinIndex:
    return GinIndex(Searched(*fields), name=name)

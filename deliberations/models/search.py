"""How texts are searched: by words of six languages, whatever language a text is in.

The functions are SQL (migrations/_search.py). What a row is found by is a column `searched` of its
table, which PostgreSQL itself makes of its texts on writing: it can't differ from them, and nobody
can write it. It is no field of the models, so that only a search reads it: it is longer than the
texts.
"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQueryField, SearchVectorField
from django.db.models import BooleanField, FloatField, Func, TextField


class Searched(Func):
    """What a search finds a row by: the words of its texts, together."""

    output_field = SearchVectorField()

    def __init__(self, row: str = "pk") -> None:
        super().__init__(row)

    def as_sql(self, compiler: Any, *_more: Any, **_named: Any) -> Any:
        [row] = self.get_source_expressions()
        return f"{compiler.quote_name(row.alias)}.searched", ()


class Asked(Func):
    """What a reader typed, as the question to Searched."""

    function = "deliberations_asked"
    output_field = SearchQueryField()


class Matches(Func):
    """Whether a row (Searched) answers a question (Asked)."""

    template = "%(expressions)s"
    arg_joiner = " @@ "
    output_field = BooleanField()


class Rank(Func):
    """How well a row (Searched) answers a question (Asked): `Rank(row, question, how)`.

    Asked as a query of its own, which PostgreSQL leaves to the rows that are told.
    """

    function = "ts_rank"
    template = "(SELECT %(function)s(%(expressions)s))"
    output_field = FloatField()


class IsOneOf(Func):
    """Whether a column is one of many numbers; sent as one value, where `__in` sends each."""

    output_field = BooleanField()

    def __init__(self, column: str, numbers: list[int]) -> None:
        self.numbers = numbers
        super().__init__(column)

    def as_sql(self, compiler: Any, *_more: Any, **_named: Any) -> Any:
        [column] = self.get_source_expressions()
        sql, params = compiler.compile(column)
        return f"{sql} = ANY(%s)", (*params, self.numbers)


class Marks(Func):
    """Of words, those that a search for what was typed is a search for."""

    function = "deliberations_marks"
    output_field = ArrayField(TextField())

"""What the record tells those who follow it: that it changed, never what."""

import pgtrigger

from deliberations.models.rules import ModelClass, Unignorable, path_as_sql

CHANNEL = "record"


class Tells(Unignorable):
    """Tells the listeners of CHANNEL, with the commit, that the record of a group changed.

    The message is "<group> <public or secretariat> <transaction>", the same for all rows of a
    transaction, so that PostgreSQL folds them into one. It holds no content: each reader asks for
    the page again, under their own rights.

    group: the path from a row to its group. meetings: the paths from it to the meetings that all
    have to be published before the public hears of it. never_public: the public never does.
    """

    when = pgtrigger.After
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete

    def __init__(self, group: str, *meetings: str, never_public: bool = False) -> None:
        self.group, self.meetings, self.never_public = group, meetings, never_public
        super().__init__(name="tells_the_readers", declare=[("it", "record")])

    def get_func(self, model: ModelClass) -> str:
        return f"""
            IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF;
            PERFORM pg_notify('{CHANNEL}', concat_ws(' ',
                {path_as_sql(model, self.group, row="it")},
                {self.audience(model)},
                pg_current_xact_id()));
            RETURN NULL;
        """

    def audience(self, model: ModelClass) -> str:
        if self.never_public:
            return "'secretariat'"
        if not self.meetings:
            return "'public'"
        meetings = ", ".join(path_as_sql(model, path, row="it") for path in self.meetings)
        return (
            "CASE WHEN EXISTS (SELECT FROM deliberations_meeting m "
            f"WHERE m.id IN ({meetings}) AND m.published_at IS NULL) "
            "THEN 'secretariat' ELSE 'public' END"
        )

"""What was issued from the record: texts frozen for good, each with its files."""

import pgtrigger
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from deliberations.models.acts import HOLD_THE_MEETING, Clock, RecordQuerySet
from deliberations.models.documents import Document
from deliberations.models.groups import WorkingGroup
from deliberations.models.history import tracked
from deliberations.models.live import Tells
from deliberations.models.meetings import Meeting
from deliberations.models.rules import OfOneGroup, Rule, insert_only, raises
from deliberations.models.styles import Style


class IssueQuerySet(RecordQuerySet["Issue"]):
    def without_files(self) -> "IssueQuerySet":
        """As pages read them: neither the files nor, of many, the text."""
        return self.defer("docx", "pdf", "text")

    def among_others(self) -> "IssueQuerySet":
        """Each with its place among the issues of the same text: newest, newest_at: the number and
        the moment of the last after it; previous: the number of the one before it; else None.
        """
        of = Coalesce("meeting_id", 0)
        like = (
            Issue.objects.alias(of=of)
            .filter(
                group=OuterRef("group"),
                language=OuterRef("language"),
                of=Coalesce(OuterRef("meeting_id"), 0),
            )
            .order_by("-number")
        )
        later, earlier = (
            like.filter(number__gt=OuterRef("number")),
            like.filter(number__lt=OuterRef("number")),
        )
        return self.annotate(
            newest=later.values("number")[:1],
            newest_at=later.values("recorded_at")[:1],
            previous=earlier.values("number")[:1],
        )


@tracked(
    group="group",
    meeting="meeting",
    # Kept once, in the row, which never changes; the checksums say in the history which they were.
    exclude=("parts", "text", "docx", "pdf"),
)
class Issue(models.Model):
    """A text issued from the record, numbered in its group; a later one of the same supersedes it.

    It says what the public may know of the record at the moment of recorded_at; of a meeting that
    is not published yet, what the public will, once it is.

    meeting: whose synthesis it is; None for the report of the group. document: whose words it has
    beside those of the acts. style: in which the DOCX was made; None for the built-in one. parts:
    the text paragraph by paragraph, [kind, text, reference of the decision or ""]. docx, pdf: the
    files as they were handed out; they are kept, since another version of a library would write
    other bytes. sha256 and its like: hex, of the text in UTF-8 and of the files, reckoned by the
    database.
    """

    group = models.ForeignKey(
        WorkingGroup, models.PROTECT, related_name="issues", verbose_name=_("group")
    )
    number = models.PositiveIntegerField(_("number"), db_default=0, editable=False)
    meeting = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        related_name="issues",
        verbose_name=_("meeting"),
    )
    document = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        related_name="issues",
        verbose_name=_("with the words of"),
    )
    style = models.ForeignKey(
        Style, models.PROTECT, null=True, related_name="issues", verbose_name=_("house style")
    )
    title = models.CharField(_("title"), max_length=300)
    dated = models.DateField(_("dated"), null=True)
    language = models.CharField(_("language"), max_length=10)
    parts = models.JSONField(_("paragraphs"))
    text = models.TextField(_("text"))
    docx = models.BinaryField(_("DOCX"))
    pdf = models.BinaryField(_("PDF"))
    sha256 = models.CharField(_("checksum of the text (SHA-256)"), max_length=64, db_default="")
    docx_sha256 = models.CharField(
        _("checksum of the DOCX (SHA-256)"), max_length=64, db_default=""
    )
    pdf_sha256 = models.CharField(_("checksum of the PDF (SHA-256)"), max_length=64, db_default="")
    intention = models.UUIDField(_("intention"), unique=True, editable=False)
    recorded_at = models.DateTimeField(_("recorded at"), db_default=Clock(), editable=False)
    recorded_by = models.ForeignKey(
        "deliberations.User",
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name=_("recorded by"),
    )

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issued document")
        verbose_name_plural = _("issued documents")
        ordering = ["group", "number"]
        triggers = [
            Tells("group", "meeting"),
            OfOneGroup("group", "meeting__group", "document__group", "style__group"),
            *insert_only(),
            Rule(
                name="is_issued",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                declare=[("next_number", "integer")],
                func=f"""
                    PERFORM 1 FROM deliberations_workinggroup
                        WHERE id = NEW.group_id FOR NO KEY UPDATE;
                    {HOLD_THE_MEETING}
                    SELECT COALESCE(max(number), 0) + 1 INTO next_number
                        FROM deliberations_issue WHERE group_id = NEW.group_id;
                    IF NEW.number NOT IN (0, next_number) THEN
                        {raises("numbers_run_without_gap")}
                    END IF;
                    NEW.number := next_number;
                    NEW.recorded_at := clock_timestamp();
                    NEW.sha256 := encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex');
                    NEW.docx_sha256 := encode(sha256(NEW.docx), 'hex');
                    NEW.pdf_sha256 := encode(sha256(NEW.pdf), 'hex');
                    RETURN NEW;
                """,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "number"], name="an_issued_document_has_a_number_of_its_own"
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="an_issued_document_says_something"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"

    @property
    def name(self) -> str:
        """Of its files, without an ending. Reads the group."""
        return f"{self.group.slug}-document-{self.number}"

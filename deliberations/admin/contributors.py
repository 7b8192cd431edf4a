"""Contributors, one by one or as a table."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import BadRequest, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import operations
from deliberations.admin.imports import CHOICES, COLUMNS, NEEDED, Plan, as_rows, plan_of
from deliberations.admin.reach import actor, groups_where, may_somewhere
from deliberations.admin.site import site
from deliberations.admin.surroundings import Surroundings
from deliberations.admin.tables import (
    MOST_BYTES,
    UnreadableTable,
    read_table,
    text_of,
    write_table,
)
from deliberations.forms.fields import TextField
from deliberations.models import Contributor, WorkingGroup


class ImportForm(forms.Form):
    """A table and the reason to take it in; the second time, the table as text with its seal."""

    group = forms.ModelChoiceField(
        WorkingGroup.objects.none(), label=gettext_lazy("Group"), empty_label=None
    )
    table = forms.FileField(
        label=gettext_lazy("Table (CSV)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )
    text = forms.CharField(required=False, strip=False, widget=forms.HiddenInput)
    seal = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = TextField(
        label=gettext_lazy("Reason"),
        rows=2,
        max_length=500,
        help_text=gettext_lazy("It stands in the history, with your name."),
    )

    def clean(self) -> dict[str, Any]:
        """Leaves `text` and, where that is a table, `rows`."""
        cleaned = super().clean() or self.cleaned_data
        file, text = cleaned.get("table"), cleaned.get("text", "")
        try:
            if file is not None:
                text = text_of(file.read(MOST_BYTES + 1))
            if not text:
                raise UnreadableTable(_("Choose a file."))
            cleaned |= {"text": text, "rows": read_table(text, known=COLUMNS, needed=NEEDED)}
        except UnreadableTable as problem:
            raise ValidationError(str(problem)) from None
        return cleaned


@admin.register(Contributor, site=site)
class ContributorAdmin(Surroundings):
    adds = "register_contributor"
    fixed = ("slug",)
    fields = (
        "group",
        "name",
        "slug",
        "short_name",
        "kind",
        "stakeholder_group",
        "country",
        "affiliation",
        "note",
        "source",
    )
    list_display = (
        "name",
        "kind",
        "stakeholder_group",
        "country",
        "group_in_short",
        "in_the_record",
    )
    list_filter = ("group", "kind", "stakeholder_group")
    list_select_related = ("group",)
    search_fields = ("name", "short_name", "country")
    change_list_template = "admin/contributors/list.html"

    def enter(self, request: HttpRequest, form: Any, parts: Any) -> None:
        given = {name: form.cleaned_data[name] for name in (*self.fields, "reason")}
        form.instance.pk = operations.register_contributor(by=actor(request), **given).pk

    def get_urls(self) -> list[URLPattern]:
        within = self.admin_site.admin_view
        return [
            path("export/", within(self.export_view), name="deliberations_contributor_export"),
            path("import/", within(self.import_view), name="deliberations_contributor_import"),
            *super().get_urls(),
        ]

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """The contributors of the list, as it is filtered."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            found = self.get_changelist_instance(request).get_queryset(request)
        except IncorrectLookupParameters:
            raise BadRequest(_("The address asks for a filter that there is not.")) from None
        rows = as_rows(found.select_related("group", "affiliation", "source"))
        return HttpResponse(
            write_table(COLUMNS, rows),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="contributors.csv"'},
        )

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First what the table would do, then, confirmed, one act that does it."""
        if not may_somewhere(request.user, "import_contributors"):
            raise PermissionDenied
        sent = request.method == "POST"
        form = ImportForm(request.POST if sent else None, request.FILES if sent else None)
        groups = WorkingGroup.objects.filter(
            pk__in=[group.pk for group in groups_where(request.user, "import_contributors")]
        )
        form.fields["group"].queryset = groups  # type: ignore[attr-defined]
        plan = None
        if form.is_valid():
            plan = plan_of(form.cleaned_data["rows"], form.cleaned_data["group"])
            if form.cleaned_data["seal"] and self.take_in(request, form, plan):
                return redirect("admin:deliberations_contributor_changelist")
        return TemplateResponse(
            request,
            "admin/contributors/import.html",
            {
                **self.admin_site.each_context(request),
                "title": _("Import contributors"),
                "opts": self.opts,
                "form": form,
                "plan": plan,
                "columns": COLUMNS,
                "choices": {name: few.labels for name, few in CHOICES.items()},
                "needed": NEEDED,
            },
            status=422 if form.errors or (plan and plan.refused) else 200,
        )

    def take_in(self, request: HttpRequest, form: ImportForm, plan: Plan) -> bool:
        """Whether what was confirmed is done; if not, the form says why."""
        if form.cleaned_data["seal"] != plan.seal:
            form.add_error(
                None, _("Contributors changed since you looked. Look again, then import.")
            )
            return False
        if plan.refused or not (plan.new or plan.changed):
            return False
        try:
            operations.import_contributors(
                group=form.cleaned_data["group"],
                rows=[(line.contributor, line.fields) for line in plan.new + plan.changed],
                by=actor(request),
                reason=form.cleaned_data["reason"],
            )
        except operations.Refused as refusal:
            form.add_error(None, str(refusal))
            return False
        self.message_user(
            request,
            _("Imported: %(new)d new, %(changed)d changed.")
            % {"new": len(plan.new), "changed": len(plan.changed)},
            messages.SUCCESS,
        )
        return True

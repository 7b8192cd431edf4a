"""What everything that the admin edits has in common: one form, one act, with its reason."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from deliberations import operations, permissions
from deliberations.admin.addresses import address_in_record
from deliberations.admin.forms import PartForm, ReasonedForm, ReasonForm, Within
from deliberations.admin.reach import (
    actor,
    group_of,
    groups_where,
    may_somewhere,
    within_reach,
)
from deliberations.admin.registered import Registered
from deliberations.models import WorkingGroup
from deliberations.operations.refusals import rules_as_refusals

if TYPE_CHECKING:
    InlineFormSet = forms.BaseInlineFormSet[Any, Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
else:
    InlineFormSet, TabularInline = forms.BaseInlineFormSet, admin.TabularInline


class Surroundings(Within, Registered):
    """A thing of the surroundings with its parts: what one form changes is one act.

    adds, changes: the acts asked for in `permissions.py`. fixed: what is given once, with the
    group. deletable: whether one that nothing refers to can go. goes_on_in_the_record: whether who
    added one is led to its page there, where the next step is.
    """

    form = ReasonedForm
    adds = "edit_surroundings"
    changes = "edit_surroundings"
    fixed: tuple[str, ...] = ()
    deletable = True
    goes_on_in_the_record = False
    delete_confirmation_template = "admin/delete.html"

    # ---- who

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_somewhere(request.user, self.adds)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return may_somewhere(request.user, self.changes)
        return permissions.may(request.user, self.changes, group_of(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.deletable and self.has_change_permission(request, obj)

    # ---- the form

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        given = [*super().get_readonly_fields(request, obj)]
        if obj is None:
            return given
        own = {field.name for field in self.opts.fields}
        return [*given, *self.fixed, *({"group"} & own)]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = [name for name in self.get_fields(request, obj) if name != "reason"]
        return [
            (None, {"fields": fields}),
            (_("This change"), {"fields": ["reason"], "classes": ["this-change"]}),
        ]

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.refusal = getattr(request, "refusal", "")
        self.limit(form, request, obj)
        return form

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """Where there is one group to choose, it is chosen."""
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        groups = groups_where(request.user, self.adds)
        if len(groups) == 1:
            initial = {"group": groups[0].pk, **initial}
        chosen = [group for group in groups if str(group.pk) == str(initial.get("group"))]
        return {**self.begins_with(chosen[0]), **initial} if chosen else initial

    def begins_with(self, group: WorkingGroup) -> dict[str, Any]:
        """What the form of a new thing of the group holds already."""
        return {}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """What the record refuses is a sentence at the form, which keeps what was typed."""
        try:
            # Some rules are asked at the end of the transaction, which is not an operation's.
            with rules_as_refusals():
                return super().changeform_view(request, object_id, form_url, extra_context)
        except operations.Refused as refusal:
            request.refusal = str(refusal)  # type: ignore[attr-defined]  # read by get_form
            again = super().changeform_view(request, object_id, form_url, extra_context)
            again.status_code = 422
            return again

    # ---- the act

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Nothing yet: the thing is written with its parts."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        parts: list[models.Model] = []
        removed: list[models.Model] = []
        for formset in formsets:
            parts += formset.save(commit=False)
            removed += formset.deleted_objects
        if not change:
            self.enter(request, form, parts)
        elif form.changed_fields or parts or removed:
            self.edit(request, form, parts, removed)
        else:
            raise operations.Refused(_("Nothing is changed yet."))

    def enter(self, request: HttpRequest, form: Any, parts: Collection[models.Model]) -> None:
        """Write a new thing; `form.instance` is it afterwards."""
        operations.edit_surroundings(
            thing=form.instance,
            by=actor(request),
            group=group_of(form.instance),
            reason=form.cleaned_data["reason"],
            parts=parts,
        )

    def edit(
        self,
        request: HttpRequest,
        form: Any,
        parts: Collection[models.Model],
        removed: Collection[models.Model],
    ) -> None:
        operations.edit_surroundings(
            thing=form.instance,
            by=actor(request),
            group=group_of(form.instance),
            reason=form.cleaned_data["reason"],
            fields=form.changed_fields,
            parts=parts,
            removed=removed,
        )

    def response_add(
        self, request: HttpRequest, obj: models.Model, post_url_continue: str | None = None
    ) -> HttpResponse:
        added = super().response_add(request, obj, post_url_continue)
        elsewhere = {"_continue", "_addanother", IS_POPUP_VAR} & request.POST.keys()
        there = address_in_record(obj) if self.goes_on_in_the_record else None
        return redirect(there) if there and not elsewhere else added

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        thing = self.get_object(request, unquote(object_id))
        group = group_of(thing)
        if group is None or not self.has_delete_permission(request, thing):
            raise PermissionDenied
        name, pk, parts = str(thing), thing.pk, self.parts_of(thing, request)
        form = ReasonForm(request.POST if request.method == "POST" else None)
        if form.is_valid():
            try:
                operations.remove_surroundings(
                    thing=thing,
                    by=actor(request),
                    group=group,
                    reason=form.cleaned_data["reason"],
                    parts=parts,
                )
            except operations.Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                return self.response_delete(request, name, pk)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Delete %(thing)s") % {"thing": name},
            "object": thing,
            "opts": self.opts,
            "form": form,
            "parts": parts,
        }
        return TemplateResponse(
            request, self.delete_confirmation_template, context, status=422 if form.errors else 200
        )

    def parts_of(self, thing: models.Model, request: HttpRequest) -> list[models.Model]:
        """The rows that belong to a thing, as far as the user sees them."""
        return [
            part
            for inline in self.get_inline_instances(request, thing)
            for part in inline.get_queryset(request).filter(
                **{self.parts[str(inline.opts.model_name)]: thing.pk}
            )
        ]


class Rows(InlineFormSet):
    """Rows whose fields say what they are: in a table, no label stands beside them."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        for field in form.fields.values():
            if field.label:
                # What adds links to a select stands around it.
                widget = getattr(field.widget, "widget", field.widget)
                widget.attrs.setdefault("aria-label", capfirst(field.label))


class Part(Within, TabularInline):
    """Rows that belong to a thing; written with it, by the same act."""

    form = PartForm
    formset = Rows
    template = "admin/part.html"
    extra = 1
    changes = "edit_surroundings"

    def get_queryset(self, request: HttpRequest) -> Any:
        return within_reach(super().get_queryset(request), request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return permissions.uses_the_admin(request.user)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        if obj is None:
            return may_somewhere(request.user, self.changes)
        return permissions.may(request.user, self.changes, group_of(obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        self.limit(formset.form, request, obj)
        for field in formset.form.base_fields.values():
            if isinstance(field.widget, RelatedFieldWidgetWrapper):
                # Read once for all rows.
                field.choices = list(field.choices)
        # Whether a row may go is asked in the act; Django would name what refers to it, also what
        # the user may not see.
        formset.form.hand_clean_DELETE = lambda form: None
        return formset

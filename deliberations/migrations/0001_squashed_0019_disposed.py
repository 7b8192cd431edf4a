"""The record's schema, made at once.

It takes the place of the nineteen migrations by which it was made before its first release: where
all of them were applied, it counts as applied. (Where only some were, apply the rest first.) The SQL
that it runs stands in the modules beside it.
"""

import django.contrib.auth.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.expressions
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import deliberations.models.acts
import deliberations.models.groups
import deliberations.models.history
import deliberations.models.rules
from deliberations.migrations import _entries, _search, _standings, _stays, _tallies
from deliberations.migrations._at_once import AddTriggers, CreateModels

MODELS = [
    migrations.CreateModel(
        name="Entry",
        fields=[
            (
                "id",
                models.BigIntegerField(primary_key=True, serialize=False, verbose_name="number"),
            ),
            ("noun", models.TextField(verbose_name="thing")),
            ("object_id", models.BigIntegerField()),
            ("label", models.TextField(verbose_name="change")),
            ("recorded_at", models.DateTimeField(verbose_name="recorded at")),
            ("context", models.JSONField(null=True)),
            ("act_id", models.UUIDField(null=True)),
            ("session_user", models.TextField()),
            ("old", models.JSONField(null=True)),
            ("new", models.JSONField()),
        ],
        options={"db_table": "deliberations_entry", "ordering": ["-id"], "managed": False},
    ),
    migrations.CreateModel(
        name="User",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
            (
                "username",
                models.CharField(
                    max_length=150,
                    unique=True,
                    validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                    verbose_name="user name",
                ),
            ),
            ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
            ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
            (
                "is_admin",
                models.BooleanField(
                    default=False,
                    help_text="Edits people and the surroundings of all groups; can't change the record.",
                    verbose_name="admin of the installation",
                ),
            ),
        ],
        options={"verbose_name": "user", "verbose_name_plural": "users", "ordering": ["username"]},
    ),
    migrations.CreateModel(
        name="UserHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "username",
                models.CharField(
                    max_length=150,
                    validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                    verbose_name="user name",
                ),
            ),
            ("name", models.CharField(blank=True, max_length=200, verbose_name="name")),
            ("is_active", models.BooleanField(default=True, verbose_name="may sign in")),
            (
                "is_admin",
                models.BooleanField(
                    default=False,
                    help_text="Edits people and the surroundings of all groups; can't change the record.",
                    verbose_name="admin of the installation",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_b98e0c_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_16442d_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="WorkingGroup",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "slug",
                models.SlugField(help_text="As in /wgec/.", unique=True, verbose_name="address"),
            ),
            ("short_name", models.CharField(max_length=40, verbose_name="short name")),
            ("name", models.CharField(max_length=300, verbose_name="name")),
            ("parent", models.CharField(blank=True, max_length=300, verbose_name="set up by")),
            ("mandate", models.TextField(blank=True, verbose_name="mandate")),
            (
                "time_zone",
                models.CharField(
                    default="UTC",
                    max_length=60,
                    validators=[deliberations.models.groups.known_time_zone],
                    verbose_name="time zone",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "sentence_agreed",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: agreed",
                ),
            ),
            (
                "sentence_deferred",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: deferred to report",
                ),
            ),
            (
                "sentence_not_discussed",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: not discussed",
                ),
            ),
            (
                "sentence_rejected",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: rejected",
                ),
            ),
        ],
        options={
            "verbose_name": "working group",
            "verbose_name_plural": "working groups",
            "ordering": ["name"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        (
                            "slug__in",
                            ("admin", "groups", "healthz", "sign-in", "sign-out", "static"),
                        ),
                        _negated=True,
                    ),
                    name="a_group_has_an_address_that_is_not_the_sites",
                    violation_error_message="That address is the site’s own. Choose another.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="WorkingGroupHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "slug",
                models.SlugField(
                    db_index=False, help_text="As in /wgec/.", verbose_name="address"
                ),
            ),
            ("short_name", models.CharField(max_length=40, verbose_name="short name")),
            ("name", models.CharField(max_length=300, verbose_name="name")),
            ("parent", models.CharField(blank=True, max_length=300, verbose_name="set up by")),
            ("mandate", models.TextField(blank=True, verbose_name="mandate")),
            (
                "time_zone",
                models.CharField(
                    default="UTC",
                    max_length=60,
                    validators=[deliberations.models.groups.known_time_zone],
                    verbose_name="time zone",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.workinggroup",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "sentence_agreed",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: agreed",
                ),
            ),
            (
                "sentence_deferred",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: deferred to report",
                ),
            ),
            (
                "sentence_not_discussed",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: not discussed",
                ),
            ),
            (
                "sentence_rejected",
                models.CharField(
                    blank=True,
                    help_text="As in “The Group agreed{qualifiers} on the following {heading}{basis}”. Empty: the usual sentence.",
                    max_length=500,
                    validators=[deliberations.models.groups.pattern_that_fits],
                    verbose_name="sentence: rejected",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_ffb989_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_853520_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Membership",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[("delegate", "delegate"), ("secretariat", "secretariat")],
                    max_length=20,
                    verbose_name="role",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="memberships",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="memberships",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "role in a group",
            "verbose_name_plural": "roles in groups",
            "ordering": ["group", "user"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("user", "group"), name="a_user_has_one_role_in_a_group"
                ),
                models.CheckConstraint(
                    condition=models.Q(("role__in", ["delegate", "secretariat"])),
                    name="a_role_is_known",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MembershipHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "role",
                models.CharField(
                    choices=[("delegate", "delegate"), ("secretariat", "secretariat")],
                    max_length=20,
                    verbose_name="role",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.membership",
                ),
            ),
            (
                "user",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="user",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_37d149_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_c268a9_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Qualifier",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("phrase", models.CharField(max_length=120, verbose_name="phrase")),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="qualifiers",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "qualifier",
            "verbose_name_plural": "qualifiers",
            "ordering": ["group", "position", "phrase"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "phrase"), name="a_qualifier_has_a_phrase_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="QualifierHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("phrase", models.CharField(max_length=120, verbose_name="phrase")),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.qualifier",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_3610da_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_94f575_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Source",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "key",
                models.SlugField(
                    help_text="By which the record's file refers to it.", verbose_name="key"
                ),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("author", models.CharField(blank=True, max_length=300, verbose_name="by")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="sources",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "source",
            "verbose_name_plural": "sources",
            "ordering": ["group", "dated", "title"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "key"), name="a_source_has_a_key_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="SourceHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "key",
                models.SlugField(
                    db_index=False,
                    help_text="By which the record's file refers to it.",
                    verbose_name="key",
                ),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("author", models.CharField(blank=True, max_length=300, verbose_name="by")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_4fcfc6_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_91d76f_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Contributor",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "slug",
                models.SlugField(
                    help_text="As in /wgec/contributors/apc/.", verbose_name="address"
                ),
            ),
            ("name", models.CharField(max_length=300, verbose_name="name")),
            ("short_name", models.CharField(blank=True, max_length=60, verbose_name="short name")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("person", "person"),
                        ("delegation", "delegation"),
                        ("organisation", "organisation"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "stakeholder_group",
                models.CharField(
                    choices=[
                        ("government", "government"),
                        ("private-sector", "private sector"),
                        ("civil-society", "civil society"),
                        ("technical-academic", "technical and academic"),
                        ("intergovernmental", "intergovernmental"),
                        ("not-stated", "not stated"),
                    ],
                    default="not-stated",
                    max_length=20,
                    verbose_name="stakeholder group",
                ),
            ),
            ("country", models.CharField(blank=True, max_length=100, verbose_name="country")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "affiliation",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="people",
                    to="deliberations.contributor",
                    verbose_name="of",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="contributors",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "contributor",
            "verbose_name_plural": "contributors",
            "ordering": ["group", "name"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "slug"), name="a_contributor_has_an_address_of_its_own"
                ),
                models.UniqueConstraint(
                    fields=("group", "name"), name="a_contributor_has_a_name_of_its_own"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ContributorHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "slug",
                models.SlugField(
                    db_index=False,
                    help_text="As in /wgec/contributors/apc/.",
                    verbose_name="address",
                ),
            ),
            ("name", models.CharField(max_length=300, verbose_name="name")),
            ("short_name", models.CharField(blank=True, max_length=60, verbose_name="short name")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("person", "person"),
                        ("delegation", "delegation"),
                        ("organisation", "organisation"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            (
                "stakeholder_group",
                models.CharField(
                    choices=[
                        ("government", "government"),
                        ("private-sector", "private sector"),
                        ("civil-society", "civil society"),
                        ("technical-academic", "technical and academic"),
                        ("intergovernmental", "intergovernmental"),
                        ("not-stated", "not stated"),
                    ],
                    default="not-stated",
                    max_length=20,
                    verbose_name="stakeholder group",
                ),
            ),
            ("country", models.CharField(blank=True, max_length=100, verbose_name="country")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "affiliation",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="of",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.contributor",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_15cb70_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_6f45e2_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Meeting",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("number", models.PositiveIntegerField(verbose_name="number")),
            ("starts_on", models.DateField(verbose_name="first day")),
            ("ends_on", models.DateField(verbose_name="last day")),
            ("place_name", models.CharField(blank=True, max_length=200, verbose_name="place")),
            ("chair", models.CharField(blank=True, max_length=200, verbose_name="chair")),
            (
                "time_zone",
                models.CharField(
                    default="UTC",
                    max_length=60,
                    validators=[deliberations.models.groups.known_time_zone],
                    verbose_name="time zone",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("planned", "planned"),
                        ("in-session", "in session"),
                        ("adjourned", "adjourned"),
                        ("closed", "closed"),
                    ],
                    default="planned",
                    max_length=12,
                    verbose_name="state",
                ),
            ),
            (
                "published_at",
                models.DateTimeField(blank=True, null=True, verbose_name="published at"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="meetings",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "takes_up",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.agendaitem",
                    verbose_name="taken up",
                ),
            ),
        ],
        options={
            "verbose_name": "meeting",
            "verbose_name_plural": "meetings",
            "ordering": ["group", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "number"), name="a_meeting_has_a_number_of_its_own"
                ),
                models.CheckConstraint(
                    condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                    name="a_meeting_ends_after_it_starts",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("state__in", ["planned", "in-session", "adjourned", "closed"])
                    ),
                    name="a_meeting_state_is_known",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="MeetingHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("number", models.PositiveIntegerField(verbose_name="number")),
            ("starts_on", models.DateField(verbose_name="first day")),
            ("ends_on", models.DateField(verbose_name="last day")),
            ("place_name", models.CharField(blank=True, max_length=200, verbose_name="place")),
            ("chair", models.CharField(blank=True, max_length=200, verbose_name="chair")),
            (
                "time_zone",
                models.CharField(
                    default="UTC",
                    max_length=60,
                    validators=[deliberations.models.groups.known_time_zone],
                    verbose_name="time zone",
                ),
            ),
            (
                "state",
                models.CharField(
                    choices=[
                        ("planned", "planned"),
                        ("in-session", "in session"),
                        ("adjourned", "adjourned"),
                        ("closed", "closed"),
                    ],
                    default="planned",
                    max_length=12,
                    verbose_name="state",
                ),
            ),
            (
                "published_at",
                models.DateTimeField(blank=True, null=True, verbose_name="published at"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "takes_up",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.agendaitem",
                    verbose_name="taken up",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_ea5c00_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_50295b_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Question",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("number", models.PositiveIntegerField(verbose_name="number")),
            ("text", models.TextField(verbose_name="text")),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="questions",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "question",
            "verbose_name_plural": "questions",
            "ordering": ["group", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "number"), name="a_question_has_a_number_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="QuestionHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("number", models.PositiveIntegerField(verbose_name="number")),
            ("text", models.TextField(verbose_name="text")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.question",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_2e568d_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_7b316c_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="AgendaItem",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("position", models.PositiveIntegerField(verbose_name="position")),
            ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="agenda",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "carried_to",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.meeting",
                    verbose_name="carried over to",
                ),
            ),
            (
                "ending",
                models.CharField(
                    blank=True,
                    choices=[
                        ("discussed", "discussed"),
                        ("not-reached", "not reached"),
                        ("carried-over", "carried over"),
                    ],
                    editable=False,
                    max_length=12,
                    verbose_name="ending",
                ),
            ),
        ],
        options={
            "verbose_name": "agenda item",
            "verbose_name_plural": "agenda items",
            "ordering": ["meeting", "position"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("title", ""), _negated=True),
                        ("question__isnull", False),
                        ("element__isnull", False),
                        _connector="OR",
                    ),
                    name="an_agenda_item_is_about_something",
                ),
                models.UniqueConstraint(
                    deferrable=django.db.models.constraints.Deferrable["IMMEDIATE"],
                    fields=("meeting", "position"),
                    name="an_agenda_item_has_a_position_of_its_own",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ending__in", ["", "discussed", "not-reached", "carried-over"])
                    ),
                    name="an_ending_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("carried_to__isnull", False), ("ending", "carried-over")),
                        models.Q(
                            models.Q(("ending", "carried-over"), _negated=True),
                            ("carried_to__isnull", True),
                        ),
                        _connector="OR",
                    ),
                    name="what_is_carried_over_says_where_to",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="AgendaItemHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("position", models.PositiveIntegerField(verbose_name="position")),
            ("title", models.CharField(blank=True, max_length=300, verbose_name="title")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.agendaitem",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "carried_to",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="carried over to",
                ),
            ),
            (
                "ending",
                models.CharField(
                    blank=True,
                    choices=[
                        ("discussed", "discussed"),
                        ("not-reached", "not reached"),
                        ("carried-over", "carried over"),
                    ],
                    editable=False,
                    max_length=12,
                    verbose_name="ending",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_480f3c_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_8e4f54_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Document",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("synthesis", "synthesis"),
                        ("report", "report"),
                        ("summary", "summary"),
                        ("other", "other"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("author", models.CharField(blank=True, max_length=300, verbose_name="by")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            (
                "sha256",
                models.CharField(blank=True, max_length=64, verbose_name="checksum (SHA-256)"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="documents",
                    to="deliberations.meeting",
                    verbose_name="on the meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="documents",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "closing",
                models.TextField(
                    blank=True,
                    help_text="Stands after the decisions, as a signature does.",
                    verbose_name="closing",
                ),
            ),
            (
                "introduction",
                models.TextField(
                    blank=True,
                    help_text="Stands before the decisions. An empty line begins a paragraph.",
                    verbose_name="introduction",
                ),
            ),
            (
                "letterhead",
                models.CharField(
                    blank=True,
                    help_text="Empty: the name of the group.",
                    max_length=300,
                    verbose_name="line above the title",
                ),
            ),
        ],
        options={
            "verbose_name": "document",
            "verbose_name_plural": "documents",
            "ordering": ["group", "dated", "title"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "title", "dated"),
                    name="a_document_has_a_title_and_date_of_its_own",
                    nulls_distinct=False,
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DocumentHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("synthesis", "synthesis"),
                        ("report", "report"),
                        ("summary", "summary"),
                        ("other", "other"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("author", models.CharField(blank=True, max_length=300, verbose_name="by")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            (
                "sha256",
                models.CharField(blank=True, max_length=64, verbose_name="checksum (SHA-256)"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.document",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="on the meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "closing",
                models.TextField(
                    blank=True,
                    help_text="Stands after the decisions, as a signature does.",
                    verbose_name="closing",
                ),
            ),
            (
                "introduction",
                models.TextField(
                    blank=True,
                    help_text="Stands before the decisions. An empty line begins a paragraph.",
                    verbose_name="introduction",
                ),
            ),
            (
                "letterhead",
                models.CharField(
                    blank=True,
                    help_text="Empty: the name of the group.",
                    max_length=300,
                    verbose_name="line above the title",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_cd1ad3_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bd7827_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Heading",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("name", models.CharField(max_length=200, verbose_name="name")),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "question",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="headings",
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
        ],
        options={
            "verbose_name": "heading",
            "verbose_name_plural": "headings",
            "ordering": ["question", "position", "name"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("question", "name"), name="a_heading_has_a_name_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="HeadingHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("name", models.CharField(max_length=200, verbose_name="name")),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.heading",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_d1d9db_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bb87d6_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Element",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            (
                "heading",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.heading",
                    verbose_name="heading",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="from the floor of",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="elements",
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="elements",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "element",
            "verbose_name_plural": "elements",
            "ordering": ["group", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "number"), name="an_element_has_a_number_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ElementHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.element",
                ),
            ),
            (
                "heading",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.heading",
                    verbose_name="heading",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="from the floor of",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.question",
                    verbose_name="question",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_e2d4f6_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_21f4bb_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Withdrawal",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "contributor",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="withdrawals",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="withdrawals",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "verbose_name": "withdrawal",
            "verbose_name_plural": "withdrawals",
            "ordering": ["place"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="withdrawal_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="withdrawal_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="withdrawal_is_not_of_the_future",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="WithdrawalHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "contributor",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.withdrawal",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a5e9c0_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_d397ac_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Wording",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("text", models.TextField(verbose_name="text")),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "element",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="wordings",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="amended_wordings",
                    to="deliberations.decision",
                    verbose_name="agreed as amended by",
                ),
            ),
        ],
        options={
            "verbose_name": "wording",
            "verbose_name_plural": "wordings",
            "ordering": ["element", "number"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="wording_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="wording_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="wording_is_not_of_the_future",
                ),
                models.UniqueConstraint(
                    fields=("element", "number"), name="a_wording_has_a_number_of_its_own"
                ),
                models.CheckConstraint(
                    condition=models.Q(("text", ""), _negated=True), name="a_wording_has_a_text"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("number__gt", 1), ("decision__isnull", True), _connector="OR"
                    ),
                    name="a_first_wording_is_the_proposers_own",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="WordingHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("text", models.TextField(verbose_name="text")),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "decision",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="agreed as amended by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.wording",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_47edbc_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_6f183f_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Contribution",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="contributions",
                    to="deliberations.meeting",
                    verbose_name="for the meeting",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.question",
                    verbose_name="in answer to",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="contributions",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "authors",
                models.ManyToManyField(
                    related_name="contributions",
                    through="deliberations.Authorship",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
        ],
        options={
            "verbose_name": "contribution",
            "verbose_name_plural": "contributions",
            "ordering": ["group", "dated", "title"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "title"), name="a_contribution_has_a_title_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ContributionHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("dated", models.DateField(blank=True, null=True, verbose_name="dated")),
            ("url", models.URLField(blank=True, max_length=500, verbose_name="address")),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.contribution",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="for the meeting",
                ),
            ),
            (
                "question",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.question",
                    verbose_name="in answer to",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_e9e81e_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_4de2e7_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Decision",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            (
                "outcome",
                models.CharField(
                    choices=[
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                    ],
                    max_length=20,
                    verbose_name="outcome",
                ),
            ),
            ("sentence", models.TextField(verbose_name="sentence")),
            (
                "basis",
                models.CharField(
                    choices=[
                        ("not-stated", "not stated"),
                        ("consensus", "consensus"),
                        ("non-objection", "non-objection"),
                        ("rough-consensus", "rough consensus"),
                        ("vote", "vote"),
                        ("chairs-ruling", "chair’s ruling"),
                        ("silence", "silence procedure"),
                    ],
                    default="not-stated",
                    max_length=20,
                    verbose_name="basis",
                ),
            ),
            ("intention", models.UUIDField(editable=False, unique=True, verbose_name="intention")),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "replaces",
                models.OneToOneField(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="replaced_by",
                    to="deliberations.decision",
                    verbose_name="corrects",
                ),
            ),
            (
                "heading",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.heading",
                    verbose_name="heading",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="decisions",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "elements",
                models.ManyToManyField(
                    related_name="decisions",
                    through="deliberations.Disposition",
                    to="deliberations.element",
                    verbose_name="elements",
                ),
            ),
            (
                "qualifiers",
                models.ManyToManyField(
                    through="deliberations.DecisionQualifier",
                    to="deliberations.qualifier",
                    verbose_name="qualifiers",
                ),
            ),
        ],
        options={
            "verbose_name": "decision",
            "verbose_name_plural": "decisions",
            "ordering": ["meeting", "number"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="decision_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="decision_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="decision_is_not_of_the_future",
                ),
                models.UniqueConstraint(
                    fields=("meeting", "number"), name="a_decision_has_a_number_of_its_own"
                ),
                models.CheckConstraint(
                    condition=models.Q(("sentence", ""), _negated=True),
                    name="a_decision_has_a_sentence",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("outcome__in", ["agreed", "deferred", "not-discussed", "rejected"])
                    ),
                    name="an_outcome_is_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        (
                            "basis__in",
                            [
                                "not-stated",
                                "consensus",
                                "non-objection",
                                "rough-consensus",
                                "vote",
                                "chairs-ruling",
                                "silence",
                            ],
                        )
                    ),
                    name="a_basis_is_known",
                ),
            ],
            "indexes": [
                models.Index(fields=["meeting", "place"], name="deliberatio_meeting_9c25c7_idx"),
                models.Index(
                    fields=["meeting", "happened_at"], name="deliberatio_meeting_079c60_idx"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            (
                "outcome",
                models.CharField(
                    choices=[
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                    ],
                    max_length=20,
                    verbose_name="outcome",
                ),
            ),
            ("sentence", models.TextField(verbose_name="sentence")),
            (
                "basis",
                models.CharField(
                    choices=[
                        ("not-stated", "not stated"),
                        ("consensus", "consensus"),
                        ("non-objection", "non-objection"),
                        ("rough-consensus", "rough consensus"),
                        ("vote", "vote"),
                        ("chairs-ruling", "chair’s ruling"),
                        ("silence", "silence procedure"),
                    ],
                    default="not-stated",
                    max_length=20,
                    verbose_name="basis",
                ),
            ),
            ("intention", models.UUIDField(editable=False, verbose_name="intention")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.decision",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "replaces",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="corrects",
                ),
            ),
            (
                "heading",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.heading",
                    verbose_name="heading",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a79b9c_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_6527e2_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Authorship",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "contribution",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="authorships",
                    to="deliberations.contribution",
                    verbose_name="contribution",
                ),
            ),
            (
                "contributor",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="authorships",
                    to="deliberations.contributor",
                    verbose_name="contributor",
                ),
            ),
        ],
        options={
            "verbose_name": "authorship",
            "verbose_name_plural": "authorships",
            "ordering": ["contribution", "id"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("contribution", "contributor"), name="an_author_is_named_once"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AuthorshipHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.authorship",
                ),
            ),
            (
                "contribution",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contribution",
                    verbose_name="contribution",
                ),
            ),
            (
                "contributor",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="contributor",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_1c0109_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_10500d_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Correction",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("clerical", "clerical error"),
                        ("reconsideration", "reconsideration"),
                        ("annulment", "annulment"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("reason", models.TextField(verbose_name="reason")),
            (
                "intention",
                models.UUIDField(editable=False, null=True, unique=True, verbose_name="intention"),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "by_decision",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrects",
                    to="deliberations.decision",
                    verbose_name="by the decision",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrections",
                    to="deliberations.decision",
                    verbose_name="corrects",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="corrections",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "verbose_name": "correction",
            "verbose_name_plural": "corrections",
            "ordering": ["place"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="correction_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="correction_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="correction_is_not_of_the_future",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("kind__in", ["clerical", "annulment"])),
                    fields=("decision",),
                    name="a_decision_is_put_right_once",
                ),
                models.UniqueConstraint(
                    fields=("decision", "by_decision"),
                    name="a_decision_is_corrected_once_by_another",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("by_decision__isnull", True), ("kind", "annulment")),
                        models.Q(
                            ("by_decision__isnull", False),
                            ("kind__in", ["clerical", "reconsideration"]),
                        ),
                        _connector="OR",
                    ),
                    name="a_correction_has_what_its_kind_needs",
                ),
                models.CheckConstraint(
                    condition=models.Q(("reason", ""), _negated=True),
                    name="a_correction_has_a_reason",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CorrectionHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("clerical", "clerical error"),
                        ("reconsideration", "reconsideration"),
                        ("annulment", "annulment"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("reason", models.TextField(verbose_name="reason")),
            ("intention", models.UUIDField(editable=False, null=True, verbose_name="intention")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.correction",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "by_decision",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="by the decision",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="corrects",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_109c57_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_48cf12_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionQualifier",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "decision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="qualifications",
                    to="deliberations.decision",
                ),
            ),
            (
                "qualifier",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT, to="deliberations.qualifier"
                ),
            ),
        ],
        options={
            "verbose_name": "qualification",
            "verbose_name_plural": "qualifications",
            "ordering": ["decision", "position"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("decision", "qualifier"),
                    name="a_decision_is_qualified_once_by_a_phrase",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DecisionQualifierHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("position", models.PositiveIntegerField(default=1, verbose_name="position")),
            (
                "decision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.decisionqualifier",
                ),
            ),
            (
                "qualifier",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.qualifier",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_14db09_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bc3494_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Disposition",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("position", models.PositiveIntegerField(verbose_name="position")),
            (
                "from_status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="from",
                ),
            ),
            (
                "to_status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="to",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="dispositions",
                    to="deliberations.decision",
                    verbose_name="decision",
                ),
            ),
            (
                "reconsiders",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="reconsidered_by",
                    to="deliberations.disposition",
                    verbose_name="reconsiders",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="dispositions",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "wording",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="dispositions",
                    to="deliberations.wording",
                    verbose_name="wording",
                ),
            ),
        ],
        options={
            "verbose_name": "disposition",
            "verbose_name_plural": "dispositions",
            "ordering": ["decision", "position"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("decision", "element"), name="a_decision_disposes_once_of_an_element"
                ),
                models.UniqueConstraint(
                    fields=("decision", "position"), name="a_disposition_has_a_position_of_its_own"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DispositionHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("position", models.PositiveIntegerField(verbose_name="position")),
            (
                "from_status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="from",
                ),
            ),
            (
                "to_status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="to",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="decision",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.disposition",
                ),
            ),
            (
                "reconsiders",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.disposition",
                    verbose_name="reconsiders",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "wording",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.wording",
                    verbose_name="wording",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_8d18f3_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_e032a9_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Proposal",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "contribution",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="proposals",
                    to="deliberations.contribution",
                    verbose_name="in the contribution",
                ),
            ),
            (
                "contributor",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="proposals",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="proposals",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "withdrawal",
                models.OneToOneField(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="answer",
                    to="deliberations.withdrawal",
                    verbose_name="again, after the withdrawal",
                ),
            ),
        ],
        options={
            "verbose_name": "proposal",
            "verbose_name_plural": "proposals",
            "ordering": ["place"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="proposal_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="proposal_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="proposal_is_not_of_the_future",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("withdrawal__isnull", True)),
                    fields=("element", "contributor"),
                    name="a_contributor_proposes_an_element_once",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProposalHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("note", models.TextField(blank=True, verbose_name="note")),
            (
                "contribution",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contribution",
                    verbose_name="in the contribution",
                ),
            ),
            (
                "contributor",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.proposal",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "withdrawal",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.withdrawal",
                    verbose_name="again, after the withdrawal",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_c9e41d_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_b7a8b7_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Statement",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("support", "support"),
                        ("objection", "objection"),
                        ("reservation", "reservation"),
                        ("dissociation", "dissociation"),
                        ("comment", "comment"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("text", models.TextField(verbose_name="text")),
            (
                "contributor",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="statements",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="statements",
                    to="deliberations.decision",
                    verbose_name="on the decision",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="statements",
                    to="deliberations.element",
                    verbose_name="on the element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "verbose_name": "statement",
            "verbose_name_plural": "statements",
            "ordering": ["place"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="statement_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="statement_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="statement_is_not_of_the_future",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("decision__isnull", False), ("element__isnull", True)),
                        models.Q(("decision__isnull", True), ("element__isnull", False)),
                        _connector="OR",
                    ),
                    name="a_statement_is_about_one_thing",
                ),
                models.CheckConstraint(
                    condition=models.Q(("text", ""), _negated=True),
                    name="a_statement_says_something",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        (
                            "kind__in",
                            ["support", "objection", "reservation", "dissociation", "comment"],
                        )
                    ),
                    name="a_kind_of_statement_is_known",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="StatementHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            (
                "kind",
                models.CharField(
                    choices=[
                        ("support", "support"),
                        ("objection", "objection"),
                        ("reservation", "reservation"),
                        ("dissociation", "dissociation"),
                        ("comment", "comment"),
                    ],
                    max_length=20,
                    verbose_name="kind",
                ),
            ),
            ("text", models.TextField(verbose_name="text")),
            (
                "contributor",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="by",
                ),
            ),
            (
                "decision",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.decision",
                    verbose_name="on the decision",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="on the element",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.statement",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_6cda53_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_4de612_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Lift",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "statement",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="lift",
                    to="deliberations.statement",
                    verbose_name="statement",
                ),
            ),
        ],
        options={
            "verbose_name": "lifting",
            "verbose_name_plural": "liftings",
            "ordering": ["place"],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("happened_at__isnull", False), ("known_to__in", ["minute", "day"])
                        ),
                        models.Q(
                            ("happened_at__isnull", True), ("known_to__in", ["meeting", "unknown"])
                        ),
                        _connector="OR",
                    ),
                    name="lift_moment_is_as_exact_as_known",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("known_to", "meeting"), _negated=True),
                        ("meeting__isnull", False),
                        _connector="OR",
                    ),
                    name="lift_known_to_a_meeting_has_one",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("happened_at__isnull", True),
                        (
                            "happened_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("recorded_at"),
                                "+",
                                models.Value("1 day", models.DurationField()),
                            ),
                        ),
                        _connector="OR",
                    ),
                    name="lift_is_not_of_the_future",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LiftHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("happened_at", models.DateTimeField(blank=True, null=True, verbose_name="moment")),
            (
                "known_to",
                models.CharField(
                    choices=[
                        ("minute", "to the minute"),
                        ("day", "to the day"),
                        ("meeting", "only to the meeting"),
                        ("unknown", "not known"),
                    ],
                    default="unknown",
                    max_length=10,
                    verbose_name="moment known",
                ),
            ),
            (
                "place",
                models.BigIntegerField(
                    db_default=0, editable=False, verbose_name="place in the record"
                ),
            ),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "recorded_in",
                models.BigIntegerField(db_default=0, editable=False, verbose_name="transaction"),
            ),
            ("reason", models.TextField(blank=True, verbose_name="reason")),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.lift",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
            (
                "statement",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.statement",
                    verbose_name="statement",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_123b9e_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_761896_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Standing",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("public", models.BooleanField(verbose_name="public")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("place", models.BigIntegerField(verbose_name="place of its last act")),
            (
                "disposition",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.disposition",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="standings",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "wording",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="deliberations.wording",
                    verbose_name="wording",
                ),
            ),
        ],
        options={
            "verbose_name": "standing",
            "verbose_name_plural": "standings",
            "ordering": ["element__group", "element__number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("element", "public"), name="an_element_has_one_standing_each"
                )
            ],
            "indexes": [
                models.Index(fields=["public", "status"], name="deliberatio_public_32a488_idx"),
                models.Index(fields=["place"], name="deliberatio_place_db0d85_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="StandingHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("public", models.BooleanField(verbose_name="public")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("place", models.BigIntegerField(verbose_name="place of its last act")),
            (
                "disposition",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.disposition",
                    verbose_name="by",
                ),
            ),
            (
                "element",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.element",
                    verbose_name="element",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.standing",
                ),
            ),
            (
                "wording",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.wording",
                    verbose_name="wording",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_fba32b_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_077d99_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Attendance",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "contributor",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="attendances",
                    to="deliberations.contributor",
                    verbose_name="contributor",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="attendances",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
        ],
        options={
            "verbose_name": "attendance",
            "verbose_name_plural": "attendances",
            "ordering": ["meeting", "contributor__name"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("meeting", "contributor"), name="a_contributor_is_present_once"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="AttendanceHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "contributor",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.contributor",
                    verbose_name="contributor",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.attendance",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a3485a_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bd9505_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Draft",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("intention", models.UUIDField(editable=False, unique=True, verbose_name="intention")),
            (
                "kept_since",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(), verbose_name="kept since"
                ),
            ),
            ("on_screen", models.BooleanField(default=False, verbose_name="on the screen")),
            ("content", models.JSONField(verbose_name="content")),
            ("version", models.PositiveIntegerField(default=1, verbose_name="version")),
            (
                "saved_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(), verbose_name="saved at"
                ),
            ),
            (
                "keeper",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="kept by",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="drafts",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
        ],
        options={
            "verbose_name": "draft",
            "verbose_name_plural": "drafts",
            "ordering": ["meeting", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("on_screen", True)),
                    fields=("meeting",),
                    name="the_screen_shows_one_draft",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="DraftHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("intention", models.UUIDField(editable=False, verbose_name="intention")),
            (
                "kept_since",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(), verbose_name="kept since"
                ),
            ),
            ("on_screen", models.BooleanField(default=False, verbose_name="on the screen")),
            (
                "keeper",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="kept by",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.draft",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_033438_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_cfd50b_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Stay",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("public", models.BooleanField(verbose_name="public")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("at_from", models.DateTimeField(verbose_name="decided from")),
            ("at_to", models.DateTimeField(verbose_name="decided until")),
            ("known_from", models.DateTimeField(verbose_name="known from")),
            ("known_to", models.DateTimeField(verbose_name="known until")),
        ],
        options={
            "verbose_name": "stay",
            "verbose_name_plural": "stays",
            "db_table": "deliberations_stay",
            "ordering": ["element__group", "element__number"],
            "managed": False,
        },
    ),
    migrations.CreateModel(
        name="Import",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("name", models.CharField(max_length=200, verbose_name="file")),
            ("kind", models.CharField(max_length=10, verbose_name="kind")),
            ("sha256", models.CharField(max_length=64, verbose_name="checksum (SHA-256)")),
            ("content", models.BinaryField(verbose_name="content")),
            ("text", models.TextField(verbose_name="text")),
            ("remarks", models.JSONField(default=list, verbose_name="remarks")),
            ("passages", models.JSONField(default=list, verbose_name="passages")),
            ("set_aside", models.JSONField(default=list, verbose_name="set aside")),
            (
                "brought_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(), verbose_name="brought at"
                ),
            ),
            (
                "brought_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="brought by",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="imports",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="imports",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "source",
                models.OneToOneField(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="imported",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "verbose_name": "import",
            "verbose_name_plural": "imports",
            "ordering": ["group", "-pk"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("meeting", "sha256"), name="a_file_is_imported_once_for_a_meeting"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ImportHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("name", models.CharField(max_length=200, verbose_name="file")),
            ("kind", models.CharField(max_length=10, verbose_name="kind")),
            ("sha256", models.CharField(max_length=64, verbose_name="checksum (SHA-256)")),
            ("remarks", models.JSONField(default=list, verbose_name="remarks")),
            ("set_aside", models.JSONField(default=list, verbose_name="set aside")),
            (
                "brought_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(), verbose_name="brought at"
                ),
            ),
            (
                "brought_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="brought by",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.import",
                ),
            ),
            (
                "source",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.source",
                    verbose_name="source",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_9250e0_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_d2b1f4_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Issue",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("dated", models.DateField(null=True, verbose_name="dated")),
            ("language", models.CharField(max_length=10, verbose_name="language")),
            ("parts", models.JSONField(verbose_name="paragraphs")),
            ("text", models.TextField(verbose_name="text")),
            ("docx", models.BinaryField(verbose_name="DOCX")),
            ("pdf", models.BinaryField(verbose_name="PDF")),
            (
                "sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the text (SHA-256)"
                ),
            ),
            (
                "docx_sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the DOCX (SHA-256)"
                ),
            ),
            (
                "pdf_sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the PDF (SHA-256)"
                ),
            ),
            ("intention", models.UUIDField(editable=False, unique=True, verbose_name="intention")),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="issues",
                    to="deliberations.document",
                    verbose_name="with the words of",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="issues",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="issues",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "style",
                models.ForeignKey(
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="issues",
                    to="deliberations.style",
                    verbose_name="house style",
                ),
            ),
        ],
        options={
            "verbose_name": "issued document",
            "verbose_name_plural": "issued documents",
            "ordering": ["group", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "number"), name="an_issued_document_has_a_number_of_its_own"
                ),
                models.CheckConstraint(
                    condition=models.Q(("text", ""), _negated=True),
                    name="an_issued_document_says_something",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="IssueHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("title", models.CharField(max_length=300, verbose_name="title")),
            ("dated", models.DateField(null=True, verbose_name="dated")),
            ("language", models.CharField(max_length=10, verbose_name="language")),
            (
                "sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the text (SHA-256)"
                ),
            ),
            (
                "docx_sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the DOCX (SHA-256)"
                ),
            ),
            (
                "pdf_sha256",
                models.CharField(
                    db_default="", max_length=64, verbose_name="checksum of the PDF (SHA-256)"
                ),
            ),
            ("intention", models.UUIDField(editable=False, verbose_name="intention")),
            (
                "recorded_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="recorded at",
                ),
            ),
            (
                "document",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.document",
                    verbose_name="with the words of",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "meeting",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.meeting",
                    verbose_name="meeting",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.issue",
                ),
            ),
            (
                "recorded_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="recorded by",
                ),
            ),
            (
                "style",
                models.ForeignKey(
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.style",
                    verbose_name="house style",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_8992a3_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_bf1660_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Look",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("finding", models.CharField(max_length=60, verbose_name="finding")),
            ("reason", models.TextField(verbose_name="reason")),
            (
                "looked_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="looked at",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="looks",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "looked_by",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="looked at by",
                ),
            ),
        ],
        options={
            "verbose_name": "second look",
            "verbose_name_plural": "second looks",
            "ordering": ["group", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "finding"), name="a_finding_is_marked_once"
                ),
                models.CheckConstraint(
                    condition=models.Q(("reason", ""), _negated=True), name="a_look_has_a_reason"
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="LookHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            ("finding", models.CharField(max_length=60, verbose_name="finding")),
            ("reason", models.TextField(verbose_name="reason")),
            (
                "looked_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="looked at",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "looked_by",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="looked at by",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.look",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_a48100_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_73b87c_idx"),
            ],
        },
    ),
    migrations.CreateModel(
        name="Tally",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            ("public", models.BooleanField(verbose_name="public")),
            (
                "status",
                models.CharField(
                    choices=[
                        ("proposed", "proposed"),
                        ("agreed", "agreed"),
                        ("deferred", "deferred to report"),
                        ("not-discussed", "not discussed"),
                        ("rejected", "rejected"),
                        ("withdrawn", "withdrawn"),
                    ],
                    max_length=20,
                    verbose_name="status",
                ),
            ),
            ("place", models.BigIntegerField(verbose_name="place of the decision")),
            ("block", models.IntegerField(verbose_name="part of its list")),
            ("at_from", models.DateTimeField(verbose_name="decided from")),
            ("at_to", models.DateTimeField(verbose_name="decided until")),
            ("known_from", models.DateTimeField(verbose_name="known from")),
            ("known_to", models.DateTimeField(verbose_name="known until")),
            ("number", models.IntegerField(verbose_name="how many")),
        ],
        options={
            "verbose_name": "tally",
            "verbose_name_plural": "tallies",
            "db_table": "deliberations_tally",
            "ordering": ["group", "question", "status", "place", "block"],
            "managed": False,
        },
    ),
    migrations.CreateModel(
        name="Style",
        fields=[
            (
                "id",
                models.BigAutoField(
                    auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                ),
            ),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("name", models.CharField(blank=True, max_length=200, verbose_name="file")),
            ("content", models.BinaryField(verbose_name="content")),
            (
                "sha256",
                models.CharField(db_default="", max_length=64, verbose_name="checksum (SHA-256)"),
            ),
            (
                "adopted_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="adopted at",
                ),
            ),
            (
                "adopted_by",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="adopted by",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="styles",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
        ],
        options={
            "verbose_name": "house style",
            "verbose_name_plural": "house styles",
            "ordering": ["group", "number"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("group", "number"), name="a_house_style_has_a_number_of_its_own"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="StyleHistoryevent",
        fields=[
            ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
            ("pgh_label", models.TextField(help_text="The event label.")),
            (
                "pgh_id",
                models.BigIntegerField(
                    db_default=deliberations.models.history.NextNumber(
                        "deliberations_entry_number"
                    ),
                    primary_key=True,
                    serialize=False,
                ),
            ),
            ("pgh_group_id", models.BigIntegerField(null=True)),
            ("pgh_meeting_id", models.BigIntegerField(null=True)),
            (
                "pgh_session_user",
                models.TextField(db_default=deliberations.models.history.SessionUser()),
            ),
            ("pgh_old", models.JSONField(null=True)),
            ("pgh_context", pghistory.utils.JSONField(null=True)),
            ("pgh_context_id", models.UUIDField(null=True)),
            ("id", models.BigIntegerField()),
            (
                "number",
                models.PositiveIntegerField(db_default=0, editable=False, verbose_name="number"),
            ),
            ("name", models.CharField(blank=True, max_length=200, verbose_name="file")),
            (
                "sha256",
                models.CharField(db_default="", max_length=64, verbose_name="checksum (SHA-256)"),
            ),
            (
                "adopted_at",
                models.DateTimeField(
                    db_default=deliberations.models.acts.Clock(),
                    editable=False,
                    verbose_name="adopted at",
                ),
            ),
            (
                "adopted_by",
                models.ForeignKey(
                    db_constraint=False,
                    editable=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="adopted by",
                ),
            ),
            (
                "group",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    related_query_name="+",
                    to="deliberations.workinggroup",
                    verbose_name="group",
                ),
            ),
            (
                "pgh_obj",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="events",
                    to="deliberations.style",
                ),
            ),
        ],
        options={
            "abstract": False,
            "indexes": [
                models.Index(
                    fields=["pgh_group_id", "pgh_id"], name="deliberatio_pgh_gro_4830b8_idx"
                ),
                models.Index(fields=["pgh_obj", "pgh_id"], name="deliberatio_pgh_obj_86027f_idx"),
            ],
        },
    ),
]

TRIGGERS = [
    (
        "user",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="5bc2a9f2f5dee7b266131d938e9149d0065ded63",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b44d5",
                table="deliberations_user",
                when="BEFORE",
            ),
        ),
    ),
    (
        "user",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_userhistoryevent" ("id", "is_active", "is_admin", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "username") VALUES (NEW."id", NEW."is_active", NEW."is_admin", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NULL, \'insert\', NULL, NEW."id", NULL, NEW."username"); RETURN NULL;',
                hash="ae04b6f90801eb592899d23f27478da7f5e211cf",
                operation="INSERT",
                pgid="pgtrigger_history_insert_03c7d",
                table="deliberations_user",
                when="AFTER",
            ),
        ),
    ),
    (
        "user",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_active" IS DISTINCT FROM (NEW."is_active") OR OLD."is_admin" IS DISTINCT FROM (NEW."is_admin") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."password" IS DISTINCT FROM (NEW."password") OR OLD."username" IS DISTINCT FROM (NEW."username"))',
                func='INSERT INTO "deliberations_userhistoryevent" ("id", "is_active", "is_admin", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "username") VALUES (NEW."id", NEW."is_active", NEW."is_admin", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NULL, \'update\', NULL, NEW."id", to_jsonb(OLD) - \'password\' - \'last_login\', NEW."username"); RETURN NULL;',
                hash="dbf5aca832d804d38737611c32bbf87ad9458ff9",
                operation="UPDATE",
                pgid="pgtrigger_history_update_76805",
                table="deliberations_user",
                when="AFTER",
            ),
        ),
    ),
    (
        "user",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_userhistoryevent" ("id", "is_active", "is_admin", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "username") VALUES (OLD."id", OLD."is_active", OLD."is_admin", OLD."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NULL, \'delete\', NULL, OLD."id", to_jsonb(OLD) - \'password\' - \'last_login\', OLD."username"); RETURN NULL;',
                hash="3b83d3ab704d25d5ce9dec3265084cd7c5bd18de",
                operation="DELETE",
                pgid="pgtrigger_history_delete_ed305",
                table="deliberations_user",
                when="AFTER",
            ),
        ),
    ),
    (
        "userhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="254e5d47ae7231316fdd37a31b4e9dfa10cbcd81",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_12623",
                table="deliberations_userhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "userhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="40bfd1b54516445dc93a2efc70f2272e1830f299",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_9f467",
                table="deliberations_userhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "userhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="7891440cc8fadb1eeabf455f776c6edcca26f892",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_48c46",
                table="deliberations_userhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "workinggroup",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"id\"), ((SELECT r5.\"group_id\" FROM deliberations_source r5 WHERE r5.id = NEW.\"source_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="f94749bd0276cfd8e7b0d357bf92d65164c663ad",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_9ac4e",
                table="deliberations_workinggroup",
                when="BEFORE",
            ),
        ),
    ),
    (
        "workinggroup",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="539be6183bd3c69b9024b6e2f9f82dcda75dd5e1",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_1647b",
                table="deliberations_workinggroup",
                when="BEFORE",
            ),
        ),
    ),
    (
        "workinggroup",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_workinggrouphistoryevent" ("id", "mandate", "name", "parent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sentence_agreed", "sentence_deferred", "sentence_not_discussed", "sentence_rejected", "short_name", "slug", "source_id", "time_zone") VALUES (NEW."id", NEW."mandate", NEW."name", NEW."parent", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."id", \'insert\', NULL, NEW."id", NULL, NEW."sentence_agreed", NEW."sentence_deferred", NEW."sentence_not_discussed", NEW."sentence_rejected", NEW."short_name", NEW."slug", NEW."source_id", NEW."time_zone"); RETURN NULL;',
                hash="601994ab43d2d807de8434f1e04ef1f6a1082ec8",
                operation="INSERT",
                pgid="pgtrigger_history_insert_53ee0",
                table="deliberations_workinggroup",
                when="AFTER",
            ),
        ),
    ),
    (
        "workinggroup",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_workinggrouphistoryevent" ("id", "mandate", "name", "parent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sentence_agreed", "sentence_deferred", "sentence_not_discussed", "sentence_rejected", "short_name", "slug", "source_id", "time_zone") VALUES (NEW."id", NEW."mandate", NEW."name", NEW."parent", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."sentence_agreed", NEW."sentence_deferred", NEW."sentence_not_discussed", NEW."sentence_rejected", NEW."short_name", NEW."slug", NEW."source_id", NEW."time_zone"); RETURN NULL;',
                hash="fc2b424930ab534a3951dc278ddd6106d7ff3bde",
                operation="UPDATE",
                pgid="pgtrigger_history_update_b331a",
                table="deliberations_workinggroup",
                when="AFTER",
            ),
        ),
    ),
    (
        "workinggroup",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_workinggrouphistoryevent" ("id", "mandate", "name", "parent", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sentence_agreed", "sentence_deferred", "sentence_not_discussed", "sentence_rejected", "short_name", "slug", "source_id", "time_zone") VALUES (OLD."id", OLD."mandate", OLD."name", OLD."parent", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."sentence_agreed", OLD."sentence_deferred", OLD."sentence_not_discussed", OLD."sentence_rejected", OLD."short_name", OLD."slug", OLD."source_id", OLD."time_zone"); RETURN NULL;',
                hash="baedce0c4c9b939bf4b21c498883874f4592af1d",
                operation="DELETE",
                pgid="pgtrigger_history_delete_f113b",
                table="deliberations_workinggroup",
                when="AFTER",
            ),
        ),
    ),
    (
        "workinggrouphistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="6ed90ba8d51f6375b2644bdc7b35cf177e2d3224",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_2f24b",
                table="deliberations_workinggrouphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "workinggrouphistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="beeb064073cc8d6d7856365f8afb00c4fc84cd97",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_7c952",
                table="deliberations_workinggrouphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "workinggrouphistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="d4d498a246d1bffacb6e8484d1d4e2f7bffcd650",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_78fcf",
                table="deliberations_workinggrouphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "membership",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="cc4c252e783b87334b8527a33fc5d127771a5c2a",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_d4189",
                table="deliberations_membership",
                when="BEFORE",
            ),
        ),
    ),
    (
        "membership",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_membershiphistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "role", "user_id") VALUES (NEW."group_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."role", NEW."user_id"); RETURN NULL;',
                hash="fa37c68a41e9f5bf3b281fc1e5ec6595fde3b426",
                operation="INSERT",
                pgid="pgtrigger_history_insert_698e7",
                table="deliberations_membership",
                when="AFTER",
            ),
        ),
    ),
    (
        "membership",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_membershiphistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "role", "user_id") VALUES (NEW."group_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."role", NEW."user_id"); RETURN NULL;',
                hash="3bf003649122a72b3eb06dbb410ac1e5779bed17",
                operation="UPDATE",
                pgid="pgtrigger_history_update_88f45",
                table="deliberations_membership",
                when="AFTER",
            ),
        ),
    ),
    (
        "membership",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_membershiphistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "role", "user_id") VALUES (OLD."group_id", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."role", OLD."user_id"); RETURN NULL;',
                hash="1177c211504f12b55a8e78e24bdda4270c77f1b4",
                operation="DELETE",
                pgid="pgtrigger_history_delete_c6773",
                table="deliberations_membership",
                when="AFTER",
            ),
        ),
    ),
    (
        "membershiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="0a1f3f757ed248edb57e58351220b2c5d1d9bcf9",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_b96a8",
                table="deliberations_membershiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "membershiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="9055014136c39f826fe41292b1f1e018d5002dfa",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_3f9f7",
                table="deliberations_membershiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "membershiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="d672a975737de5ad1873c9311034ddfb429ea736",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_2f53f",
                table="deliberations_membershiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "qualifier",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="5fede1bdc5b6eb11e3a71a3e4f7b7f69c1710c62",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_008f7",
                table="deliberations_qualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "qualifier",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="35ff516cac8eb299898f9349eb1edca10f82851b",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_3b068",
                table="deliberations_qualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "qualifier",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_qualifierhistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "phrase", "position") VALUES (NEW."group_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."phrase", NEW."position"); RETURN NULL;',
                hash="fa074760917078ff53c233bad0995d3af74e3972",
                operation="INSERT",
                pgid="pgtrigger_history_insert_145c4",
                table="deliberations_qualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "qualifier",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_qualifierhistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "phrase", "position") VALUES (NEW."group_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."phrase", NEW."position"); RETURN NULL;',
                hash="d7efd07b14922fad6b3b144a8fc6f2df2caa9820",
                operation="UPDATE",
                pgid="pgtrigger_history_update_a18a6",
                table="deliberations_qualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "qualifier",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_qualifierhistoryevent" ("group_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "phrase", "position") VALUES (OLD."group_id", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."phrase", OLD."position"); RETURN NULL;',
                hash="108ca4a234ae1a818657098892336a17aa22e4aa",
                operation="DELETE",
                pgid="pgtrigger_history_delete_6d623",
                table="deliberations_qualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "qualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="3e495dcc9be7bd138fdb24b5c6ce8fa510b6ce2a",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_d5527",
                table="deliberations_qualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "qualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="e50a9f7acc3cc8d5a0fca64a7cf41b7ac03ba106",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_c7752",
                table="deliberations_qualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "qualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="0e61099a5ff1a27ccbf6d5402e873ad987486be2",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_c2e66",
                table="deliberations_qualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "source",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="3c2c40cb7c2fa10a795d488b9cceafd20574b9f0",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_2e336",
                table="deliberations_source",
                when="BEFORE",
            ),
        ),
    ),
    (
        "source",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="2cb1a689c40b719f2c162a2bb7e446a2c51fb7a3",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_1bc9a",
                table="deliberations_source",
                when="BEFORE",
            ),
        ),
    ),
    (
        "source",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_sourcehistoryevent" ("author", "dated", "group_id", "id", "key", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "title", "url") VALUES (NEW."author", NEW."dated", NEW."group_id", NEW."id", NEW."key", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."title", NEW."url"); RETURN NULL;',
                hash="026a042fdd1ee61ea71d40d36bc2b58aaf01185b",
                operation="INSERT",
                pgid="pgtrigger_history_insert_77dff",
                table="deliberations_source",
                when="AFTER",
            ),
        ),
    ),
    (
        "source",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_sourcehistoryevent" ("author", "dated", "group_id", "id", "key", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "title", "url") VALUES (NEW."author", NEW."dated", NEW."group_id", NEW."id", NEW."key", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."title", NEW."url"); RETURN NULL;',
                hash="d00bfedde1e650bf852ff0c0611c6b034f37c044",
                operation="UPDATE",
                pgid="pgtrigger_history_update_c6cdc",
                table="deliberations_source",
                when="AFTER",
            ),
        ),
    ),
    (
        "source",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_sourcehistoryevent" ("author", "dated", "group_id", "id", "key", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "title", "url") VALUES (OLD."author", OLD."dated", OLD."group_id", OLD."id", OLD."key", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."title", OLD."url"); RETURN NULL;',
                hash="390b31c266b938e522818d0829de92e84925f594",
                operation="DELETE",
                pgid="pgtrigger_history_delete_05269",
                table="deliberations_source",
                when="AFTER",
            ),
        ),
    ),
    (
        "sourcehistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="639f54cd233903eb717688db14fbeaa4980bb21f",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_354b3",
                table="deliberations_sourcehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "sourcehistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="abc8bcd88739e2f12f72d129a617ef417ead6a24",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_20918",
                table="deliberations_sourcehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "sourcehistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="059f894abba81b66663448b602dab21de92edcce",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_53e2b",
                table="deliberations_sourcehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                hash="3b943ffda405943b2fe55f0ba4fd034ededd3182",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_2d00d",
                table="deliberations_contributor",
                when="AFTER",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."affiliation_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="bafadc870e7930506daae1981e3db0b49bfe8eb3",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_221cb",
                table="deliberations_contributor",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="595f23b316ade4fbf75e2fe4b234c10acffbe4be",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_906e6",
                table="deliberations_contributor",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="7ffa6052c77a4875165adff30a4c98685645a6e7",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_6a7db",
                table="deliberations_contributor",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_contributorhistoryevent" ("affiliation_id", "country", "group_id", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "short_name", "slug", "source_id", "stakeholder_group") VALUES (NEW."affiliation_id", NEW."country", NEW."group_id", NEW."id", NEW."kind", NEW."name", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."short_name", NEW."slug", NEW."source_id", NEW."stakeholder_group"); RETURN NULL;',
                hash="8e2a36cdaf430d196b609c6799bfeb5d263f467b",
                operation="INSERT",
                pgid="pgtrigger_history_insert_67341",
                table="deliberations_contributor",
                when="AFTER",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_contributorhistoryevent" ("affiliation_id", "country", "group_id", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "short_name", "slug", "source_id", "stakeholder_group") VALUES (NEW."affiliation_id", NEW."country", NEW."group_id", NEW."id", NEW."kind", NEW."name", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."short_name", NEW."slug", NEW."source_id", NEW."stakeholder_group"); RETURN NULL;',
                hash="b5421a66143adda9bf3a83ff80f34084f655d882",
                operation="UPDATE",
                pgid="pgtrigger_history_update_88afc",
                table="deliberations_contributor",
                when="AFTER",
            ),
        ),
    ),
    (
        "contributor",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_contributorhistoryevent" ("affiliation_id", "country", "group_id", "id", "kind", "name", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "short_name", "slug", "source_id", "stakeholder_group") VALUES (OLD."affiliation_id", OLD."country", OLD."group_id", OLD."id", OLD."kind", OLD."name", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."short_name", OLD."slug", OLD."source_id", OLD."stakeholder_group"); RETURN NULL;',
                hash="22fb566fa1b862261da8c1dcae545cf02721e869",
                operation="DELETE",
                pgid="pgtrigger_history_delete_c05db",
                table="deliberations_contributor",
                when="AFTER",
            ),
        ),
    ),
    (
        "contributorhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="bbc858657b3bfb68247cc63e725f4e04689721c0",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_06a29",
                table="deliberations_contributorhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributorhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="c2833ae5cb7eb6c26b2ada9d48cd8aa1aef0280f",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_13a09",
                table="deliberations_contributorhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributorhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="228b7563c91250a53d02b6a2375684df58346525",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_9748e",
                table="deliberations_contributorhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                hash="db71ea061cbb10702e9d9af015deb073f18094fc",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_a8fb5",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"group_id\"), ((SELECT r5.\"group_id\" FROM deliberations_source r5 WHERE r5.id = NEW.\"source_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="604b0c8c4e93afc7199b08b323d7e3cad61882d2",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_8cae2",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="takes_up_its_own",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"id\"), ((SELECT r7.\"meeting_id\" FROM deliberations_agendaitem r7 WHERE r7.id = NEW.\"takes_up_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="36b946a04cda8879bfd09dbfd7de003178dfedd3",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_takes_up_its_own_0480b",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="9a8c7cd20332fa24c836838ec53cf131fed6771c",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_a7a38",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="number_for_good",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."number" IS DISTINCT FROM (NEW."number"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_are_for_good', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers are for good';",
                hash="5ccf9be0280f63f3d37cb6b0b37d58dbb9029218",
                operation="UPDATE",
                pgid="pgtrigger_number_for_good_ba83c",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="moves_forward",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."state" IS DISTINCT FROM (NEW."state"))',
                func="IF (OLD.state, NEW.state) NOT IN (('planned', 'in-session'), ('in-session', 'adjourned'), ('adjourned', 'in-session'), ('in-session', 'closed'), ('adjourned', 'closed')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_meeting_moves_from_planned_to_in_session_to_closed', TABLE = TG_TABLE_NAME, MESSAGE = 'a meeting moves from planned to in session to closed'; END IF; RETURN NEW;",
                hash="f7a18bab37dde32882302a303c0b405a558c1733",
                operation="UPDATE",
                pgid="pgtrigger_moves_forward_ae37a",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="begins_planned",
            sql=deliberations.models.rules.RuleSql(
                func="IF NEW.state <> 'planned' THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_meeting_moves_from_planned_to_in_session_to_closed', TABLE = TG_TABLE_NAME, MESSAGE = 'a meeting moves from planned to in session to closed'; END IF; RETURN NEW;",
                hash="2ef5de44ab264e2ad5f9919794a403fb205abcb2",
                operation="INSERT",
                pgid="pgtrigger_begins_planned_6639b",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="stays_published",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.published_at IS NOT NULL)",
                func="IF NEW.published_at IS DISTINCT FROM OLD.published_at THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_published_stays_published', TABLE = TG_TABLE_NAME, MESSAGE = 'what is published stays published'; END IF; RETURN NEW;",
                hash="010f4e5ae44a77283dead0ff4d8cb3ac43dd859a",
                operation="UPDATE",
                pgid="pgtrigger_stays_published_a4571",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="published_in_order",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."published_at" IS DISTINCT FROM (NEW."published_at"))',
                func="IF EXISTS ( SELECT 1 FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id WHERE d.meeting_id = NEW.id AND deliberations_hides(p.element_id, d.place, NEW.id)) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_public_builds_on_what_is_public', TABLE = TG_TABLE_NAME, MESSAGE = 'what is public builds on what is public'; END IF; RETURN NEW;",
                hash="40971b89566fa75da96dff6120138eb039e8cb6b",
                operation="UPDATE",
                pgid="pgtrigger_published_in_order_c0561",
                table="deliberations_meeting",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="publication_moves_elements",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."published_at" IS DISTINCT FROM (NEW."published_at"))',
                func="PERFORM deliberations_restand(e.element_id) FROM ( SELECT id AS element_id FROM deliberations_element WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_wording WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_withdrawal WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_proposal WHERE meeting_id = NEW.id UNION SELECT p.element_id FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id WHERE d.meeting_id = NEW.id ORDER BY element_id ) e; RETURN NULL;",
                hash="7886e373b9e1ec56b983010a903f9a40b2f6b540",
                operation="UPDATE",
                pgid="pgtrigger_publication_moves_elements_ce93b",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="reaches_into_the_past",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."time_zone" IS DISTINCT FROM (NEW."time_zone"))',
                func="PERFORM deliberations_restay_anew(e.element_id) FROM ( SELECT id AS element_id FROM deliberations_element WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_wording WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_withdrawal WHERE meeting_id = NEW.id UNION SELECT element_id FROM deliberations_proposal WHERE meeting_id = NEW.id UNION SELECT p.element_id FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id WHERE d.meeting_id = NEW.id ORDER BY element_id ) e; RETURN NULL;",
                hash="7bad95cb227677695aba3673a4bbe7575ab84352",
                operation="UPDATE",
                pgid="pgtrigger_reaches_into_the_past_9e52f",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (NEW."chair", NEW."ends_on", NEW."group_id", NEW."id", NEW."note", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."place_name", NEW."published_at", NEW."source_id", NEW."starts_on", NEW."state", NEW."takes_up_id", NEW."time_zone"); RETURN NULL;',
                hash="c1c47e8615cb71929c2c038ffd69c194f810a2eb",
                operation="INSERT",
                pgid="pgtrigger_history_insert_dd171",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (NEW."chair", NEW."ends_on", NEW."group_id", NEW."id", NEW."note", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."place_name", NEW."published_at", NEW."source_id", NEW."starts_on", NEW."state", NEW."takes_up_id", NEW."time_zone"); RETURN NULL;',
                hash="29d1e447853964f6c0acd3530e146a4f9561c6ea",
                operation="UPDATE",
                pgid="pgtrigger_history_update_d9166",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meeting",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_meetinghistoryevent" ("chair", "ends_on", "group_id", "id", "note", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place_name", "published_at", "source_id", "starts_on", "state", "takes_up_id", "time_zone") VALUES (OLD."chair", OLD."ends_on", OLD."group_id", OLD."id", OLD."note", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."place_name", OLD."published_at", OLD."source_id", OLD."starts_on", OLD."state", OLD."takes_up_id", OLD."time_zone"); RETURN NULL;',
                hash="ff1b3db261be6b8382dc03b4dd33e4ce107bf9a3",
                operation="DELETE",
                pgid="pgtrigger_history_delete_2030f",
                table="deliberations_meeting",
                when="AFTER",
            ),
        ),
    ),
    (
        "meetinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="641f2e7de9fef71f31c89f72c2485fe68f1e7801",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_33061",
                table="deliberations_meetinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meetinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="b9cc150becc65cf1b3a3217942e8836b97dd18eb",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_0d5d8",
                table="deliberations_meetinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "meetinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="e463a9cf21cd4ace81da3d779a48f9d2a2aeffc1",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_86261",
                table="deliberations_meetinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'public', pg_current_xact_id())); RETURN NULL;",
                hash="4691dd46214a45626e24464d6fce31fdf14f52bf",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_73885",
                table="deliberations_question",
                when="AFTER",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"group_id\"), ((SELECT r5.\"group_id\" FROM deliberations_source r5 WHERE r5.id = NEW.\"source_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="e60b032dd8b3007cee0283ce7469408dff5a062d",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_a0297",
                table="deliberations_question",
                when="BEFORE",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="48e329e585c0f51ce51ad46295dfd968e8608b4c",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_badd4",
                table="deliberations_question",
                when="BEFORE",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="0fd58730a3024219a383565abcda10d534fd4553",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_10458",
                table="deliberations_question",
                when="BEFORE",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_questionhistoryevent" ("group_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "source_id", "text") VALUES (NEW."group_id", NEW."id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."source_id", NEW."text"); RETURN NULL;',
                hash="2fc6c6f986b304ffe1257d21ee02122834836f83",
                operation="INSERT",
                pgid="pgtrigger_history_insert_4d6ca",
                table="deliberations_question",
                when="AFTER",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_questionhistoryevent" ("group_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "source_id", "text") VALUES (NEW."group_id", NEW."id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."source_id", NEW."text"); RETURN NULL;',
                hash="1f0d1285176ffa6b818777c2138e03a49a2ccb0b",
                operation="UPDATE",
                pgid="pgtrigger_history_update_66962",
                table="deliberations_question",
                when="AFTER",
            ),
        ),
    ),
    (
        "question",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_questionhistoryevent" ("group_id", "id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "source_id", "text") VALUES (OLD."group_id", OLD."id", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."source_id", OLD."text"); RETURN NULL;',
                hash="dee84321a272b4372fd8451731b7ee0ae43f4a69",
                operation="DELETE",
                pgid="pgtrigger_history_delete_bdf1f",
                table="deliberations_question",
                when="AFTER",
            ),
        ),
    ),
    (
        "questionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="63781eb6571f60319a7da291e9bf2a32cfb7eee3",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_c98ac",
                table="deliberations_questionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "questionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="1cf09fb16b6f2d67203c867bfab89b2fae543737",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_64c6c",
                table="deliberations_questionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "questionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="c265d441da4fd19748350a3e1c097b74356e92e7",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_c0056",
                table="deliberations_questionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN ((SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="7de066d5fe34b3633dac797c9651b6a3ae3d4c79",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_43fc1",
                table="deliberations_agendaitem",
                when="AFTER",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id")), ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."carried_to_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="1745810c8121e584cee3fdd354e48ce703281962",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_00468",
                table="deliberations_agendaitem",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="9c7611c2edd9708cc37a911c61d3e3c25da3a452",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_d0cbd",
                table="deliberations_agendaitem",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="carried_forward",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (NEW.carried_to_id IS NOT NULL)",
                func="IF NOT EXISTS ( SELECT 1 FROM deliberations_meeting later, deliberations_meeting mine WHERE later.id = NEW.carried_to_id AND mine.id = NEW.meeting_id AND later.number > mine.number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_item_is_carried_over_to_a_later_meeting', TABLE = TG_TABLE_NAME, MESSAGE = 'an item is carried over to a later meeting'; END IF; RETURN NEW;",
                hash="8995fae7d12d0cf98a6fffd7cec1139c993270b6",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_carried_forward_592ea",
                table="deliberations_agendaitem",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (NEW."carried_to_id", NEW."element_id", NEW."ending", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), NEW."id", NULL, NEW."position", NEW."question_id", NEW."source_id", NEW."title"); RETURN NULL;',
                hash="4bdeb43223df8a82b4fa2088ca53cbe76450acac",
                operation="INSERT",
                pgid="pgtrigger_history_insert_bab3a",
                table="deliberations_agendaitem",
                when="AFTER",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (NEW."carried_to_id", NEW."element_id", NEW."ending", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), NEW."id", to_jsonb(OLD), NEW."position", NEW."question_id", NEW."source_id", NEW."title"); RETURN NULL;',
                hash="c0b168d399cbfa1eece8dcb8b6e38dd92c6a4eb8",
                operation="UPDATE",
                pgid="pgtrigger_history_update_6c4ce",
                table="deliberations_agendaitem",
                when="AFTER",
            ),
        ),
    ),
    (
        "agendaitem",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_agendaitemhistoryevent" ("carried_to_id", "element_id", "ending", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id", "source_id", "title") VALUES (OLD."carried_to_id", OLD."element_id", OLD."ending", OLD."id", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id"), OLD."id", to_jsonb(OLD), OLD."position", OLD."question_id", OLD."source_id", OLD."title"); RETURN NULL;',
                hash="e084687ee05c9de796369885014c0ebd3bcfe3de",
                operation="DELETE",
                pgid="pgtrigger_history_delete_37888",
                table="deliberations_agendaitem",
                when="AFTER",
            ),
        ),
    ),
    (
        "agendaitemhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="f2f3ced7c951d717a8adf9374a6a56b864819477",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_9f4d2",
                table="deliberations_agendaitemhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitemhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="f2ca08b3fa9d21879e5c3195e8544375001d19a3",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_a6692",
                table="deliberations_agendaitemhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "agendaitemhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="08acd8bbfb16172f5abafe736e58db32d41353e1",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_f5102",
                table="deliberations_agendaitemhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="4ae2ce344a608c609a7ddf29e9316cde34a75f87",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_6fbc8",
                table="deliberations_document",
                when="AFTER",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="2971a591990c9638cb7e5705d1ae8c5bdaba383e",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_e2010",
                table="deliberations_document",
                when="BEFORE",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="5d5eb3fd2cd7d52643a2e695c02ecdccff1bcf56",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_e7b31",
                table="deliberations_document",
                when="BEFORE",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="3c428d46ddfa88df53451cbbbb56358406697a4d",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_23d5b",
                table="deliberations_document",
                when="BEFORE",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (NEW."author", NEW."closing", NEW."dated", NEW."group_id", NEW."id", NEW."introduction", NEW."kind", NEW."letterhead", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."sha256", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                hash="212728a0a674154b080cc8eda010ff0b252f4375",
                operation="INSERT",
                pgid="pgtrigger_history_insert_b8846",
                table="deliberations_document",
                when="AFTER",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (NEW."author", NEW."closing", NEW."dated", NEW."group_id", NEW."id", NEW."introduction", NEW."kind", NEW."letterhead", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD), NEW."sha256", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                hash="af4af6c2575aa28913b0bdbb967a62d0603054e5",
                operation="UPDATE",
                pgid="pgtrigger_history_update_b0b99",
                table="deliberations_document",
                when="AFTER",
            ),
        ),
    ),
    (
        "document",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_documenthistoryevent" ("author", "closing", "dated", "group_id", "id", "introduction", "kind", "letterhead", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256", "source_id", "title", "url") VALUES (OLD."author", OLD."closing", OLD."dated", OLD."group_id", OLD."id", OLD."introduction", OLD."kind", OLD."letterhead", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD), OLD."sha256", OLD."source_id", OLD."title", OLD."url"); RETURN NULL;',
                hash="fabc152f50a390c72aedf91f9cf9e2703e33370f",
                operation="DELETE",
                pgid="pgtrigger_history_delete_7d841",
                table="deliberations_document",
                when="AFTER",
            ),
        ),
    ),
    (
        "documenthistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="80ed40b69bf2a7fcbebc74e137cba39f7cd2cd09",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_99caa",
                table="deliberations_documenthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "documenthistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="0d2d3be13b432a6c65514036031715988a37f709",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_4893e",
                table="deliberations_documenthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "documenthistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="f83f6f9065a110d3caaebff93c15cc7b2066bdf1",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_bdd44",
                table="deliberations_documenthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_question r5 WHERE r5.id = it.\"question_id\"), 'public', pg_current_xact_id())); RETURN NULL;",
                hash="81081afb85c33dd1e6fb72ad4acef3b40605c80b",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_df96f",
                table="deliberations_heading",
                when="AFTER",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="6772327386890b73911c1f9183bbe00c1ba490d7",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_a2f38",
                table="deliberations_heading",
                when="BEFORE",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="c307aebfcfbdcb2e4ffbb08eb7b6af9c9f57ff2c",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_5e08c",
                table="deliberations_heading",
                when="BEFORE",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_headinghistoryevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id") VALUES (NEW."id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id"), \'insert\', NULL, NEW."id", NULL, NEW."position", NEW."question_id"); RETURN NULL;',
                hash="26760c7f39ecd4a8e27bff786c409b1a2e9fcba0",
                operation="INSERT",
                pgid="pgtrigger_history_insert_be215",
                table="deliberations_heading",
                when="AFTER",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_headinghistoryevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id") VALUES (NEW."id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id"), \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."position", NEW."question_id"); RETURN NULL;',
                hash="76d99b5d2ffa4999e3f2e822d99289caf2b86d00",
                operation="UPDATE",
                pgid="pgtrigger_history_update_f56d0",
                table="deliberations_heading",
                when="AFTER",
            ),
        ),
    ),
    (
        "heading",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_headinghistoryevent" ("id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "question_id") VALUES (OLD."id", OLD."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = OLD."question_id"), \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."position", OLD."question_id"); RETURN NULL;',
                hash="f39952ccf60d773830f3da911b772d47375a5fca",
                operation="DELETE",
                pgid="pgtrigger_history_delete_04e7c",
                table="deliberations_heading",
                when="AFTER",
            ),
        ),
    ),
    (
        "headinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="ea401dc1a017b66e4639726b162e95b93d738fd6",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_866a3",
                table="deliberations_headinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "headinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="3f8fbcd9f70bcbd848f51cc55e7df2e48d005c33",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b1ad8",
                table="deliberations_headinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "headinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="b6102eeb03e4d4e55c5a2ba5ab56a2ed042d6ad8",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_fd87f",
                table="deliberations_headinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="8de6304fe342ea629f18d4af718772607f044aaf",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_3b6a7",
                table="deliberations_element",
                when="AFTER",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="80f3eafb48892c3166a0ad1979cc955cce534f7f",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_65201",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="of_one_question",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"question_id\"), ((SELECT r8.\"question_id\" FROM deliberations_heading r8 WHERE r8.id = NEW.\"heading_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="108528f74d79bf72778cc359aefc99e4064bf5bd",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_question_b5ebf",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="250558c87d255fc3462a07f0eaac841615532549",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_d7d91",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="never_deleted",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="dc07dc51121da1ea76262fce3f4e4b564632ed19",
                operation="DELETE",
                pgid="pgtrigger_never_deleted_eb226",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="gets_its_number",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE next_number integer;",
                func="PERFORM 1 FROM deliberations_workinggroup WHERE id = NEW.group_id FOR NO KEY UPDATE; PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_element WHERE group_id = NEW.group_id; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; RETURN NEW;",
                hash="e18806e264364ce33943d37cca1cc556d08d41a8",
                operation="INSERT",
                pgid="pgtrigger_gets_its_number_0bb67",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="number_for_good",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."number" IS DISTINCT FROM (NEW."number"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_are_for_good', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers are for good';",
                hash="bd5426e69dda39c66fcbf5f24d6096df1e63b24c",
                operation="UPDATE",
                pgid="pgtrigger_number_for_good_405df",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="leaves_its_tallies",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.element_id = NEW.id; RETURN NEW;",
                hash="d41804c8206df38313d4de51659b719b655e574b",
                operation="UPDATE",
                pgid="pgtrigger_leaves_its_tallies_df4af",
                table="deliberations_element",
                when="BEFORE",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="enters_its_tallies",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."heading_id" IS DISTINCT FROM (NEW."heading_id") OR OLD."question_id" IS DISTINCT FROM (NEW."question_id"))',
                func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM deliberations_stay k WHERE k.element_id = NEW.id; RETURN NEW;",
                hash="fee6fc83cca0023879b6c22c85d7af62704b5c1f",
                operation="UPDATE",
                pgid="pgtrigger_enters_its_tallies_df7d7",
                table="deliberations_element",
                when="AFTER",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="has_a_wording",
            sql=deliberations.models.rules.RuleSql(
                constraint="CONSTRAINT",
                func="IF NOT EXISTS ( SELECT 1 FROM deliberations_wording WHERE element_id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_has_a_wording', TABLE = TG_TABLE_NAME, MESSAGE = 'an element has a wording'; END IF; RETURN NULL;",
                hash="0a86c794f44402588a43ff0336f06b4866912e5a",
                operation="INSERT",
                pgid="pgtrigger_has_a_wording_fbb2d",
                table="deliberations_element",
                timing="DEFERRABLE INITIALLY DEFERRED",
                when="AFTER",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_elementhistoryevent" ("group_id", "heading_id", "id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id") VALUES (NEW."group_id", NEW."heading_id", NEW."id", NEW."meeting_id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."question_id", NEW."source_id"); RETURN NULL;',
                hash="2d5f87c2de4bff5166478ae0199427d64d78307f",
                operation="INSERT",
                pgid="pgtrigger_history_insert_2d611",
                table="deliberations_element",
                when="AFTER",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_elementhistoryevent" ("group_id", "heading_id", "id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id") VALUES (NEW."group_id", NEW."heading_id", NEW."id", NEW."meeting_id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD), NEW."question_id", NEW."source_id"); RETURN NULL;',
                hash="3e5d5e031ce88fb450ca9a399fd7c0510e290bc4",
                operation="UPDATE",
                pgid="pgtrigger_history_update_5c151",
                table="deliberations_element",
                when="AFTER",
            ),
        ),
    ),
    (
        "element",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_elementhistoryevent" ("group_id", "heading_id", "id", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id") VALUES (OLD."group_id", OLD."heading_id", OLD."id", OLD."meeting_id", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD), OLD."question_id", OLD."source_id"); RETURN NULL;',
                hash="935544588ed5be71e403e963226284bf7f4f76ee",
                operation="DELETE",
                pgid="pgtrigger_history_delete_ae705",
                table="deliberations_element",
                when="AFTER",
            ),
        ),
    ),
    (
        "elementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="b5e9b6fab20d6c9a4fc85b8ad41a9594596ade5e",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_d3bb1",
                table="deliberations_elementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "elementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="469fb821101c11ae0b244f0447a1990068b88925",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_31993",
                table="deliberations_elementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "elementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="0dbf3ef1c5dc6ac46d355a785bb8a48b681a9c31",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_1adc9",
                table="deliberations_elementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="10a71134d8238f0a52c1d7b05bb83c290efa62c0",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_fdea4",
                table="deliberations_withdrawal",
                when="AFTER",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="3bda3c1c790746fd47d51b052643ea1cfcc42000",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_f3155",
                table="deliberations_withdrawal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="574aee3d8bbc70f35b426dfd431fe816c23358e5",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_f5f43",
                table="deliberations_withdrawal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="18431b8c6340a4491a3304dad110757ce6e100d2",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_f581e",
                table="deliberations_withdrawal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE stands text;",
                func="PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE; SELECT status INTO stands FROM deliberations_stands(NEW.element_id, false, NULL); NEW.place := nextval('deliberations_place'); NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF (COALESCE(stands, ''), 'withdrawn') NOT IN (('proposed', 'withdrawn')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'only_allowed_transitions', TABLE = TG_TABLE_NAME, MESSAGE = 'only allowed transitions'; END IF; RETURN NEW;",
                hash="44d7ab99f9ff61aa59a63fbf824cc9239dbeb247",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_ac1d0",
                table="deliberations_withdrawal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="moves_the_element",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_restand(NEW.element_id); RETURN NULL;",
                hash="ad2cedc8f3acbd50b3d11a38530ab5929e7c1dd5",
                operation="INSERT",
                pgid="pgtrigger_moves_the_element_bf65b",
                table="deliberations_withdrawal",
                when="AFTER",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_withdrawalhistoryevent" ("contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (NEW."contributor_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'insert\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", NULL, NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id"); RETURN NULL;',
                hash="d34f58cda647d72f31fa9c5f881816737c559dfd",
                operation="INSERT",
                pgid="pgtrigger_history_insert_23264",
                table="deliberations_withdrawal",
                when="AFTER",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_withdrawalhistoryevent" ("contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (NEW."contributor_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'update\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", to_jsonb(OLD), NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id"); RETURN NULL;',
                hash="920dc81b2f5ca6cf63536993e4f398113278fa56",
                operation="UPDATE",
                pgid="pgtrigger_history_update_ad2ea",
                table="deliberations_withdrawal",
                when="AFTER",
            ),
        ),
    ),
    (
        "withdrawal",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_withdrawalhistoryevent" ("contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (OLD."contributor_id", OLD."element_id", OLD."happened_at", OLD."id", OLD."known_to", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = OLD."element_id"), \'delete\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (OLD."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), OLD."id", to_jsonb(OLD), OLD."place", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id"); RETURN NULL;',
                hash="6428e729496a32049bc2816ecb99949c60e6fb70",
                operation="DELETE",
                pgid="pgtrigger_history_delete_78b19",
                table="deliberations_withdrawal",
                when="AFTER",
            ),
        ),
    ),
    (
        "withdrawalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="1035d4e76438d438247a8c1092e4e1a5d6a2a4c3",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_bd17e",
                table="deliberations_withdrawalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="4cc0a0b67ebdcf2863f7685052299da3fc53c74d",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_76897",
                table="deliberations_withdrawalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "withdrawalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="6f08759d2b14c97d2cc0a590ade2a6b9f00f78a4",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_c0345",
                table="deliberations_withdrawalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="2ce50377bba7b1fc044f614e1c1e94682c79a7fd",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_52460",
                table="deliberations_wording",
                when="AFTER",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="2ad1d7d314234560bb6c705779bae2b045bb4ca0",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_306d4",
                table="deliberations_wording",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="8eda49e96a4b84ca901e15fe226791dba733fccb",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_49590",
                table="deliberations_wording",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="62d370d93a90e6b5716d22572fc9f7ea7aa66915",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_ee808",
                table="deliberations_wording",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE next_number integer; stands text;",
                func="PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_wording WHERE element_id = NEW.element_id; NEW.place := COALESCE((SELECT place FROM deliberations_decision WHERE id = NEW.decision_id), nextval('deliberations_place')) ; NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; SELECT status INTO stands FROM deliberations_stands(NEW.element_id, false, NEW.place); IF NEW.decision_id IS NULL AND next_number > 1 AND (stands, 'proposed') NOT IN (('agreed', 'proposed'), ('deferred', 'proposed'), ('not-discussed', 'proposed'), ('proposed', 'proposed'), ('rejected', 'proposed')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'only_allowed_transitions', TABLE = TG_TABLE_NAME, MESSAGE = 'only allowed transitions'; END IF; IF NEW.decision_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM deliberations_decision d WHERE d.id = NEW.decision_id AND d.recorded_in = NEW.recorded_in AND d.outcome = 'agreed' AND d.meeting_id = NEW.meeting_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_is_recorded_whole', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision is recorded whole'; END IF; RETURN NEW;",
                hash="036ebda071bfb7d9c25aed1d2c8fe9078f36d9aa",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_5d523",
                table="deliberations_wording",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="moves_the_element",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_restand(NEW.element_id); RETURN NULL;",
                hash="ce10b80ee1a0718a28f7d4b9134890b29eb22303",
                operation="INSERT",
                pgid="pgtrigger_moves_the_element_9394c",
                table="deliberations_wording",
                when="AFTER",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="amendment_is_agreed",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (NEW.decision_id IS NOT NULL)",
                constraint="CONSTRAINT",
                func="IF NOT EXISTS (SELECT 1 FROM deliberations_disposition WHERE decision_id = NEW.decision_id AND wording_id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_amended_wording_is_agreed_by_its_decision', TABLE = TG_TABLE_NAME, MESSAGE = 'an amended wording is agreed by its decision'; END IF; RETURN NULL;",
                hash="e80559af554511d955ebd36cf705ce2f6816d7cd",
                operation="INSERT",
                pgid="pgtrigger_amendment_is_agreed_4c660",
                table="deliberations_wording",
                timing="DEFERRABLE INITIALLY DEFERRED",
                when="AFTER",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_wordinghistoryevent" ("decision_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (NEW."decision_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'insert\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", NULL, NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."text"); RETURN NULL;',
                hash="62e91ea5aea1ee8f424c80aecec2c62fd8abaa10",
                operation="INSERT",
                pgid="pgtrigger_history_insert_51250",
                table="deliberations_wording",
                when="AFTER",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_wordinghistoryevent" ("decision_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (NEW."decision_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'update\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", to_jsonb(OLD), NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."text"); RETURN NULL;',
                hash="3415540e8b1d2e788efdb2a7cf50a701ed1a72c5",
                operation="UPDATE",
                pgid="pgtrigger_history_update_06039",
                table="deliberations_wording",
                when="AFTER",
            ),
        ),
    ),
    (
        "wording",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_wordinghistoryevent" ("decision_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (OLD."decision_id", OLD."element_id", OLD."happened_at", OLD."id", OLD."known_to", OLD."meeting_id", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = OLD."element_id"), \'delete\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (OLD."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), OLD."id", to_jsonb(OLD), OLD."place", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id", OLD."text"); RETURN NULL;',
                hash="06ebe5c45186b068483e0d5840083591b8080af3",
                operation="DELETE",
                pgid="pgtrigger_history_delete_14df1",
                table="deliberations_wording",
                when="AFTER",
            ),
        ),
    ),
    (
        "wordinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="f77e0b626f11b93a5677dfd33fba3f839a36b786",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_0d33b",
                table="deliberations_wordinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wordinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="76f6a84891cd4981bb0363343518a34a000e06d6",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_4af15",
                table="deliberations_wordinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "wordinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="363b66427c9189ba0a2e1439bf098942cd958b9a",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_b6561",
                table="deliberations_wordinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = NEW."question_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="1f1d49adf8c56d93d6e4b375dafb69ed7aeba354",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_7c0d2",
                table="deliberations_contribution",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="729bc9bf15ce56e5c2b6c925e25aa0bda0f9b981",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_b40de",
                table="deliberations_contribution",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="5bd36681769ce29331e3d9e7c8f0bb565ccc3a86",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_3f9b1",
                table="deliberations_contribution",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_contributionhistoryevent" ("dated", "group_id", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id", "title", "url") VALUES (NEW."dated", NEW."group_id", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."question_id", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                hash="22025999452064fe78ae8fc4524d7efb40a2442a",
                operation="INSERT",
                pgid="pgtrigger_history_insert_c0adc",
                table="deliberations_contribution",
                when="AFTER",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_contributionhistoryevent" ("dated", "group_id", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id", "title", "url") VALUES (NEW."dated", NEW."group_id", NEW."id", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."question_id", NEW."source_id", NEW."title", NEW."url"); RETURN NULL;',
                hash="0c11d45a2f1a031e85ffbce4f6dfc502adf5d476",
                operation="UPDATE",
                pgid="pgtrigger_history_update_62abd",
                table="deliberations_contribution",
                when="AFTER",
            ),
        ),
    ),
    (
        "contribution",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_contributionhistoryevent" ("dated", "group_id", "id", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "question_id", "source_id", "title", "url") VALUES (OLD."dated", OLD."group_id", OLD."id", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."question_id", OLD."source_id", OLD."title", OLD."url"); RETURN NULL;',
                hash="7afb5ab87be46ba77235aa07c8911a9adaf46880",
                operation="DELETE",
                pgid="pgtrigger_history_delete_ebfd0",
                table="deliberations_contribution",
                when="AFTER",
            ),
        ),
    ),
    (
        "contributionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="e80cbca04751e34b1ad784d405719d8ad3eac1a8",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_500fc",
                table="deliberations_contributionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="ffe3778a7341ea4ca4e5bbd0bbb9ec3a558ac56b",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_4dfad",
                table="deliberations_contributionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "contributionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="46b7e892a3128f95ecf6750182e5fd6beaad7e43",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_1fc9a",
                table="deliberations_contributionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="611f16d94856739e3037c0f3e3389c9f61308a1e",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_ce4f1",
                table="deliberations_decision",
                when="AFTER",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT (SELECT r5."group_id" FROM deliberations_question r5 WHERE r5.id = r15."question_id") FROM deliberations_heading r15 WHERE r15.id = NEW."heading_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="01b1e8381983fa5bcaaa95d2b375e7bb784512b9",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_7ff78",
                table="deliberations_decision",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="replaces_in_its_meeting",
            sql=deliberations.models.rules.RuleSql(
                func="IF (SELECT count(DISTINCT v) FROM (VALUES (NEW.\"meeting_id\"), ((SELECT r7.\"meeting_id\" FROM deliberations_decision r7 WHERE r7.id = NEW.\"replaces_id\"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group'; END IF; RETURN NEW;",
                hash="c0fd95d689cdf8003c3fbed581cc8897c48de2c1",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_replaces_in_its_meeting_f29b6",
                table="deliberations_decision",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="0e1b0cd76fdc8f6face20dc07caef0a8c031e537",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_1ec1a",
                table="deliberations_decision",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="15ed51d8d42375643702badbe9a6db74e6314dfe",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_51304",
                table="deliberations_decision",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE next_number integer; meeting_state text;",
                func="SELECT state INTO meeting_state FROM deliberations_meeting WHERE id = NEW.meeting_id FOR NO KEY UPDATE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_decision WHERE meeting_id = NEW.meeting_id; NEW.place := COALESCE((SELECT place FROM deliberations_decision WHERE id = NEW.replaces_id), nextval('deliberations_place')) ; NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF meeting_state <> 'in-session' AND NEW.replaces_id IS NULL THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_meeting_decides_only_in_session', TABLE = TG_TABLE_NAME, MESSAGE = 'a meeting decides only in session'; END IF; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; RETURN NEW;",
                hash="922a0e4f14de69beac0f935dd53c3445c3f667bf",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_efec0",
                table="deliberations_decision",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="disposes",
            sql=deliberations.models.rules.RuleSql(
                constraint="CONSTRAINT",
                func="IF NOT EXISTS (SELECT 1 FROM deliberations_disposition WHERE decision_id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_disposes_of_at_least_one_element', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision disposes of at least one element'; END IF; IF NEW.replaces_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM deliberations_correction WHERE kind = 'clerical' AND decision_id = NEW.replaces_id AND by_decision_id = NEW.id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_replacement_has_its_correction', TABLE = TG_TABLE_NAME, MESSAGE = 'a replacement has its correction'; END IF; RETURN NULL;",
                hash="f8f8c0a146b95bc05f3e3e8cbab2f35f11624c5a",
                operation="INSERT",
                pgid="pgtrigger_disposes_6490d",
                table="deliberations_decision",
                timing="DEFERRABLE INITIALLY DEFERRED",
                when="AFTER",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_decisionhistoryevent" ("basis", "happened_at", "heading_id", "id", "intention", "known_to", "meeting_id", "number", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "replaces_id", "sentence", "source_id") VALUES (NEW."basis", NEW."happened_at", NEW."heading_id", NEW."id", NEW."intention", NEW."known_to", NEW."meeting_id", NEW."number", NEW."outcome", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."replaces_id", NEW."sentence", NEW."source_id"); RETURN NULL;',
                hash="38ccb4671849b2cb7ddc26c4a612e0c7c47a03e5",
                operation="INSERT",
                pgid="pgtrigger_history_insert_4e6a0",
                table="deliberations_decision",
                when="AFTER",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_decisionhistoryevent" ("basis", "happened_at", "heading_id", "id", "intention", "known_to", "meeting_id", "number", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "replaces_id", "sentence", "source_id") VALUES (NEW."basis", NEW."happened_at", NEW."heading_id", NEW."id", NEW."intention", NEW."known_to", NEW."meeting_id", NEW."number", NEW."outcome", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD), NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."replaces_id", NEW."sentence", NEW."source_id"); RETURN NULL;',
                hash="a3e227156ac88b8daed115a0d70f7a1998f279d1",
                operation="UPDATE",
                pgid="pgtrigger_history_update_48bd1",
                table="deliberations_decision",
                when="AFTER",
            ),
        ),
    ),
    (
        "decision",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_decisionhistoryevent" ("basis", "happened_at", "heading_id", "id", "intention", "known_to", "meeting_id", "number", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "replaces_id", "sentence", "source_id") VALUES (OLD."basis", OLD."happened_at", OLD."heading_id", OLD."id", OLD."intention", OLD."known_to", OLD."meeting_id", OLD."number", OLD."outcome", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD), OLD."place", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."replaces_id", OLD."sentence", OLD."source_id"); RETURN NULL;',
                hash="88d8597a795cec1b1df17940a070d7e41112078f",
                operation="DELETE",
                pgid="pgtrigger_history_delete_9a5a5",
                table="deliberations_decision",
                when="AFTER",
            ),
        ),
    ),
    (
        "decisionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="7bb82d968ac723f7d73f31938dc3ed358548fe32",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_9dd4b",
                table="deliberations_decisionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="22cf591766493b584502188421034eef8423a2a9",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_a9c36",
                table="deliberations_decisionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="e542680c763e09f3911e4ac93b6485b86c90521d",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_78578",
                table="deliberations_decisionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "authorship",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_contribution r5 WHERE r5.id = NEW."contribution_id")), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="f00d7c4fece89d2873add3113362b9751225c4bc",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_ff757",
                table="deliberations_authorship",
                when="BEFORE",
            ),
        ),
    ),
    (
        "authorship",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="ea3d0c7ec711cab1b0f910fec622f530b38ee668",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_4cf79",
                table="deliberations_authorship",
                when="BEFORE",
            ),
        ),
    ),
    (
        "authorship",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_authorshiphistoryevent" ("contribution_id", "contributor_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contribution_id", NEW."contributor_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contribution r5 WHERE r5.id = NEW."contribution_id"), \'insert\', NULL, NEW."id", NULL); RETURN NULL;',
                hash="80cfd833d7c29d02485669e7dfff6bcba2df3d17",
                operation="INSERT",
                pgid="pgtrigger_history_insert_7618f",
                table="deliberations_authorship",
                when="AFTER",
            ),
        ),
    ),
    (
        "authorship",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_authorshiphistoryevent" ("contribution_id", "contributor_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contribution_id", NEW."contributor_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contribution r5 WHERE r5.id = NEW."contribution_id"), \'update\', NULL, NEW."id", to_jsonb(OLD)); RETURN NULL;',
                hash="c09e6c58d2715a8338cbfaeddee9a28d4498b7cf",
                operation="UPDATE",
                pgid="pgtrigger_history_update_d30cb",
                table="deliberations_authorship",
                when="AFTER",
            ),
        ),
    ),
    (
        "authorship",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_authorshiphistoryevent" ("contribution_id", "contributor_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (OLD."contribution_id", OLD."contributor_id", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contribution r5 WHERE r5.id = OLD."contribution_id"), \'delete\', NULL, OLD."id", to_jsonb(OLD)); RETURN NULL;',
                hash="9b024a2bc87efd437a2dca118c280b2281a0c9d1",
                operation="DELETE",
                pgid="pgtrigger_history_delete_63165",
                table="deliberations_authorship",
                when="AFTER",
            ),
        ),
    ),
    (
        "authorshiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="9949c2a1471a47ab559f1205d563c49d71e673b7",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_35287",
                table="deliberations_authorshiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "authorshiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="3e038c76fcfbd89ef966eb762640bd546ae5b29a",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_8e9ca",
                table="deliberations_authorshiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "authorshiphistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="51a2bf3641eb0215d24a63428809453c6ecccc39",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_5f561",
                table="deliberations_authorshiphistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="bf2bc7686a80f508f0a0a4a84614b4ecc575a720",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_d3858",
                table="deliberations_correction",
                when="AFTER",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="1d65836a913bd0c399492d09b715ecdacf1bc298",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_4e5c6",
                table="deliberations_correction",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="1175efc76842838a35bef5867226045a1f8ab44c",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_fda5c",
                table="deliberations_correction",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="bbe9c2b380a7efddd77b965625f7a161a9ece5c4",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_3da45",
                table="deliberations_correction",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE corrected deliberations_decision%ROWTYPE; correcting deliberations_decision%ROWTYPE;",
                func="PERFORM 1 FROM deliberations_meeting m JOIN deliberations_decision d ON d.meeting_id = m.id WHERE d.id = NEW.decision_id FOR NO KEY UPDATE OF m; PERFORM 1 FROM deliberations_element WHERE id IN ( SELECT element_id FROM deliberations_disposition WHERE decision_id = NEW.decision_id) ORDER BY id FOR NO KEY UPDATE; SELECT * INTO corrected FROM deliberations_decision WHERE id = NEW.decision_id; SELECT * INTO correcting FROM deliberations_decision WHERE id = NEW.by_decision_id; NEW.place := nextval('deliberations_place'); NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF NOT ( NEW.kind = 'clerical' AND correcting.replaces_id = NEW.decision_id AND NEW.meeting_id = corrected.meeting_id OR NEW.kind = 'annulment' AND NEW.meeting_id = corrected.meeting_id OR NEW.kind = 'reconsideration' AND correcting.replaces_id IS NULL AND NEW.meeting_id = correcting.meeting_id AND EXISTS ( SELECT 1 FROM deliberations_disposition p JOIN deliberations_disposition was ON was.id = p.reconsiders_id WHERE p.decision_id = NEW.by_decision_id AND was.decision_id = NEW.decision_id)) IS TRUE THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_correction_names_what_it_corrects', TABLE = TG_TABLE_NAME, MESSAGE = 'a correction names what it corrects'; END IF; IF NEW.kind <> 'annulment' AND correcting.recorded_in IS DISTINCT FROM NEW.recorded_in THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_is_recorded_whole', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision is recorded whole'; END IF; IF NOT deliberations_in_force(NEW.decision_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_correction_is_of_a_decision_in_force', TABLE = TG_TABLE_NAME, MESSAGE = 'a correction is of a decision in force'; END IF; RETURN NEW;",
                hash="846676bc2d6b1a7deba777007d38aca2f1239116",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_5927f",
                table="deliberations_correction",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="moves_the_elements",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (NEW.kind <> 'reconsideration')",
                func="PERFORM deliberations_restand(e.element_id) FROM ( SELECT DISTINCT element_id FROM deliberations_disposition WHERE decision_id IN (NEW.decision_id, NEW.by_decision_id) ORDER BY element_id ) e; RETURN NULL;",
                hash="8973bc52995b5489681d5683e3bdc7610a4a3c12",
                operation="INSERT",
                pgid="pgtrigger_moves_the_elements_29a11",
                table="deliberations_correction",
                when="AFTER",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_correctionhistoryevent" ("by_decision_id", "decision_id", "happened_at", "id", "intention", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (NEW."by_decision_id", NEW."decision_id", NEW."happened_at", NEW."id", NEW."intention", NEW."kind", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id"); RETURN NULL;',
                hash="009e3316ddc21ec1969efbd07c640bf9393ae233",
                operation="INSERT",
                pgid="pgtrigger_history_insert_2cb18",
                table="deliberations_correction",
                when="AFTER",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_correctionhistoryevent" ("by_decision_id", "decision_id", "happened_at", "id", "intention", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (NEW."by_decision_id", NEW."decision_id", NEW."happened_at", NEW."id", NEW."intention", NEW."kind", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD), NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id"); RETURN NULL;',
                hash="25ba38067fb6698b56724ee1a79538f4d0790bf1",
                operation="UPDATE",
                pgid="pgtrigger_history_update_5806b",
                table="deliberations_correction",
                when="AFTER",
            ),
        ),
    ),
    (
        "correction",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_correctionhistoryevent" ("by_decision_id", "decision_id", "happened_at", "id", "intention", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id") VALUES (OLD."by_decision_id", OLD."decision_id", OLD."happened_at", OLD."id", OLD."intention", OLD."kind", OLD."known_to", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD), OLD."place", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id"); RETURN NULL;',
                hash="805200ac9a8eebfef6b87bb97a6031c80123c108",
                operation="DELETE",
                pgid="pgtrigger_history_delete_c224b",
                table="deliberations_correction",
                when="AFTER",
            ),
        ),
    ),
    (
        "correctionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="32f407df8bd1b98d6401b6358f628643bb784e16",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_50bf6",
                table="deliberations_correctionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correctionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="6ffbeb1480bd11f54419725e9b940f5ab4efae0e",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_5e7cc",
                table="deliberations_correctionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "correctionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="4ce0cb7fb092f293df0516456043df2d3439345b",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_f133f",
                table="deliberations_correctionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id")), ((SELECT r5."group_id" FROM deliberations_qualifier r5 WHERE r5.id = NEW."qualifier_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="17ef798d94b68ecf2afea75e359ebe1d831af57c",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_71376",
                table="deliberations_decisionqualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="d8a9159bb4144bbb6de4092179bfe46be3872a84",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_81313",
                table="deliberations_decisionqualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="0d6ec67dcccb17a403043c26fe546312f9d2aff9",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_78161",
                table="deliberations_decisionqualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="recorded_whole",
            sql=deliberations.models.rules.RuleSql(
                func="IF NOT EXISTS ( SELECT 1 FROM deliberations_decision d WHERE d.id = NEW.decision_id AND d.recorded_in = pg_current_xact_id()::text::bigint) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_is_recorded_whole', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision is recorded whole'; END IF; RETURN NEW;",
                hash="1f928e96658c44bf52b70d1b13e6c6caf973da0d",
                operation="INSERT",
                pgid="pgtrigger_recorded_whole_995eb",
                table="deliberations_decisionqualifier",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_decisionqualifierhistoryevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "qualifier_id") VALUES (NEW."decision_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id"), \'insert\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id"), NEW."id", NULL, NEW."position", NEW."qualifier_id"); RETURN NULL;',
                hash="32fbf1ce6bdd70f71b19884c192692913066bf07",
                operation="INSERT",
                pgid="pgtrigger_history_insert_1bcc0",
                table="deliberations_decisionqualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_decisionqualifierhistoryevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "qualifier_id") VALUES (NEW."decision_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id"), \'update\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id"), NEW."id", to_jsonb(OLD), NEW."position", NEW."qualifier_id"); RETURN NULL;',
                hash="3a4ca4b958a4df0891ec3845fb89ae74d7237a2e",
                operation="UPDATE",
                pgid="pgtrigger_history_update_a5dfb",
                table="deliberations_decisionqualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "decisionqualifier",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_decisionqualifierhistoryevent" ("decision_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "qualifier_id") VALUES (OLD."decision_id", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = OLD."decision_id"), \'delete\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = OLD."decision_id"), OLD."id", to_jsonb(OLD), OLD."position", OLD."qualifier_id"); RETURN NULL;',
                hash="68d7333bd00ed1cdaa0bcca716db9b15082f61b7",
                operation="DELETE",
                pgid="pgtrigger_history_delete_aeb2c",
                table="deliberations_decisionqualifier",
                when="AFTER",
            ),
        ),
    ),
    (
        "decisionqualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="c0378aaa9784909a7458ec01ae47a5de9a7856d7",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_33f2a",
                table="deliberations_decisionqualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="fd362527163f5d41aceb27a51386ddc3f027686b",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_06dc2",
                table="deliberations_decisionqualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "decisionqualifierhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="aa0db010c38220ad108350366157d8e8c5fecbf9",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_c23d7",
                table="deliberations_decisionqualifierhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id")), ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="f1445d5e8fba364293d06105472e58c07ed86f4a",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_79047",
                table="deliberations_disposition",
                when="BEFORE",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="e74efffaccbef2a1eef690b5bda0141ec9704a1d",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_e4752",
                table="deliberations_disposition",
                when="BEFORE",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="6b60b02a0a7cf983707647d80f5e8632b5cc2c5f",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_8d558",
                table="deliberations_disposition",
                when="BEFORE",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="disposes_by_the_rules",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE decision deliberations_decision%ROWTYPE; stands record; is_late boolean; current_wording bigint; published timestamptz;",
                func="SELECT * INTO decision FROM deliberations_decision WHERE id = NEW.decision_id; PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE; IF decision.recorded_in <> pg_current_xact_id()::text::bigint THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_decision_is_recorded_whole', TABLE = TG_TABLE_NAME, MESSAGE = 'a decision is recorded whole'; END IF; IF NEW.to_status <> decision.outcome THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_gives_the_outcome_of_its_decision', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition gives the outcome of its decision'; END IF; IF NOT EXISTS (SELECT 1 FROM deliberations_wording WHERE id = NEW.wording_id AND element_id = NEW.element_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_names_a_wording_of_its_own_element', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition names a wording of its own element'; END IF; SELECT * INTO stands FROM deliberations_stands(NEW.element_id, false, NULL); is_late := decision.replaces_id IS NULL AND decision.place < stands.place; IF decision.place <= stands.place THEN SELECT * INTO stands FROM deliberations_stands(NEW.element_id, false, decision.place); END IF; IF is_late OR NEW.from_status IS DISTINCT FROM stands.status THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_starts_where_the_element_stands', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition starts where the element stands'; END IF; IF (NEW.from_status, NEW.to_status) NOT IN (('agreed', 'agreed'), ('agreed', 'deferred'), ('agreed', 'not-discussed'), ('agreed', 'rejected'), ('deferred', 'agreed'), ('deferred', 'deferred'), ('deferred', 'not-discussed'), ('deferred', 'rejected'), ('not-discussed', 'agreed'), ('not-discussed', 'deferred'), ('not-discussed', 'not-discussed'), ('not-discussed', 'rejected'), ('proposed', 'agreed'), ('proposed', 'deferred'), ('proposed', 'not-discussed'), ('proposed', 'rejected'), ('rejected', 'agreed'), ('rejected', 'deferred'), ('rejected', 'not-discussed'), ('rejected', 'rejected')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'only_allowed_transitions', TABLE = TG_TABLE_NAME, MESSAGE = 'only allowed transitions'; END IF; IF NEW.reconsiders_id IS DISTINCT FROM stands.disposition_id THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_change_of_a_decided_element_says_what_it_reconsiders', TABLE = TG_TABLE_NAME, MESSAGE = 'a change of a decided element says what it reconsiders'; END IF; SELECT published_at INTO published FROM deliberations_meeting WHERE id = decision.meeting_id; IF published IS NOT NULL AND deliberations_hides( NEW.element_id, decision.place, decision.meeting_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'what_is_public_builds_on_what_is_public', TABLE = TG_TABLE_NAME, MESSAGE = 'what is public builds on what is public'; END IF; IF decision.replaces_id IS NULL THEN SELECT w.id INTO current_wording FROM deliberations_wording w WHERE w.element_id = NEW.element_id AND deliberations_counts(w.id, w.decision_id) ORDER BY w.number DESC LIMIT 1; IF NEW.wording_id <> current_wording THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_disposition_names_the_current_wording', TABLE = TG_TABLE_NAME, MESSAGE = 'a disposition names the current wording'; END IF; IF EXISTS ( SELECT 1 FROM deliberations_disposition p JOIN deliberations_decision d ON d.id = p.decision_id JOIN deliberations_meeting later ON later.id = d.meeting_id JOIN deliberations_meeting mine ON mine.id = decision.meeting_id WHERE p.id = NEW.reconsiders_id AND later.number > mine.number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_is_not_decided_before_its_last_decision', TABLE = TG_TABLE_NAME, MESSAGE = 'an element is not decided before its last decision'; END IF; END IF; RETURN NEW;",
                hash="75b42986027481099340bbe00e5122d72cbe86d0",
                operation="INSERT",
                pgid="pgtrigger_disposes_by_the_rules_73ac7",
                table="deliberations_disposition",
                when="BEFORE",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="moves_the_element",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_disposed(NEW); RETURN NULL;",
                hash="b9a1fcdebc1f40b00b80c5e888630a7656801bb7",
                operation="INSERT",
                pgid="pgtrigger_moves_the_element_73d56",
                table="deliberations_disposition",
                when="AFTER",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="reconsideration_is_stated",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (NEW.reconsiders_id IS NOT NULL)",
                constraint="CONSTRAINT",
                func="IF NOT EXISTS ( SELECT 1 FROM deliberations_correction c JOIN deliberations_disposition p ON p.decision_id = c.decision_id WHERE c.kind = 'reconsideration' AND p.id = NEW.reconsiders_id AND c.by_decision_id = NEW.decision_id) AND NOT EXISTS (SELECT 1 FROM deliberations_decision d WHERE d.id = NEW.decision_id AND d.replaces_id IS NOT NULL) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_reconsideration_has_its_correction', TABLE = TG_TABLE_NAME, MESSAGE = 'a reconsideration has its correction'; END IF; RETURN NULL;",
                hash="06f7244ab51bc900302de4eac3664f141cad9ca2",
                operation="INSERT",
                pgid="pgtrigger_reconsideration_is_stated_d118b",
                table="deliberations_disposition",
                timing="DEFERRABLE INITIALLY DEFERRED",
                when="AFTER",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_dispositionhistoryevent" ("decision_id", "element_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "reconsiders_id", "to_status", "wording_id") VALUES (NEW."decision_id", NEW."element_id", NEW."from_status", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id"), \'insert\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id"), NEW."id", NULL, NEW."position", NEW."reconsiders_id", NEW."to_status", NEW."wording_id"); RETURN NULL;',
                hash="b533ca55d84470e210c57505b2fcad51fc6a63bf",
                operation="INSERT",
                pgid="pgtrigger_history_insert_d03ee",
                table="deliberations_disposition",
                when="AFTER",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_dispositionhistoryevent" ("decision_id", "element_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "reconsiders_id", "to_status", "wording_id") VALUES (NEW."decision_id", NEW."element_id", NEW."from_status", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id"), \'update\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id"), NEW."id", to_jsonb(OLD), NEW."position", NEW."reconsiders_id", NEW."to_status", NEW."wording_id"); RETURN NULL;',
                hash="16df030fd7b024d313a84c03fe1833bfd86dfab2",
                operation="UPDATE",
                pgid="pgtrigger_history_update_5b96d",
                table="deliberations_disposition",
                when="AFTER",
            ),
        ),
    ),
    (
        "disposition",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_dispositionhistoryevent" ("decision_id", "element_id", "from_status", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "position", "reconsiders_id", "to_status", "wording_id") VALUES (OLD."decision_id", OLD."element_id", OLD."from_status", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = OLD."decision_id"), \'delete\', (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = OLD."decision_id"), OLD."id", to_jsonb(OLD), OLD."position", OLD."reconsiders_id", OLD."to_status", OLD."wording_id"); RETURN NULL;',
                hash="de0c0cd843ac22dc2340f47b341809a54ed851db",
                operation="DELETE",
                pgid="pgtrigger_history_delete_abe90",
                table="deliberations_disposition",
                when="AFTER",
            ),
        ),
    ),
    (
        "dispositionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="9d3e85005dfe926000b03e8c30101a2cb3883e86",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_aa998",
                table="deliberations_dispositionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "dispositionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="28c5b46d2e4bfb2394fcc99f83caff119b8510e8",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_95edd",
                table="deliberations_dispositionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "dispositionhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="a2782bdf02ae64e73627d1f4174134e02d77745d",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_93468",
                table="deliberations_dispositionhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_element r5 WHERE r5.id = it.\"element_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\", (SELECT r7.\"meeting_id\" FROM deliberations_element r7 WHERE r7.id = it.\"element_id\")) AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="48d7142a5e65f92d7dc048824afc8bc3fddf76ad",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_18b0c",
                table="deliberations_proposal",
                when="AFTER",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id")), ((SELECT r5."group_id" FROM deliberations_contribution r5 WHERE r5.id = NEW."contribution_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="1057fb315ee1d5f0f483b0ddd6d696503db3b89a",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_8c1e7",
                table="deliberations_proposal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="0c835c93f5cb0e0ee3ad6e04d2baf9a203c93f55",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_d26fe",
                table="deliberations_proposal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="c62bb75cf289087f0eacf0d424b8affffd5dcf44",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_cabdd",
                table="deliberations_proposal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE stands text;",
                func="PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; PERFORM 1 FROM deliberations_element WHERE id = NEW.element_id FOR NO KEY UPDATE; SELECT status INTO stands FROM deliberations_stands(NEW.element_id, false, NULL); NEW.place := nextval('deliberations_place'); NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF (stands = 'withdrawn') <> (NEW.withdrawal_id IS NOT NULL) OR NEW.withdrawal_id IS DISTINCT FROM COALESCE(( SELECT max(id) FROM deliberations_withdrawal WHERE element_id = NEW.element_id AND stands = 'withdrawn'), NULL) OR stands = 'withdrawn' AND (stands, 'proposed') NOT IN (('withdrawn', 'proposed')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_proposal_again_follows_a_withdrawal', TABLE = TG_TABLE_NAME, MESSAGE = 'a proposal again follows a withdrawal'; END IF; RETURN NEW;",
                hash="c692899f1995f8222b29c55cf58426ef6b464a76",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_2a673",
                table="deliberations_proposal",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="moves_the_element",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_restand(NEW.element_id); RETURN NULL;",
                hash="6b4a77e288088b051b9e732e86a29be1d88d7269",
                operation="INSERT",
                pgid="pgtrigger_moves_the_element_1b750",
                table="deliberations_proposal",
                when="AFTER",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_proposalhistoryevent" ("contribution_id", "contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "withdrawal_id") VALUES (NEW."contribution_id", NEW."contributor_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'insert\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", NULL, NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."withdrawal_id"); RETURN NULL;',
                hash="9ea9371a9d5013e05da4817163ed445a256f8f1a",
                operation="INSERT",
                pgid="pgtrigger_history_insert_abe8c",
                table="deliberations_proposal",
                when="AFTER",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_proposalhistoryevent" ("contribution_id", "contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "withdrawal_id") VALUES (NEW."contribution_id", NEW."contributor_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NEW."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'update\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", to_jsonb(OLD), NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."withdrawal_id"); RETURN NULL;',
                hash="ae352d39dd502aa4aa3bf377c82b8217d996e1b0",
                operation="UPDATE",
                pgid="pgtrigger_history_update_f5130",
                table="deliberations_proposal",
                when="AFTER",
            ),
        ),
    ),
    (
        "proposal",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_proposalhistoryevent" ("contribution_id", "contributor_id", "element_id", "happened_at", "id", "known_to", "meeting_id", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "withdrawal_id") VALUES (OLD."contribution_id", OLD."contributor_id", OLD."element_id", OLD."happened_at", OLD."id", OLD."known_to", OLD."meeting_id", OLD."note", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = OLD."element_id"), \'delete\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (OLD."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), OLD."id", to_jsonb(OLD), OLD."place", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id", OLD."withdrawal_id"); RETURN NULL;',
                hash="a139225fc943bc68f16a60df4c1581c229edf3c1",
                operation="DELETE",
                pgid="pgtrigger_history_delete_07a91",
                table="deliberations_proposal",
                when="AFTER",
            ),
        ),
    ),
    (
        "proposalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="25643786a083bac34726f6c233d99a765a05b846",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_fd38f",
                table="deliberations_proposalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="165c1bf9e1eb69cec8099a30a2285514e2eaf8d2",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_a8d3f",
                table="deliberations_proposalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "proposalhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="2f49a8a13ae7f0a953c37dc09c7ba30f40c9c9b2",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_3b0c3",
                table="deliberations_proposalhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func='IF TG_OP = \'DELETE\' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify(\'record\', concat_ws(\' \', (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = it."contributor_id"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = it."element_id"), (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = it."decision_id")) AND m.published_at IS NULL) THEN \'secretariat\' ELSE \'public\' END, pg_current_xact_id())); RETURN NULL;',
                hash="9c7a50568cc1c5dad26944399059f5b1c2e1c61c",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_65afe",
                table="deliberations_statement",
                when="AFTER",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id")), ((SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id")), ((SELECT (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = r14."meeting_id") FROM deliberations_decision r14 WHERE r14.id = NEW."decision_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="8bc1258f0fd1383fdcb0e86dc977a9de22c630d9",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_7b59e",
                table="deliberations_statement",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="a57e9f225b7cd76163bc5891ec025f58adf8d0d6",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_c2b95",
                table="deliberations_statement",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="0c2c1b2a6827c9724e6ae679a4f0dddf65a6cdeb",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_41f5d",
                table="deliberations_statement",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                func="NEW.place := nextval('deliberations_place'); NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; RETURN NEW;",
                hash="5db7d52532dd2bcdd3ed61846ebaa0d457aba2be",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_cce27",
                table="deliberations_statement",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_statementhistoryevent" ("contributor_id", "decision_id", "element_id", "happened_at", "id", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (NEW."contributor_id", NEW."decision_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."kind", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id"), \'insert\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", NULL, NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."text"); RETURN NULL;',
                hash="8dbd886882647526f2ec76e751f3c39fb381b876",
                operation="INSERT",
                pgid="pgtrigger_history_insert_7496c",
                table="deliberations_statement",
                when="AFTER",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_statementhistoryevent" ("contributor_id", "decision_id", "element_id", "happened_at", "id", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (NEW."contributor_id", NEW."decision_id", NEW."element_id", NEW."happened_at", NEW."id", NEW."kind", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id"), \'update\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = NEW."element_id"), (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = NEW."decision_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", to_jsonb(OLD), NEW."place", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."text"); RETURN NULL;',
                hash="280232cbfb17def975cd8e061fe9252be7d4f396",
                operation="UPDATE",
                pgid="pgtrigger_history_update_28c7a",
                table="deliberations_statement",
                when="AFTER",
            ),
        ),
    ),
    (
        "statement",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_statementhistoryevent" ("contributor_id", "decision_id", "element_id", "happened_at", "id", "kind", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "text") VALUES (OLD."contributor_id", OLD."decision_id", OLD."element_id", OLD."happened_at", OLD."id", OLD."kind", OLD."known_to", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = OLD."contributor_id"), \'delete\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (OLD."meeting_id", (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = OLD."element_id"), (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = OLD."decision_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), OLD."id", to_jsonb(OLD), OLD."place", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id", OLD."text"); RETURN NULL;',
                hash="e93194f86bb1f90d24e0197027a5ccdc89b3c2d4",
                operation="DELETE",
                pgid="pgtrigger_history_delete_18e17",
                table="deliberations_statement",
                when="AFTER",
            ),
        ),
    ),
    (
        "statementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="477e424eb77546c4a7f1baa457aaa410354abfc1",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_b886c",
                table="deliberations_statementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="808a096d8a7a1f84b6851c4c445f2b450d7a1baf",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_edc13",
                table="deliberations_statementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "statementhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="d671199347171df4a4fea86a6aeb5f51ca28f3e1",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_6f75c",
                table="deliberations_statementhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func='IF TG_OP = \'DELETE\' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify(\'record\', concat_ws(\' \', (SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = it."statement_id"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it."meeting_id", (SELECT r7."meeting_id" FROM deliberations_statement r7 WHERE r7.id = it."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = r16."element_id") FROM deliberations_statement r16 WHERE r16.id = it."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = r17."decision_id") FROM deliberations_statement r17 WHERE r17.id = it."statement_id")) AND m.published_at IS NULL) THEN \'secretariat\' ELSE \'public\' END, pg_current_xact_id())); RETURN NULL;',
                hash="5737b99b36d06d4e6fe43afaca5dbcbefb670b6d",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_40c06",
                table="deliberations_lift",
                when="AFTER",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = NEW."statement_id")), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="135a69eea3039d77ad00f754de8b686bace6c664",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_0c050",
                table="deliberations_lift",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="f66066725e09787564d3275ed585ade96b1546f1",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_06aa2",
                table="deliberations_lift",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="fe486a0d05ac1159c1d83cafc93864b9c248029c",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_dea33",
                table="deliberations_lift",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="enters_the_record",
            sql=deliberations.models.rules.RuleSql(
                func="NEW.place := nextval('deliberations_place'); NEW.recorded_at := clock_timestamp(); NEW.recorded_in := pg_current_xact_id()::text::bigint; IF NOT EXISTS (SELECT 1 FROM deliberations_statement WHERE id = NEW.statement_id AND kind IN ('reservation', 'objection')) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'only_a_reservation_or_an_objection_is_lifted', TABLE = TG_TABLE_NAME, MESSAGE = 'only a reservation or an objection is lifted'; END IF; RETURN NEW;",
                hash="879e587408a2460a47cbfc6cef06956e4531b84a",
                operation="INSERT",
                pgid="pgtrigger_enters_the_record_ad081",
                table="deliberations_lift",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_lifthistoryevent" ("happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "statement_id") VALUES (NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = NEW."statement_id"), \'insert\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_statement r7 WHERE r7.id = NEW."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = r16."element_id") FROM deliberations_statement r16 WHERE r16.id = NEW."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = r17."decision_id") FROM deliberations_statement r17 WHERE r17.id = NEW."statement_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", NULL, NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."statement_id"); RETURN NULL;',
                hash="3dc3f7c4241320bcc3f8bab4ca0015a7d3f22883",
                operation="INSERT",
                pgid="pgtrigger_history_insert_56fd9",
                table="deliberations_lift",
                when="AFTER",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_lifthistoryevent" ("happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "statement_id") VALUES (NEW."happened_at", NEW."id", NEW."known_to", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = NEW."statement_id"), \'update\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (NEW."meeting_id", (SELECT r7."meeting_id" FROM deliberations_statement r7 WHERE r7.id = NEW."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = r16."element_id") FROM deliberations_statement r16 WHERE r16.id = NEW."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = r17."decision_id") FROM deliberations_statement r17 WHERE r17.id = NEW."statement_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), NEW."id", to_jsonb(OLD), NEW."place", NEW."reason", NEW."recorded_at", NEW."recorded_by_id", NEW."recorded_in", NEW."source_id", NEW."statement_id"); RETURN NULL;',
                hash="2ce1c240c06364d7b26485eadb4412218417bb7e",
                operation="UPDATE",
                pgid="pgtrigger_history_update_26b4f",
                table="deliberations_lift",
                when="AFTER",
            ),
        ),
    ),
    (
        "lift",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_lifthistoryevent" ("happened_at", "id", "known_to", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "reason", "recorded_at", "recorded_by_id", "recorded_in", "source_id", "statement_id") VALUES (OLD."happened_at", OLD."id", OLD."known_to", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT (SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = r18."contributor_id") FROM deliberations_statement r18 WHERE r18.id = OLD."statement_id"), \'delete\', (SELECT m.id FROM deliberations_meeting m WHERE m.id IN (OLD."meeting_id", (SELECT r7."meeting_id" FROM deliberations_statement r7 WHERE r7.id = OLD."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_element r7 WHERE r7.id = r16."element_id") FROM deliberations_statement r16 WHERE r16.id = OLD."statement_id"), (SELECT (SELECT r7."meeting_id" FROM deliberations_decision r7 WHERE r7.id = r17."decision_id") FROM deliberations_statement r17 WHERE r17.id = OLD."statement_id")) ORDER BY m.published_at IS NOT NULL, m.number DESC LIMIT 1), OLD."id", to_jsonb(OLD), OLD."place", OLD."reason", OLD."recorded_at", OLD."recorded_by_id", OLD."recorded_in", OLD."source_id", OLD."statement_id"); RETURN NULL;',
                hash="6b2882bac70903ad487d8af83f28488c837879d9",
                operation="DELETE",
                pgid="pgtrigger_history_delete_6854d",
                table="deliberations_lift",
                when="AFTER",
            ),
        ),
    ),
    (
        "lifthistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="e10f10e677662a67bf5a697481d0f3c26d3e360d",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_aad09",
                table="deliberations_lifthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lifthistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="0913e2ab15ad854720a12c6a22bd9e8a9ff42936",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_f89a5",
                table="deliberations_lifthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lifthistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="90df2728618154ff546dbb736fab3e409be88394",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_a402c",
                table="deliberations_lifthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="cf627e2774966fed1c59a453dd6639dc724f5229",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_09bcf",
                table="deliberations_standing",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="never_deleted",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it';",
                hash="0acb44a755b0a68a525e54e7a69a594b3f61f519",
                operation="DELETE",
                pgid="pgtrigger_never_deleted_74090",
                table="deliberations_standing",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="follows_from_the_acts",
            sql=deliberations.models.rules.RuleSql(
                func="IF NOT EXISTS ( SELECT 1 FROM deliberations_stands(NEW.element_id, NEW.public, NULL) s WHERE (s.status, s.wording_id, s.place) = (NEW.status, NEW.wording_id, NEW.place) AND s.disposition_id IS NOT DISTINCT FROM NEW.disposition_id) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it'; END IF; RETURN NEW;",
                hash="807f4fb403bb36d2bb2b7fbc50175e3fde058bbd",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_follows_from_the_acts_633ee",
                table="deliberations_standing",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_standinghistoryevent" ("disposition_id", "element_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "public", "status", "wording_id") VALUES (NEW."disposition_id", NEW."element_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'insert\', NULL, NEW."id", NULL, NEW."place", NEW."public", NEW."status", NEW."wording_id"); RETURN NULL;',
                hash="b2422cf6d4e4d85efc3b27ed3a846c755126878e",
                operation="INSERT",
                pgid="pgtrigger_history_insert_94fcd",
                table="deliberations_standing",
                when="AFTER",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_standinghistoryevent" ("disposition_id", "element_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "public", "status", "wording_id") VALUES (NEW."disposition_id", NEW."element_id", NEW."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = NEW."element_id"), \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."place", NEW."public", NEW."status", NEW."wording_id"); RETURN NULL;',
                hash="021c17d9889ae70406c47cb387a958cef31ff25e",
                operation="UPDATE",
                pgid="pgtrigger_history_update_2cfaf",
                table="deliberations_standing",
                when="AFTER",
            ),
        ),
    ),
    (
        "standing",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_standinghistoryevent" ("disposition_id", "element_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "place", "public", "status", "wording_id") VALUES (OLD."disposition_id", OLD."element_id", OLD."id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_element r5 WHERE r5.id = OLD."element_id"), \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."place", OLD."public", OLD."status", OLD."wording_id"); RETURN NULL;',
                hash="a20565d861346206cad143b444c8acf93a15460a",
                operation="DELETE",
                pgid="pgtrigger_history_delete_2614d",
                table="deliberations_standing",
                when="AFTER",
            ),
        ),
    ),
    (
        "standinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="38cc5c3d76aa876a514f2dfe6aa922c97334b116",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_81fff",
                table="deliberations_standinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="142617085bebd0b9191ffaf0297ab034cf80a462",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_ef2de",
                table="deliberations_standinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "standinghistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="2e3bd196b9af9e0df5806373332ecb538e7a8061",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_54cb8",
                table="deliberations_standinghistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="ca22ccab7c8d21b29adc7ee8edd49addd3bcb094",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_ab27d",
                table="deliberations_attendance",
                when="AFTER",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_contributor r5 WHERE r5.id = NEW."contributor_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="9f1aaa92af0a64fcc15e0a06c373c6ed4a7bda25",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_ebf5e",
                table="deliberations_attendance",
                when="BEFORE",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="7b10c05d3bd5b41811fa71328e0798862c85d3d2",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_017fb",
                table="deliberations_attendance",
                when="BEFORE",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contributor_id", NEW."id", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL); RETURN NULL;',
                hash="51fb8966c0ad11e67d34bdfc9b41b3eb30704834",
                operation="INSERT",
                pgid="pgtrigger_history_insert_6411c",
                table="deliberations_attendance",
                when="AFTER",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."contributor_id", NEW."id", NEW."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD)); RETURN NULL;',
                hash="ce166ff35854487f1c67f53300b0b3a6e2f2a949",
                operation="UPDATE",
                pgid="pgtrigger_history_update_bd0b4",
                table="deliberations_attendance",
                when="AFTER",
            ),
        ),
    ),
    (
        "attendance",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_attendancehistoryevent" ("contributor_id", "id", "meeting_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (OLD."contributor_id", OLD."id", OLD."meeting_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD)); RETURN NULL;',
                hash="d0c980ac6d8dc26e88cc47dc5889b6a0ea3b3a0e",
                operation="DELETE",
                pgid="pgtrigger_history_delete_8ea62",
                table="deliberations_attendance",
                when="AFTER",
            ),
        ),
    ),
    (
        "attendancehistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="3dabdba441d6c0eca3fae30690d2050e8305e610",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_ad13c",
                table="deliberations_attendancehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "attendancehistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="e339ddcc4be1c9f55061e63121c1c184da6e1c4c",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_8ad60",
                table="deliberations_attendancehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "attendancehistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="9c1466ac07483375440f718d29aae57bb954be83",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_2d5c9",
                table="deliberations_attendancehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', (SELECT r5.\"group_id\" FROM deliberations_meeting r5 WHERE r5.id = it.\"meeting_id\"), 'secretariat', pg_current_xact_id())); RETURN NULL;",
                hash="1d524b878b20182c04ec6220d890d0317d3c8b24",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_e7fae",
                table="deliberations_draft",
                when="AFTER",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="5ed4327b4874b5ff7d7fc52fc357112ae32589cf",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_e4eb2",
                table="deliberations_draft",
                when="BEFORE",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="52fd9051ed97632cdf7109713da8102c7a9b49c2",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_d5ebf",
                table="deliberations_draft",
                when="BEFORE",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."id", NEW."intention", NEW."keeper_id", NEW."kept_since", NEW."meeting_id", NEW."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'insert\', NEW."meeting_id", NEW."id", NULL); RETURN NULL;',
                hash="70362f78b6694c680ceffe17b745ab61ba24985d",
                operation="INSERT",
                pgid="pgtrigger_history_insert_c202c",
                table="deliberations_draft",
                when="AFTER",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intention" IS DISTINCT FROM (NEW."intention") OR OLD."keeper_id" IS DISTINCT FROM (NEW."keeper_id") OR OLD."kept_since" IS DISTINCT FROM (NEW."kept_since") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."on_screen" IS DISTINCT FROM (NEW."on_screen"))',
                func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (NEW."id", NEW."intention", NEW."keeper_id", NEW."kept_since", NEW."meeting_id", NEW."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id"), \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'content\' - \'version\' - \'saved_at\'); RETURN NULL;',
                hash="4d2c512fbf8fa40f0eefcd3977ea5272d2c0321a",
                operation="UPDATE",
                pgid="pgtrigger_history_update_4a70c",
                table="deliberations_draft",
                when="AFTER",
            ),
        ),
    ),
    (
        "draft",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_drafthistoryevent" ("id", "intention", "keeper_id", "kept_since", "meeting_id", "on_screen", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old") VALUES (OLD."id", OLD."intention", OLD."keeper_id", OLD."kept_since", OLD."meeting_id", OLD."on_screen", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), (SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = OLD."meeting_id"), \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'content\' - \'version\' - \'saved_at\'); RETURN NULL;',
                hash="0236c2e552df099859903932b76a6d1bcba3159a",
                operation="DELETE",
                pgid="pgtrigger_history_delete_05613",
                table="deliberations_draft",
                when="AFTER",
            ),
        ),
    ),
    (
        "drafthistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="c1969b0052f33fcf5e4b253903575b17660aa979",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_853d1",
                table="deliberations_drafthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "drafthistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="a1abac74321b24513f3a123665db0b2598202933",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_512ff",
                table="deliberations_drafthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "drafthistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="163665f2160fbc6f337bce151b4f44edea2ec00f",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_a834f",
                table="deliberations_drafthistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "stay",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="919084954ef50088a5cf8aaf2593b18ecd16d721",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b0e5e",
                table="deliberations_stay",
                when="BEFORE",
            ),
        ),
    ),
    (
        "stay",
        pgtrigger.compiler.Trigger(
            name="follows_from_the_acts",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it';",
                hash="044b205628efc86db9b8956d6d06e38f62217748",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_follows_from_the_acts_a77b5",
                table="deliberations_stay",
                when="BEFORE",
            ),
        ),
    ),
    (
        "stay",
        pgtrigger.compiler.Trigger(
            name="is_counted",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k; RETURN NULL;",
                hash="9d722b1c49a8fea678b68e22bd7ed2358aa8aa97",
                level="STATEMENT",
                operation="INSERT",
                pgid="pgtrigger_is_counted_ea654",
                referencing="REFERENCING NEW TABLE AS come ",
                table="deliberations_stay",
                when="AFTER",
            ),
        ),
    ),
    (
        "stay",
        pgtrigger.compiler.Trigger(
            name="is_counted_no_longer",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k; RETURN NULL;",
                hash="3da033f90f841888edb8e8072c3ab297bf5e028f",
                level="STATEMENT",
                operation="DELETE",
                pgid="pgtrigger_is_counted_no_longer_93285",
                referencing="REFERENCING OLD TABLE AS gone ",
                table="deliberations_stay",
                when="AFTER",
            ),
        ),
    ),
    (
        "stay",
        pgtrigger.compiler.Trigger(
            name="is_counted_anew",
            sql=deliberations.models.rules.RuleSql(
                func="PERFORM deliberations_count_less(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM gone k; PERFORM deliberations_count_more(array_agg(ROW(k.id, k.element_id, k.public, k.status, k.wording_id, k.disposition_id, k.at_from, k.at_to, k.known_from, k.known_to)::deliberations_stay)) FROM come k; RETURN NULL;",
                hash="0cd3584289c5339f27307d57ad73510af3470cab",
                level="STATEMENT",
                operation="UPDATE",
                pgid="pgtrigger_is_counted_anew_bb73a",
                referencing="REFERENCING OLD TABLE AS gone  NEW TABLE AS come ",
                table="deliberations_stay",
                when="AFTER",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                hash="057dde288e12e1fe94633e62ef6f21908afdfce2",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_a1559",
                table="deliberations_import",
                when="AFTER",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_source r5 WHERE r5.id = NEW."source_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="be70da4736982bda20c383cea40d35f6d24f7427",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_643fa",
                table="deliberations_import",
                when="BEFORE",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="83cd38e9d8b3985c46cc420bb3b3d2546765c30c",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_7039e",
                table="deliberations_import",
                when="BEFORE",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="e6d03d3a22a57185198972ab3c19f72e4db9bdff",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b1d63",
                table="deliberations_import",
                when="BEFORE",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (NEW."brought_at", NEW."brought_by_id", NEW."group_id", NEW."id", NEW."kind", NEW."meeting_id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."remarks", NEW."set_aside", NEW."sha256", NEW."source_id"); RETURN NULL;',
                hash="bea6fdb1b2ce4ba7f95de214414ed0278d4caf19",
                operation="INSERT",
                pgid="pgtrigger_history_insert_97c70",
                table="deliberations_import",
                when="AFTER",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."brought_at" IS DISTINCT FROM (NEW."brought_at") OR OLD."brought_by_id" IS DISTINCT FROM (NEW."brought_by_id") OR OLD."group_id" IS DISTINCT FROM (NEW."group_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."meeting_id" IS DISTINCT FROM (NEW."meeting_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."remarks" IS DISTINCT FROM (NEW."remarks") OR OLD."set_aside" IS DISTINCT FROM (NEW."set_aside") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id"))',
                func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (NEW."brought_at", NEW."brought_by_id", NEW."group_id", NEW."id", NEW."kind", NEW."meeting_id", NEW."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'content\' - \'text\' - \'passages\', NEW."remarks", NEW."set_aside", NEW."sha256", NEW."source_id"); RETURN NULL;',
                hash="3a6475a144ff0b9432e7798ef38fc468b057078e",
                operation="UPDATE",
                pgid="pgtrigger_history_update_29702",
                table="deliberations_import",
                when="AFTER",
            ),
        ),
    ),
    (
        "import",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_importhistoryevent" ("brought_at", "brought_by_id", "group_id", "id", "kind", "meeting_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "remarks", "set_aside", "sha256", "source_id") VALUES (OLD."brought_at", OLD."brought_by_id", OLD."group_id", OLD."id", OLD."kind", OLD."meeting_id", OLD."name", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'content\' - \'text\' - \'passages\', OLD."remarks", OLD."set_aside", OLD."sha256", OLD."source_id"); RETURN NULL;',
                hash="d04a45e7bcbbbe67bad7c68754063684b40fa7d7",
                operation="DELETE",
                pgid="pgtrigger_history_delete_9db71",
                table="deliberations_import",
                when="AFTER",
            ),
        ),
    ),
    (
        "importhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="44fe6000d7f56cff7edf5207edf92c0789e186b0",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_8fbb9",
                table="deliberations_importhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "importhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="2ed5fb614412f895a27926baafae2aebbaf96f20",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_e464c",
                table="deliberations_importhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "importhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="01702a732627e9afd16ab87c4b0d46d1011e5a67",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_f81bf",
                table="deliberations_importhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", CASE WHEN EXISTS (SELECT FROM deliberations_meeting m WHERE m.id IN (it.\"meeting_id\") AND m.published_at IS NULL) THEN 'secretariat' ELSE 'public' END, pg_current_xact_id())); RETURN NULL;",
                hash="34db8e8a2f2d2bd279ab18f2a5604844e0b145c3",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_c9a0f",
                table="deliberations_issue",
                when="AFTER",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="of_one_group",
            sql=deliberations.models.rules.RuleSql(
                func='IF (SELECT count(DISTINCT v) FROM (VALUES (NEW."group_id"), ((SELECT r5."group_id" FROM deliberations_meeting r5 WHERE r5.id = NEW."meeting_id")), ((SELECT r5."group_id" FROM deliberations_document r5 WHERE r5.id = NEW."document_id")), ((SELECT r5."group_id" FROM deliberations_style r5 WHERE r5.id = NEW."style_id"))) AS of_group(v)) > 1 THEN RAISE EXCEPTION USING ERRCODE = \'check_violation\', CONSTRAINT = \'all_of_one_group\', TABLE = TG_TABLE_NAME, MESSAGE = \'all of one group\'; END IF; RETURN NEW;',
                hash="f90e4d100d4850f5b56bbed7e3f24e5175b1d915",
                operation="INSERT OR UPDATE",
                pgid="pgtrigger_of_one_group_ec38b",
                table="deliberations_issue",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="ca62ac4b9f89d9c8c18aaeb45441b3577dd97c47",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_6e5fd",
                table="deliberations_issue",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="920536a25cac3f19d8f822c49bcf135491df375f",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b39a0",
                table="deliberations_issue",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="is_issued",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE next_number integer;",
                func="PERFORM 1 FROM deliberations_workinggroup WHERE id = NEW.group_id FOR NO KEY UPDATE; PERFORM 1 FROM deliberations_meeting WHERE id = NEW.meeting_id FOR SHARE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_issue WHERE group_id = NEW.group_id; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; NEW.recorded_at := clock_timestamp(); NEW.sha256 := encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex'); NEW.docx_sha256 := encode(sha256(NEW.docx), 'hex'); NEW.pdf_sha256 := encode(sha256(NEW.pdf), 'hex'); RETURN NEW;",
                hash="828c407f861ca61562bae07a679a601ab63f9c18",
                operation="INSERT",
                pgid="pgtrigger_is_issued_b1afe",
                table="deliberations_issue",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NEW."meeting_id", NEW."id", NULL, NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."style_id", NEW."title"); RETURN NULL;',
                hash="a0a92e79bb8655c9771382e85f6cc4ea8a0e12fa",
                operation="INSERT",
                pgid="pgtrigger_history_insert_9ee7a",
                table="deliberations_issue",
                when="AFTER",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (NEW."dated", NEW."document_id", NEW."docx_sha256", NEW."group_id", NEW."id", NEW."intention", NEW."language", NEW."meeting_id", NEW."number", NEW."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NEW."meeting_id", NEW."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', NEW."recorded_at", NEW."recorded_by_id", NEW."sha256", NEW."style_id", NEW."title"); RETURN NULL;',
                hash="7b38ad21ac17e84be90ef65e8561939e4bf38045",
                operation="UPDATE",
                pgid="pgtrigger_history_update_62b6f",
                table="deliberations_issue",
                when="AFTER",
            ),
        ),
    ),
    (
        "issue",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_issuehistoryevent" ("dated", "document_id", "docx_sha256", "group_id", "id", "intention", "language", "meeting_id", "number", "pdf_sha256", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "recorded_at", "recorded_by_id", "sha256", "style_id", "title") VALUES (OLD."dated", OLD."document_id", OLD."docx_sha256", OLD."group_id", OLD."id", OLD."intention", OLD."language", OLD."meeting_id", OLD."number", OLD."pdf_sha256", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', OLD."meeting_id", OLD."id", to_jsonb(OLD) - \'parts\' - \'text\' - \'docx\' - \'pdf\', OLD."recorded_at", OLD."recorded_by_id", OLD."sha256", OLD."style_id", OLD."title"); RETURN NULL;',
                hash="273c3ab20350f0cab6155d45de578996fc578111",
                operation="DELETE",
                pgid="pgtrigger_history_delete_62167",
                table="deliberations_issue",
                when="AFTER",
            ),
        ),
    ),
    (
        "issuehistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="5e746b8471bdaee0e949d25784f717a9a0ee69ae",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_a1d7f",
                table="deliberations_issuehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issuehistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="468f8ce05a72bd118adf439dbcb0afaeeda8ffad",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_9f870",
                table="deliberations_issuehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "issuehistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="9030b3b71c95bb93f3085a8c631fd885ec61c4e0",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_72e9b",
                table="deliberations_issuehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                hash="fa48f750cdb1552735f51ba99717867e835e114e",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_b49ca",
                table="deliberations_look",
                when="AFTER",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="stays_in_its_group",
            sql=deliberations.models.rules.RuleSql(
                condition='WHEN (OLD."group_id" IS DISTINCT FROM (NEW."group_id"))',
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'all_of_one_group', TABLE = TG_TABLE_NAME, MESSAGE = 'all of one group';",
                hash="d47719a8470ce1ea5998b6d01491a3d6c7011dbe",
                operation="UPDATE",
                pgid="pgtrigger_stays_in_its_group_3f38a",
                table="deliberations_look",
                when="BEFORE",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="ae3bbd499a066163de55c993e78a73166f1b5035",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_e9bcd",
                table="deliberations_look",
                when="BEFORE",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (NEW."finding", NEW."group_id", NEW."id", NEW."looked_at", NEW."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."reason"); RETURN NULL;',
                hash="32752759ab0691dc8b710dde9c3c3d8c725b0c41",
                operation="INSERT",
                pgid="pgtrigger_history_insert_b8a69",
                table="deliberations_look",
                when="AFTER",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (NEW."finding", NEW."group_id", NEW."id", NEW."looked_at", NEW."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD), NEW."reason"); RETURN NULL;',
                hash="93f40600a526cbb457538632128830eac001501b",
                operation="UPDATE",
                pgid="pgtrigger_history_update_7799d",
                table="deliberations_look",
                when="AFTER",
            ),
        ),
    ),
    (
        "look",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_lookhistoryevent" ("finding", "group_id", "id", "looked_at", "looked_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "reason") VALUES (OLD."finding", OLD."group_id", OLD."id", OLD."looked_at", OLD."looked_by_id", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD), OLD."reason"); RETURN NULL;',
                hash="20dfad8df77d25e8010d6b7f91d038241dc2eeb6",
                operation="DELETE",
                pgid="pgtrigger_history_delete_4e12f",
                table="deliberations_look",
                when="AFTER",
            ),
        ),
    ),
    (
        "lookhistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="5e8cc20448e181ad1ea86f50feb981cd6bab59f7",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_1da99",
                table="deliberations_lookhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lookhistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="2c76ab251312d13a71704317eaddeb8b8fa3507d",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_bb584",
                table="deliberations_lookhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "lookhistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="edc9996cc9d724913980c4c6f99f61c9ab868d5d",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_a71f5",
                table="deliberations_lookhistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "tally",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="fa715e7e961fccbb57fc415e9a72f962b8c85a4f",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_001cf",
                table="deliberations_tally",
                when="BEFORE",
            ),
        ),
    ),
    (
        "tally",
        pgtrigger.compiler.Trigger(
            name="follows_from_the_acts",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_element_stands_where_its_acts_put_it', TABLE = TG_TABLE_NAME, MESSAGE = 'an element stands where its acts put it';",
                hash="a3ecb521e02faacd68b2cf47f2b43d4b15c4aca7",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_follows_from_the_acts_c4e5f",
                table="deliberations_tally",
                when="BEFORE",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="tells_the_readers",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE it record;",
                func="IF TG_OP = 'DELETE' THEN it := OLD; ELSE it := NEW; END IF; PERFORM pg_notify('record', concat_ws(' ', it.\"group_id\", 'secretariat', pg_current_xact_id())); RETURN NULL;",
                hash="aa7f7a255ab22b46f795b5244d0af86030fcf27e",
                operation="INSERT OR UPDATE OR DELETE",
                pgid="pgtrigger_tells_the_readers_18eb6",
                table="deliberations_style",
                when="AFTER",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_record_is_insert_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the record is insert only';",
                hash="6dffa83d51819cb09b18bff47742249b80f2f328",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_8f437",
                table="deliberations_style",
                when="BEFORE",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="f5b893a6aa202cc725df94e37b6c9cd43b6abbc6",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_b79c1",
                table="deliberations_style",
                when="BEFORE",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="is_adopted",
            sql=deliberations.models.rules.RuleSql(
                declare="DECLARE next_number integer;",
                func="PERFORM 1 FROM deliberations_workinggroup WHERE id = NEW.group_id FOR NO KEY UPDATE; SELECT COALESCE(max(number), 0) + 1 INTO next_number FROM deliberations_style WHERE group_id = NEW.group_id; IF NEW.number NOT IN (0, next_number) THEN RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'numbers_run_without_gap', TABLE = TG_TABLE_NAME, MESSAGE = 'numbers run without gap'; END IF; NEW.number := next_number; NEW.adopted_at := clock_timestamp(); NEW.sha256 := encode(sha256(NEW.content), 'hex'); RETURN NEW;",
                hash="02660fd29ca0298e3c4f21b7af55fcbd3967ec6c",
                operation="INSERT",
                pgid="pgtrigger_is_adopted_5a52b",
                table="deliberations_style",
                when="BEFORE",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="history_insert",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."group_id", NEW."id", NEW."name", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'insert\', NULL, NEW."id", NULL, NEW."sha256"); RETURN NULL;',
                hash="90eaae84678047169e000700c65e9fa46d4e04b9",
                operation="INSERT",
                pgid="pgtrigger_history_insert_0b417",
                table="deliberations_style",
                when="AFTER",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="history_update",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (NEW."adopted_at", NEW."adopted_by_id", NEW."group_id", NEW."id", NEW."name", NEW."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), NEW."group_id", \'update\', NULL, NEW."id", to_jsonb(OLD) - \'content\', NEW."sha256"); RETURN NULL;',
                hash="3f5e9cdc78c9295c3513631f927a82486c3449fe",
                operation="UPDATE",
                pgid="pgtrigger_history_update_11e35",
                table="deliberations_style",
                when="AFTER",
            ),
        ),
    ),
    (
        "style",
        pgtrigger.compiler.Trigger(
            name="history_delete",
            sql=deliberations.models.rules.RuleSql(
                func='INSERT INTO "deliberations_stylehistoryevent" ("adopted_at", "adopted_by_id", "group_id", "id", "name", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_group_id", "pgh_label", "pgh_meeting_id", "pgh_obj_id", "pgh_old", "sha256") VALUES (OLD."adopted_at", OLD."adopted_by_id", OLD."group_id", OLD."id", OLD."name", OLD."number", NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\')::jsonb, NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\')::uuid, clock_timestamp(), OLD."group_id", \'delete\', NULL, OLD."id", to_jsonb(OLD) - \'content\', OLD."sha256"); RETURN NULL;',
                hash="af62796c27eb8ca68575e4d7ad66a973399f2a6b",
                operation="DELETE",
                pgid="pgtrigger_history_delete_f4990",
                table="deliberations_style",
                when="AFTER",
            ),
        ),
    ),
    (
        "stylehistoryevent",
        pgtrigger.compiler.Trigger(
            name="insert_only",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'the_history_is_append_only', TABLE = TG_TABLE_NAME, MESSAGE = 'the history is append only';",
                hash="11de48c5db64b0264043c4da5dc8129db0541b51",
                operation="UPDATE OR DELETE",
                pgid="pgtrigger_insert_only_10202",
                table="deliberations_stylehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "stylehistoryevent",
        pgtrigger.compiler.Trigger(
            name="never_emptied",
            sql=deliberations.models.rules.RuleSql(
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'a_table_of_the_record_is_never_emptied', TABLE = TG_TABLE_NAME, MESSAGE = 'a table of the record is never emptied';",
                hash="d919b2dc2656ce615266a313986f96740d43c518",
                level="STATEMENT",
                operation="TRUNCATE",
                pgid="pgtrigger_never_emptied_d51ea",
                table="deliberations_stylehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
    (
        "stylehistoryevent",
        pgtrigger.compiler.Trigger(
            name="written_by_its_change",
            sql=deliberations.models.rules.RuleSql(
                condition="WHEN (pg_trigger_depth() = 0)",
                func="RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = 'an_entry_is_written_by_its_change', TABLE = TG_TABLE_NAME, MESSAGE = 'an entry is written by its change';",
                hash="2128f14142b6192e682eda0d18a87c7bbe77dc22",
                operation="INSERT",
                pgid="pgtrigger_written_by_its_change_0f68f",
                table="deliberations_stylehistoryevent",
                when="BEFORE",
            ),
        ),
    ),
]


class Migration(migrations.Migration):
    initial = True

    replaces = [
        ("deliberations", "0001_initial"),
        ("deliberations", "0002_entries"),
        ("deliberations", "0003_sentences"),
        ("deliberations", "0004_live"),
        ("deliberations", "0005_in_the_room"),
        ("deliberations", "0006_plans"),
        ("deliberations", "0007_synthesis"),
        ("deliberations", "0008_moments"),
        ("deliberations", "0009_imports"),
        ("deliberations", "0010_search"),
        ("deliberations", "0011_issues"),
        ("deliberations", "0012_checks"),
        ("deliberations", "0013_issues_found"),
        ("deliberations", "0014_searched"),
        ("deliberations", "0015_standings_at_once"),
        ("deliberations", "0016_tallies"),
        ("deliberations", "0017_styles"),
        ("deliberations", "0018_known"),
        ("deliberations", "0019_disposed"),
    ]

    dependencies = []

    operations = [
        migrations.RunSQL(_standings.SEQUENCES, _standings.DROP_SEQUENCES),
        CreateModels(MODELS),
        migrations.RunSQL(
            _search.FUNCTIONS + _search.COLUMNS, _search.DROP_COLUMNS + _search.DROP_FUNCTIONS
        ),
        migrations.RunSQL(_stays.TABLE + _tallies.TABLE, _tallies.DROP_TABLE + _stays.DROP_TABLE),
        migrations.RunSQL(
            _stays.FUNCTIONS + _standings.FUNCTIONS + _tallies.FUNCTIONS,
            _tallies.DROP_FUNCTIONS + _standings.DROP_FUNCTIONS + _stays.DROP_FUNCTIONS,
        ),
        migrations.RunSQL(_entries.VIEW, _entries.DROP_VIEW),
        AddTriggers(TRIGGERS),
    ]

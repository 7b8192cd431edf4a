"""Who uses the record, and what each may do in which group."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from deliberations import permissions
from deliberations.models.history import tracked
from deliberations.models.rules import never_emptied


class UserManager(BaseUserManager["User"]):
    def get_queryset(self) -> "models.QuerySet[User]":
        """Users with their roles, so that a request reads both in one query."""
        memberships = Membership.objects.filter(user=OuterRef("pk")).order_by()
        roles = memberships.values(role_in=JSONObject(group="group_id", role="role"))
        return super().get_queryset().annotate(read_roles=ArraySubquery(roles))

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        """Make a user; without a password nobody can sign in as them."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self, username: str, password: str | None = None, **fields: object
    ) -> "User":
        """Make an admin (the name is Django's: `createsuperuser` calls it)."""
        return self.create_user(username, password, is_admin=True, **fields)


@tracked(group="", exclude=("password", "last_login"), unnoticed=("last_login",))
class User(AbstractBaseUser):
    """A person (or a command) that signs in. What they may do: `permissions.py`."""

    username = models.CharField(
        _("user name"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()]
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_admin = models.BooleanField(
        _("admin of the installation"),
        default=False,
        help_text=_("Edits people and the surroundings of all groups; can't change the record."),
    )

    objects = UserManager()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]
        triggers = [never_emptied()]

    def __str__(self) -> str:
        return self.name or self.username

    @cached_property
    def roles(self) -> dict[int, str]:
        """The user's role in each group: {group id: role}, as read with the user."""
        read: list[dict[str, Any]] | None = getattr(self, "read_roles", None)
        if read is not None:
            return {role["group"]: role["role"] for role in read}
        return dict(self.memberships.values_list("group_id", "role"))

    @property
    def is_staff(self) -> bool:
        """Whether the admin site lets them in (Django's name)."""
        return permissions.uses_the_admin(self)

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_staff

    def has_perm(self, perm: str, obj: object = None) -> bool:
        """Django's stock permissions grant nothing here; `permissions.py` decides."""
        return False


@tracked(group="group")
class Membership(models.Model):
    """The role of a user in a group."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="memberships", verbose_name=_("user")
    )
    group = models.ForeignKey(
        "WorkingGroup", models.PROTECT, related_name="memberships", verbose_name=_("group")
    )
    role = models.CharField(_("role"), max_length=20, choices=permissions.Role)

    class Meta:
        verbose_name = _("role in a group")
        verbose_name_plural = _("roles in groups")
        ordering = ["group", "user"]
        triggers = [never_emptied()]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "group"], name="a_user_has_one_role_in_a_group"
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=permissions.Role.values), name="a_role_is_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"

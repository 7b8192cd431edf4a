"""What is refused at the edge, once, before any page reads it."""

from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _


class KeepPrivate(MiddlewareMixin):
    """Keep what somebody signed in is answered out of every store, that of the browser too."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        # Who sends no session is not asked for: that would make every answer depend on cookies.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            response["Cache-Control"] = "private, no-store"
        return response


class RefuseUnreadable(MiddlewareMixin):
    """Refuse addresses and forms with what no text holds: NUL, half characters, other encodings.

    Django reads invalid UTF-8 as replacement characters (which alters a text silently) and hands
    NUL on to the database (which answers with an error).
    """

    def process_view(self, request: HttpRequest, *args: object) -> None:
        for part in (request.META.get("QUERY_STRING", ""), request.path):
            raw = part.encode("utf-8", "surrogateescape")
            refuse_unless_text(unquote_to_bytes(raw.replace(b"+", b" ")))
        charset = (request.content_params or {}).get("charset", "utf-8")
        if charset.lower() not in ("utf-8", "utf8"):
            raise BadRequest(_("Send forms as UTF-8."))


def refuse_unless_text(raw: bytes) -> None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest(_("The address is not readable text (UTF-8).")) from None
    if "\0" in text:
        raise BadRequest(_("The address holds a character that no text holds (NUL)."))

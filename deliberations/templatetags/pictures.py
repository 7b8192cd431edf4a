"""The small marks and bars of the pictures; widths are data, and pages hold no styles."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_bidi

from deliberations.models import Status
from deliberations.readings.drawing import bar_drawn
from deliberations.readings.pictures import Row, asked

register = template.Library()

MARKS = {
    Status.PROPOSED.value: "○",
    Status.AGREED.value: "●",
    Status.DEFERRED.value: "▷",
    Status.NOT_DISCUSSED.value: "–",
    Status.REJECTED.value: "✕",
    Status.WITHDRAWN.value: "↩",
}
MIRRORED = {"▷": "◁", "↩": "↪"}


@register.filter
def mark(status: str) -> str:
    """The mark of a status, as the style sheet has it; "" for what is none."""
    found = MARKS.get(status, "")
    return MIRRORED.get(found, found) if get_language_bidi() else found


@register.simple_tag
def bar(row: Row, most: int, address: str) -> SafeString:
    """The row as a bar, each part a link to the list of its elements; the table beside it says
    the same, so that it is kept from the keyboard and from screen readers.

    most: of which number the bar would fill its place. address: of the list of elements.
    """
    shares = row.shares
    parts = [
        (
            address,
            asked(status=share.status, **row.query),
            share.status,
            f"{x:.2f}",
            f"{wide:.2f}",
            share.status,
            f"{share.number} {share.label}",
        )
        for share, (x, wide) in zip(
            shares, bar_drawn([share.number for share in shares], most), strict=True
        )
    ]
    return format_html(
        '<svg class="bar" width="100%" height="20" aria-hidden="true">{}</svg>',
        format_html_join(
            "",
            '<a href="{}?{}" tabindex="-1"><rect class="{}" x="{}%" y="1" width="{}%" height="18" '
            'fill="url(#fill-{})"/><title>{}</title></a>',
            parts,
        ),
    )

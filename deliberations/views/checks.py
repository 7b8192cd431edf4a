"""What deserves a second look, for everybody as they see the record."""

from django.http import HttpRequest, HttpResponse

from deliberations.data import decision_url, element_url, group_data
from deliberations.readings.checks import checks_of
from deliberations.views.answers import answer
from deliberations.views.finding import find_group


def check_list(request: HttpRequest, group: str) -> HttpResponse:
    """Every check, with what it found."""
    working_group = find_group(request, group)
    checks = checks_of(working_group, request.user)

    return answer(
        request,
        "checks/list.html",
        {
            "group": working_group,
            "found": [check for check in checks if check.findings],
            "clear": [check for check in checks if not check.findings],
        },
        data=lambda: {
            "group": group_data(working_group),
            "checks": [
                {
                    "name": check.name,
                    "findings": [
                        {
                            "says": finding.sentence,
                            "urls": [
                                *(element_url(element, group) for element in finding.elements),
                                *(decision_url(decision, group) for decision in finding.decisions),
                            ],
                        }
                        for finding in check.findings
                    ],
                }
                for check in checks
            ],
        },
    )

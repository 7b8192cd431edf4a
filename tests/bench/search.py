"""What a search costs in a large group: frequent words and rare ones, in four scripts."""

import sys
from collections.abc import Iterable
from statistics import quantiles
from time import perf_counter

from django.test import Client

from deliberations.models import WorkingGroup
from tests.bench.moments import as_tested, filled, unchecked
from tests.bench.table import Figure
from tests.sql import sql

SIZE, SMALL = 100_000, 1_000
ROUNDS = 20
MOST = 100
"""Milliseconds in which 19 of 20 first pages are there."""
LANGUAGES = (
    "governments internet cooperation policy public enhanced issues countries developing "
    "international stakeholders governance technical community members participation access "
    "infrastructure security principles mechanism dialogue capacity transparency consensus "
    "recommendations rights economic societal multilateral",
    "gouvernements internet coopération politique publique renforcée questions pays "
    "développement internationale acteurs gouvernance technique communauté membres accès",
    "правительства интернет сотрудничество политика государственная вопросы страны развитие "
    "международные участники управление сообщество члены участие доступ безопасность",
    "الحكومات الإنترنت التعاون السياسة العامة المعزز القضايا البلدان النامية الدولية أصحاب "
    "المصلحة الحوكمة المجتمع الأعضاء المشاركة",
    "各国政府 互联网 加强合作 公共政策 问题 发展中国家 国际 利益攸关方 治理 技术 社群 成员 参与",
)
"""Words of texts, the first of each the most frequent."""
SYLLABLES = "ba co di fu ga hel in jo ka lor ma ne os pa qui ra so ten un vi"
"""Of the rare words: three each, in eight thousand ways."""
ASKED = {
    "a word of most elements": "governments",
    "a rare word": "racoga",
    "two words": "internet cooperation",
    "the beginning of a word": "gov",
    "a word in Chinese": "各国政府",
    "a word in Arabic": "الحكومات",
    "words side by side": '"internet cooperation"',
    "nothing of the kind": "zzzz",
}


def write_texts(group: WorkingGroup) -> None:
    """Give the elements and decisions of a group texts of two dozen words, in five languages."""
    for table, column, parent in (
        ("wording", "text", "element_id IN (SELECT id FROM deliberations_element"),
        ("decision", "sentence", "meeting_id IN (SELECT id FROM deliberations_meeting"),
    ):
        with unchecked(table):
            for language, words in enumerate(LANGUAGES):
                sql(
                    f"UPDATE deliberations_{table} t SET {column} = (SELECT string_agg("
                    "CASE WHEN at %% 3 = 0 AND %s < 2 THEN (%s::text[])[1 + h %% 20]"
                    " || (%s::text[])[1 + h / 20 %% 20] || (%s::text[])[1 + h / 400 %% 20]"
                    " ELSE (%s::text[])[1 + floor(%s * power(h / 2147483648.0, 2))::int] END,"
                    " %s ORDER BY at) FROM (SELECT at, hashint8(t.place * 32 + at) & 2147483647 h"
                    " FROM generate_series(1, 24) at) of_it)"
                    f" WHERE {parent} WHERE group_id = %s)"
                    " AND greatest(t.place %% 10 - 5, 0) = %s",
                    *(language, *([SYLLABLES.split()] * 3), words.split(), len(words.split())),
                    *("" if language == len(LANGUAGES) - 1 else " ", group.pk, language),
                )
        sql(f"VACUUM ANALYZE deliberations_{table}")


def milliseconds_of(group: WorkingGroup, asked: Iterable[str]) -> dict[str, list[float]]:
    """Of the first page of each, ROUNDS times."""
    spent: dict[str, list[float]] = {}
    with as_tested():
        client = Client()
        for words in asked:
            spent[words] = []
            for _ in range(ROUNDS + 1):
                start = perf_counter()
                answer = client.get(f"/{group.slug}/search/", {"q": words})
                spent[words].append(1000 * (perf_counter() - start))
                assert answer.status_code == 200
            del spent[words][0]  # what is read from disk, and compiled
    return spent


def bench_search(*, small: bool) -> int:
    """Measure, and say what came out; how many goals were missed."""
    size = SMALL if small else SIZE
    group = WorkingGroup.objects.filter(slug=f"of{size}").first() or filled(size)
    write_texts(group)
    spent = milliseconds_of(group, ASKED.values())
    figures = []
    for what, words in ASKED.items():
        parts = quantiles(spent[words], n=20)
        p50, p95 = parts[9], parts[-1]
        figures.append(
            Figure(f"  {what}: p50, p95", f"{p50:.0f}, {p95:.0f} ms", f"{MOST} ms", p95 <= MOST)
        )
    sys.stdout.write("\n".join([f"A search of {size} elements", *map(str, figures)]) + "\n")
    return sum(not figure.met for figure in figures)

"""Reading an answer as a browser without scripts does: its words, its links, its forms."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

from asgiref.sync import async_to_sync
from django.http import HttpResponse
from django.test import Client

VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "rect", "wbr"])


@dataclass(eq=False)
class Node:
    """An element of a page, or a text in it (tag "")."""

    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    data: str = ""

    def __iter__(self) -> Iterator[Node]:
        """The node and all in it, in the order of the page."""
        yield self
        for child in self.children:
            yield from child

    @property
    def text(self) -> str:
        """What is read there, white space as a browser shows it."""
        return " ".join("".join(node.data for node in self).split())

    def all(self, tag: str = "", **attrs: str) -> list[Node]:
        """The elements in it. `class_`: one of its classes; other attributes: as they are."""
        return [node for node in self if node.tag and node.is_a(tag, attrs)]

    def is_a(self, tag: str, attrs: dict[str, str]) -> bool:
        if tag and self.tag != tag:
            return False
        for name, value in attrs.items():
            if name == "class_":
                if value not in self.attrs.get("class", "").split():
                    return False
            elif self.attrs.get(name.replace("_", "-")) != value:
                return False
        return True

    def one(self, tag: str = "", **attrs: str) -> Node:
        [node] = self.all(tag, **attrs)
        return node

    def texts(self, tag: str = "", **attrs: str) -> list[str]:
        return [node.text for node in self.all(tag, **attrs)]

    def links(self) -> list[str]:
        return [node.attrs["href"] for node in self.all("a") if "href" in node.attrs]

    @property
    def description(self) -> dict[str, str]:
        """The terms of a list of terms (dl), each with what is said of it."""
        return dict(zip(self.texts("dt"), self.texts("dd"), strict=True))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#page")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        node = self.open.pop()
        if node.tag != tag:
            raise ValueError(f"</{tag}> closes <{node.tag}>")

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(Node("", data=data))


def read(response: Any) -> Node:
    """The page; ValueError where its elements are not properly nested."""
    reader = _Reader()
    reader.feed(response.content.decode())
    reader.close()
    if reader.open != [reader.root]:
        raise ValueError(f"<{reader.open[-1].tag}> is not closed")
    return reader.root


type Fields = dict[str, list[str]]


def fields_of(form: Node) -> Fields:
    """What a browser would send for the form as it is, without a button."""
    fields: Fields = {}
    for node in form:
        name = node.attrs.get("name")
        if not name or "disabled" in node.attrs:
            continue
        for value in values_of(node):
            fields.setdefault(name, []).append(value)
    return fields


def values_of(node: Node) -> list[str]:
    if node.tag == "textarea":
        return ["".join(child.data for child in node).removeprefix("\n")]
    if node.tag == "select":
        options = node.all("option")
        chosen = [option for option in options if "selected" in option.attrs]
        return [option.attrs.get("value", option.text) for option in chosen or options[:1]]
    if node.tag == "input":
        kind = node.attrs.get("type", "text")
        if kind in ("checkbox", "radio"):
            return [node.attrs.get("value", "on")] if "checked" in node.attrs else []
        return [] if kind in ("submit", "button") else [node.attrs.get("value", "")]
    return []


def filled_in(response: Any) -> Fields:
    """The fields of the page's one form that posts, beside those of its frame."""
    return fields_of(posting_form(read(response)))


def posting_form(page: Node) -> Node:
    [form] = page.one("main").all("form", method="post")
    return form


def send(client: Client, address: str, changes: dict[str, Any], **headers: Any) -> Any:
    """Open the page, change fields of its form, send it."""
    fields = {**filled_in(client.get(address)), **changes}
    return client.post(address, fields, headers=headers or None)


def gavel(client: Client, console: str, **changes: Any) -> Any:
    """Open the console, fill in the form, press the gavel."""
    filled = {"elements": ["1", "2"], "outcome": "agreed", "sentence": "So agreed."}
    return send(client, console, {**filled, "do": "record", **changes})


def errors(answer: Any) -> list[str]:
    """Why a form was refused, as it says itself."""
    return read(answer).one("div", class_="error-summary").texts("li")


def rulings(page: Node) -> list[tuple[str, str, list[str]]]:
    """What became of elements: (status, sentence, elements)."""
    return [
        (
            ruling.one("header").all("span", class_="status")[0].text,
            ruling.one("p", class_="sentence").text,
            ruling.texts("span", class_="n"),
        )
        for ruling in page.all("section", class_="ruling")
    ]


def problem(response: Any) -> tuple[int, str]:
    """The status and the sentence of a problem, told as a page or as data."""
    if response["Content-Type"] == "application/json":
        data = response.json()
        assert data["status"] == response.status_code
        return response.status_code, data["problem"]
    return response.status_code, read(response).one(id="problem").text


def at_once(response: Any) -> Any:
    """The answer as if it had been sent at once; read to its end, its file is closed."""
    if not response.streaming:
        return response
    sent = all_of(response) if response.is_async else b"".join(response)
    return HttpResponse(sent, status=response.status_code, headers=response.headers)


def awaited[Result](
    coroutine: Coroutine[Any, Any, Result],
    loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
) -> Result:
    """In a thread: where a browser was driven before, by the same worker, a loop runs in this."""
    with ThreadPoolExecutor(1) as thread:
        run = partial(asyncio.run, coroutine, loop_factory=loop_factory)
        return thread.submit(run).result()


def all_of(response: Any) -> bytes:
    """What is sent piece by piece as it comes, which a server for one request at a time can't."""

    async def read_on() -> list[bytes]:
        return [piece async for piece in response]

    # It asks the database as this thread does; which, where a browser was driven before by the
    # same worker, a loop seems to hold.
    seems = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return b"".join(async_to_sync(read_on)())
    finally:
        asyncio._set_running_loop(seems)


def crawled(
    client: Client, *starts: str, within: str = "/", without: re.Pattern[str] | None = None
) -> dict[str, Any]:
    """{address: answer} of the addresses and of all that links lead to from there, within."""
    answers: dict[str, Any] = {}
    waiting = list(starts)
    while waiting:
        address = waiting.pop(0)
        if address in answers:
            continue
        answers[address] = at_once(client.get(address))
        waiting += [
            link
            for link in links_of(address, answers[address])
            if link.startswith(within) and not (without and without.search(link))
        ]
    return answers


def links_of(address: str, response: Any) -> list[str]:
    if response.status_code in (301, 302, 303):
        targets = [response["Location"]]
    elif response["Content-Type"].startswith("text/html"):
        targets = [
            node.attrs["href"]
            for node in read(response)
            if node.tag in ("a", "link") and "href" in node.attrs
        ]
    else:
        return []
    joined = (urlsplit(urljoin(address, target)) for target in targets)
    return [
        url.path + (f"?{by_name(url.query)}" if url.query else "")
        for url in joined
        if not url.netloc and not url.path.startswith(("/static/", "/admin/"))
    ]


def by_name(query: str) -> str:
    """The query with its parameters in the order of their names, which asks for the same.

    Filters that lead on to each other would else be asked for in every order of theirs. Of one
    given twice the last counts, so these stay as they are.
    """
    return "&".join(sorted(query.split("&"), key=lambda given: given.partition("=")[0]))

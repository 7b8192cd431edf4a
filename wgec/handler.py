"""How Django answers a request here: from its first middleware to its last in one thread, at once.

By itself, under ASGI, it lets each middleware that reads no network do so in a thread and comes
back to the event loop between any two of them: some twenty times for a page. Each time it waits
until the loop, which writes to a thousand streams, has a moment for it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import ThreadSensitiveContext, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from servestatic.middleware import ServeStaticMiddleware

IDLE = 8
"""Threads that wait for the next request; more are started when needed."""


class Handler(ASGIHandler):
    """An ASGI application, with the middleware as WSGI has it."""

    def __init__(self) -> None:
        super().__init__()
        self.idle: list[ThreadPoolExecutor] = []

    async def __call__(
        self,
        scope: dict[str, Any],
        receive: Callable[[], Awaitable[Mapping[str, Any]]],
        send: Callable[[Mapping[str, Any]], Awaitable[None]],
    ) -> None:
        """Answer in a thread that is this request's own from its start to its finish.

        Django asks for one, too, but gets that of the request before where the server begins this
        one in its context, as uvicorn does when it came before the other's last byte was told. The
        thread ends with the other, and what this one opened in it, a connection, is never closed.
        """
        thread = self.idle.pop() if self.idle else ThreadPoolExecutor(1, "request")
        try:
            async with ThreadSensitiveContext(executor=thread):
                await super().__call__(scope, receive, send)
        except BaseException:
            # It may be at work still. The loop does not end before it, so that the server notices.
            asyncio.get_running_loop().run_in_executor(None, thread.shutdown)
            raise
        if len(self.idle) < IDLE:
            self.idle.append(thread)
        else:
            thread.shutdown(wait=False)

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)


class Files:
    """The middleware of servestatic, which is only asynchronous, for the files that it has."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.files = ServeStaticMiddleware(not_a_file).files

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        file = self.files.get(request.path_info)
        return self.get_response(request) if file is None else answer(file, request)


async def not_a_file(request: HttpRequest) -> HttpResponseBase:
    """What the middleware would ask for the rest: it is made for its table of files only."""
    raise Http404(request.path_info)


def answer(file: Any, request: HttpRequest) -> HttpResponse:
    """The whole file at once: none of them is large."""
    found = file.get_response(request.method, request.META)
    content = b""
    if found.file is not None:
        with found.file:
            content = found.file.read()
    response = HttpResponse(content, status=found.status)
    # Without one where the file has none: an answer of 304.
    del response["Content-Type"]
    for name, value in found.headers:
        response[name] = value
    return response

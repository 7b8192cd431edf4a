"""How Django answers a request here: from its first middleware to its last in one thread, at once.

By itself, under ASGI, it lets each middleware that reads no network do so in a thread and comes
back to the event loop between any two of them: some twenty times for a page. Each time it waits
until the loop, which writes to a thousand streams, has a moment for it.
"""

from collections.abc import Callable

from asgiref.sync import async_to_sync, sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest, HttpResponseBase
from servestatic.middleware import ServeStaticMiddleware


class Handler(ASGIHandler):
    """An ASGI application, with the middleware as WSGI has it."""

    def load_middleware(self, is_async: bool = False) -> None:
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)


class Files:
    """The middleware of servestatic, which is only asynchronous, for the files that it has."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self.static = ServeStaticMiddleware(self.not_a_file)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info in self.static.files:
            file: HttpResponseBase = async_to_sync(self.static)(request)
            return file
        return self.get_response(request)

    async def not_a_file(self, request: HttpRequest) -> HttpResponseBase:
        raise KeyError(request.path_info)

"""The ASGI application: the streams of wgec.live, and Django."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")

behind = get_asgi_application()

from wgec.live.stream import Live  # noqa: E402 - it looks at models, which are there only now

application = Live(behind)

"""The ASGI application: the streams of wgec.live, and Django."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")

django.setup(set_prefix=False)

from wgec.handler import Handler  # noqa: E402 - what they import looks at models,
from wgec.live.stream import Live  # noqa: E402 - which are there only now

application = Live(Handler())

"""The ASGI application: the streams of wgec.live, and Django."""

import gc
import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")

django.setup(set_prefix=False)

from wgec.handler import Handler  # noqa: E402 - what they import looks at models,
from wgec.live.stream import Live  # noqa: E402 - which are there only now

application = Live(Handler())

# What is here now stays until the process ends: no collection looks at it again while somebody
# waits for a page.
gc.collect()
gc.freeze()

"""The ASGI application: the streams of wgec.live, and Django."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wgec.settings")

behind = get_asgi_application()

# It looks at models, which are there only now.
from wgec.live.stream import Live  # noqa: E402

application = Live(behind)

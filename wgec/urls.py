"""The addresses of the installation: the record, the admin, its health."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("deliberations.urls")),
]

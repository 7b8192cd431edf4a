"""The addresses of the installation: the record, the admin, its health."""

from django.urls import include, path

from deliberations.admin import site

urlpatterns = [
    path("admin/", site.urls),
    path("", include("deliberations.urls")),
]

handler400 = "deliberations.views.answers.bad_request"
handler403 = "deliberations.views.answers.permission_denied"
handler404 = "deliberations.views.answers.page_not_found"
handler500 = "deliberations.views.answers.server_error"

"""Every address of the archive."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from archive.web import symbols
from archive.web.health import health
from archive.web.home import home
from archive.web.icon import icon
from archive.web.opensearch import opensearch
from archive.web.resolution import resolution
from archive.web.robots import robots
from archive.web.search import search_page
from archive.web.suggest import suggest

symbols.register()

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("search/", search_page, name="search"),
    path("suggest.json", suggest, name="suggest"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", icon, name="icon"),
    path("admin/", admin.site.urls),
    path("resolution/<hyphenated:symbol>", resolution),
    path("<symbol:symbol>", resolution, name="resolution"),
]

handler400 = "archive.web.errors.bad_request"
handler403 = "archive.web.errors.forbidden"
handler404 = "archive.web.errors.not_found"
handler500 = "archive.web.errors.server_error"

"""Every address of the archive."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from archive.web import sitemaps, symbols
from archive.web.data.files import negotiated, resolution_file
from archive.web.data.source import source
from archive.web.feed import feed
from archive.web.health import health
from archive.web.home import home
from archive.web.icon import icon
from archive.web.opensearch import opensearch
from archive.web.problem_report import problem_report, report
from archive.web.resolution import resolution
from archive.web.robots import robots
from archive.web.search import search_page
from archive.web.search_formats.atom import search_atom
from archive.web.search_formats.bib import search_bib
from archive.web.search_formats.csl_json import search_csl_json
from archive.web.search_formats.csv import search_csv
from archive.web.search_formats.json import search_json
from archive.web.search_formats.ris import search_ris
from archive.web.suggest import suggest

symbols.register()
sitemaps.register()

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("search/", search_page, name="search"),
    path("search.json", search_json, name="search_json"),
    path("search.csv", search_csv, name="search_csv"),
    path("search.atom", search_atom, name="search_atom"),
    path("search.ris", search_ris, name="search_ris"),
    path("search.bib", search_bib, name="search_bib"),
    path("search.csl.json", search_csl_json, name="search_csl.json"),
    path("suggest.json", suggest, name="suggest"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("report/", report, name="report"),
    path("report/<slug:token>/", problem_report, name="problem_report"),
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", icon, name="icon"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    path("sitemaps/pages.xml", sitemaps.pages_sitemap, name="pages_sitemap"),
    path("sitemaps/<sitemap:name>.xml", sitemaps.sitemap, name="sitemap"),
    path("feed.atom", feed, name="feed"),
    path(settings.ADMIN_URL, admin.site.urls),
    path("resolution/<hyphenated_file:file>", resolution_file),
    path("resolution/<hyphenated:symbol>", resolution),
    path("<symbol:symbol>source", source, name="source"),
    path("<file:file>", resolution_file, name="resolution_file"),
    path("<symbol:symbol>", negotiated(resolution), name="resolution"),
]

handler400 = "archive.web.errors.bad_request"
handler403 = "archive.web.errors.forbidden"
handler404 = "archive.web.errors.not_found"
handler500 = "archive.web.errors.server_error"

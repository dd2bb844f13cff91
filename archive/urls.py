"""Every address of the archive."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from archive.web import citing_places, downloads, shelves, sitemaps, symbols
from archive.web.api import application
from archive.web.api.openapi import openapi
from archive.web.api.reference import reference
from archive.web.browse import (
    browse,
    browse_openings,
    browse_organ,
    browse_session,
    browse_year,
)
from archive.web.compare.files import compare_csv, compare_docx, compare_json
from archive.web.compare.page import compare
from archive.web.coverage import (
    coverage,
    coverage_conflicts,
    coverage_not_held,
    coverage_sources,
    coverage_unresolved,
)
from archive.web.data.files import negotiated, resolution_file
from archive.web.data.schema import schema
from archive.web.data.source import source
from archive.web.data.works import work
from archive.web.draft.files import draft_docx, draft_json
from archive.web.draft.page import draft
from archive.web.feed import feed
from archive.web.guides import about, accessibility, search_help
from archive.web.health import health
from archive.web.home import home
from archive.web.icon import icon
from archive.web.language.files import language_csv, language_json, language_txt
from archive.web.language.page import language_page
from archive.web.lineage import addresses as lineages
from archive.web.lineage.file import lineage_json
from archive.web.lineage.page import lineage
from archive.web.network.files import network_csv, network_graphml
from archive.web.network.page import network_page
from archive.web.opensearch import opensearch
from archive.web.paragraph import paragraph
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
from archive.web.series import addresses as series
from archive.web.series.files import series_csv, series_json
from archive.web.series.index import series_index, series_index_json
from archive.web.series.page import series_page
from archive.web.strengths import strengths, strengths_json
from archive.web.suggest import suggest

shelves.register()
symbols.register()
citing_places.register()
sitemaps.register()
downloads.register()
lineages.register()
series.register()

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("browse/", browse, name="browse"),
    path("browse/openings/", browse_openings, name="browse_openings"),
    path("browse/years/<year:year>/", browse_year, name="browse_year"),
    path("browse/<organ:organ>/", browse_organ, name="browse_organ"),
    path("browse/<organ:organ>/<session:session>/", browse_session, name="browse_session"),
    path("coverage/", coverage, name="coverage"),
    path("coverage/not-held/", coverage_not_held, name="coverage_not_held"),
    path("coverage/unresolved/", coverage_unresolved, name="coverage_unresolved"),
    path("coverage/conflicts/", coverage_conflicts, name="coverage_conflicts"),
    path("coverage/sources/", coverage_sources, name="coverage_sources"),
    path("about/", about, name="about"),
    path("help/", search_help, name="help"),
    path("accessibility/", accessibility, name="accessibility"),
    path("strengths/", strengths, name="strengths"),
    path("strengths.json", strengths_json, name="strengths_json"),
    path("search/", search_page, name="search"),
    path("search.json", search_json, name="search_json"),
    path("search.csv", search_csv, name="search_csv"),
    path("search.atom", search_atom, name="search_atom"),
    path("search.ris", search_ris, name="search_ris"),
    path("search.bib", search_bib, name="search_bib"),
    path("search.csl.json", search_csl_json, name="search_csl.json"),
    path("network/", network_page, name="network"),
    path("network.csv", network_csv, name="network_csv"),
    path("network.graphml", network_graphml, name="network_graphml"),
    path("compare/", compare, name="compare"),
    path("compare.json", compare_json, name="compare_json"),
    path("compare.csv", compare_csv, name="compare_csv"),
    path("compare.docx", compare_docx, name="compare_docx"),
    path("series/", series_index, name="series_index"),
    path("series.json", series_index_json, name="series_index_json"),
    path("series/<series:slug>/", series_page, name="series"),
    path("series/<series:slug>.csv", series_csv, name="series_csv"),
    path("series/<series:slug>.json", series_json, name="series_json"),
    path("lineage/<lineage_file:place>.json", lineage_json, name="lineage_json"),
    path("lineage/<lineage:place>", lineage, name="lineage"),
    path("language/", language_page, name="language"),
    path("language.json", language_json, name="language_json"),
    path("language.csv", language_csv, name="language_csv"),
    path("language.txt", language_txt, name="language_txt"),
    path("draft/", draft, name="draft"),
    path("draft.docx", draft_docx, name="draft_docx"),
    path("draft.json", draft_json, name="draft_json"),
    path("suggest.json", suggest, name="suggest"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path("api/", reference, name="api"),
    path("api/openapi.json", openapi, name="openapi"),
    *application.patterns(),
    path("report/", report, name="report"),
    path("report/<slug:token>/", problem_report, name="problem_report"),
    path("healthz", health, name="health"),
    path("robots.txt", robots, name="robots"),
    path("favicon.ico", icon, name="icon"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap_index"),
    path("sitemaps/pages.xml", sitemaps.pages_sitemap, name="pages_sitemap"),
    path("sitemaps/<sitemap:name>.xml", sitemaps.sitemap, name="sitemap"),
    path("feed.atom", feed, name="feed"),
    path("data/", downloads.data, name="data"),
    path("data/files/<download:name>", downloads.download, name="download"),
    path("data/resolution.schema.json", schema, name="resolution_schema"),
    path("<work:named>", work, name="work"),
    path(settings.ADMIN_URL, admin.site.urls),
    path("resolution/<hyphenated_file:file>", resolution_file),
    path("resolution/<hyphenated:symbol>", resolution),
    path("<symbol:symbol>source", source, name="source"),
    path("<place_file:file>", citing_places.place_file, name="place_file"),
    path("<file:file>", resolution_file, name="resolution_file"),
    path("<place:place>", paragraph, name="paragraph"),
    path("<symbol:symbol>", negotiated(resolution), name="resolution"),
]

handler400 = "archive.web.errors.bad_request"
handler403 = "archive.web.errors.forbidden"
handler404 = "archive.web.errors.not_found"
handler500 = "archive.web.errors.server_error"

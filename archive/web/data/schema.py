"""The JSON Schema of a resolution's JSON, so that programs can check what they were given."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from archive.web.api.shapes.resolution import ResolutionMembers
from archive.web.freshness import fresh
from archive.web.one_address import reads_only

SCHEMA = "/data/resolution.schema.json"
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: A member that only the answers of the API have.
_OF_THE_API = "api_url"


@require_safe
@reads_only()
@fresh
def schema(request: HttpRequest) -> JsonResponse:
    """The members of a file ``.json``, after JSON Schema 2020-12."""
    return JsonResponse(
        resolution_schema(request.build_absolute_uri(SCHEMA)),
        content_type="application/schema+json",
        json_dumps_params={"ensure_ascii": False},
        headers={"Access-Control-Allow-Origin": "*"},
    )


def resolution_schema(address: str) -> dict[str, Any]:
    """The schema, with the address it has."""
    described = ResolutionMembers.model_json_schema(mode="serialization")
    properties = {
        name: member for name, member in described["properties"].items() if name != _OF_THE_API
    }
    return described | {
        "$schema": _DIALECT,
        "$id": address,
        "title": "A resolution",
        "properties": properties,
        "required": [name for name in described["required"] if name != _OF_THE_API],
    }

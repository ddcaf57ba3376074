"""Reads of documentation for other apps; what it is given and gives back are keys (`int`)."""

from __future__ import annotations

from boost_library_docs_tracker.models import BoostDocContent, BoostLibraryDocumentation


def contents_to_upsert(*, limit: int = 1000) -> list[BoostDocContent]:
    """Contents that the search index does not have, oldest first."""
    return list(BoostDocContent.objects.filter(is_upserted=False).order_by("pk")[:limit])


def urls_of_library_version(*, library_version_id: int) -> dict[int, str]:
    """Addresses by key of the contents that a library version shows."""
    return dict(
        BoostLibraryDocumentation.objects.filter(
            boost_library_version=library_version_id
        ).values_list("boost_doc_content_id", "boost_doc_content__url")
    )

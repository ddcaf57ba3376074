"""Documentation pages, once per content, and the library versions that show them."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from appschemas import IdentityKey


class BoostDocContent(models.Model):
    """The content of a page; `is_upserted` says whether the search index has it."""

    url = models.TextField(blank=True)
    content_hash = models.CharField(max_length=64, unique=True)
    first_version = IdentityKey(
        "boost_library_tracker.BoostVersion", on_delete=models.SET_NULL, null=True, blank=True
    )
    last_version = IdentityKey(
        "boost_library_tracker.BoostVersion", on_delete=models.SET_NULL, null=True, blank=True
    )
    is_upserted = models.BooleanField(default=False)
    scraped_at = models.DateTimeField(default=timezone.now)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "documentation content"

    def __str__(self) -> str:
        return self.url or self.content_hash


class BoostLibraryDocumentation(models.Model):
    """A library version shows a page of this content."""

    boost_library_version = IdentityKey(
        "boost_library_tracker.BoostLibraryVersion", on_delete=models.CASCADE
    )
    boost_doc_content = models.ForeignKey(
        BoostDocContent, on_delete=models.CASCADE, related_name="library_versions"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("boost_library_version", "boost_doc_content"),)
        verbose_name = "library documentation"
        verbose_name_plural = "library documentation"

    def __str__(self) -> str:
        return f"Content {self.boost_doc_content_id} for {self.boost_library_version_id}"

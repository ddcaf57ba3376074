from django.contrib import admin

from appschemas import IdentityKeyAdmin
from boost_library_docs_tracker.models import BoostDocContent, BoostLibraryDocumentation


@admin.register(BoostDocContent)
class BoostDocContentAdmin(IdentityKeyAdmin):
    list_display = ("url", "first_version", "last_version", "is_upserted", "scraped_at")
    list_filter = ("is_upserted",)
    search_fields = ("url", "content_hash")


@admin.register(BoostLibraryDocumentation)
class BoostLibraryDocumentationAdmin(IdentityKeyAdmin):
    list_display = ("boost_library_version", "boost_doc_content", "created_at")
    list_select_related = ("boost_doc_content",)
    raw_id_fields = ("boost_doc_content",)
    search_fields = ("boost_doc_content__url",)

from django.contrib import admin

from appschemas import IdentityKeyAdmin
from boost_library_tracker.models import (
    BoostDependency,
    BoostFile,
    BoostLibrary,
    BoostLibraryCategory,
    BoostLibraryCategoryRelationship,
    BoostLibraryRepository,
    BoostLibraryRoleRelationship,
    BoostLibraryVersion,
    BoostVersion,
    DependencyChangeLog,
)


@admin.register(BoostLibraryRepository)
class BoostLibraryRepositoryAdmin(IdentityKeyAdmin):
    list_display = ("pk", "githubrepository_ptr", "created_at")
    search_fields = ("=githubrepository_ptr",)


@admin.register(BoostLibrary)
class BoostLibraryAdmin(IdentityKeyAdmin):
    list_display = ("name", "repo")
    list_select_related = ("repo",)
    raw_id_fields = ("repo",)
    search_fields = ("name",)


@admin.register(BoostFile)
class BoostFileAdmin(IdentityKeyAdmin):
    list_display = ("pk", "github_file", "library")
    list_select_related = ("library",)
    raw_id_fields = ("library",)
    search_fields = ("=github_file", "library__name")


@admin.register(BoostVersion)
class BoostVersionAdmin(IdentityKeyAdmin):
    list_display = ("version", "version_created_at")
    search_fields = ("version",)


@admin.register(BoostLibraryVersion)
class BoostLibraryVersionAdmin(IdentityKeyAdmin):
    list_display = ("library", "version", "cpp_version", "key")
    list_select_related = ("library", "version")
    raw_id_fields = ("library", "version")
    search_fields = ("library__name", "version__version", "key")


@admin.register(BoostDependency)
class BoostDependencyAdmin(IdentityKeyAdmin):
    list_display = ("client_library", "version", "dep_library")
    list_select_related = ("client_library", "version", "dep_library")
    raw_id_fields = ("client_library", "version", "dep_library")
    search_fields = ("client_library__name", "dep_library__name")


@admin.register(DependencyChangeLog)
class DependencyChangeLogAdmin(IdentityKeyAdmin):
    list_display = ("client_library", "dep_library", "is_add", "created_at")
    list_filter = ("is_add",)
    list_select_related = ("client_library", "dep_library")
    raw_id_fields = ("client_library", "dep_library")
    search_fields = ("client_library__name", "dep_library__name")


@admin.register(BoostLibraryCategory)
class BoostLibraryCategoryAdmin(IdentityKeyAdmin):
    list_display = ("name", "created_at")
    search_fields = ("name",)


@admin.register(BoostLibraryRoleRelationship)
class BoostLibraryRoleRelationshipAdmin(IdentityKeyAdmin):
    list_display = ("library_version", "account", "is_maintainer", "is_author")
    list_filter = ("is_maintainer", "is_author")
    list_select_related = ("library_version",)
    raw_id_fields = ("library_version",)
    search_fields = ("library_version__library__name", "=account")


@admin.register(BoostLibraryCategoryRelationship)
class BoostLibraryCategoryRelationshipAdmin(IdentityKeyAdmin):
    list_display = ("library", "category")
    list_select_related = ("library", "category")
    raw_id_fields = ("library", "category")
    search_fields = ("library__name", "category__name")

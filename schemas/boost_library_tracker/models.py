"""Boost libraries, their versions, and how they depend on each other."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from appschemas import IdentityKey


class BoostLibraryRepository(models.Model):
    """A repository that Boost libraries live in; its key is the repository's own."""

    githubrepository_ptr = IdentityKey(
        "github_activity_tracker.GitHubRepository", on_delete=models.CASCADE, primary_key=True
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "Boost library repositories"

    def __str__(self) -> str:
        return f"Repository {self.pk}"


class BoostLibrary(models.Model):
    """A Boost library."""

    repo = models.ForeignKey(
        BoostLibraryRepository, on_delete=models.CASCADE, related_name="libraries"
    )
    name = models.CharField(max_length=255, blank=True)

    class Meta:
        unique_together = (("repo", "name"),)
        verbose_name_plural = "Boost libraries"

    def __str__(self) -> str:
        return self.name


class BoostFile(models.Model):
    """A file that belongs to a library; its key is the file's own."""

    github_file = IdentityKey(
        "github_activity_tracker.GitHubFile", on_delete=models.CASCADE, primary_key=True
    )
    library = models.ForeignKey(BoostLibrary, on_delete=models.CASCADE, related_name="files")

    def __str__(self) -> str:
        return f"File {self.pk}"


class BoostVersion(models.Model):
    """A release of Boost, such as `boost-1.85.0`."""

    version = models.CharField(max_length=64, unique=True)
    version_created_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.version


class BoostLibraryVersion(models.Model):
    """A library in a release."""

    library = models.ForeignKey(BoostLibrary, on_delete=models.CASCADE, related_name="versions")
    version = models.ForeignKey(BoostVersion, on_delete=models.CASCADE, related_name="libraries")
    cpp_version = models.CharField(max_length=64, blank=True)
    description = models.TextField(blank=True)
    key = models.CharField(max_length=255, blank=True)
    documentation = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("library", "version"),)

    def __str__(self) -> str:
        return self.key or f"Library {self.library_id} in version {self.version_id}"


class BoostDependency(models.Model):
    """`client_library` needs `dep_library` in a release."""

    client_library = models.ForeignKey(
        BoostLibrary, on_delete=models.CASCADE, related_name="dependencies"
    )
    version = models.ForeignKey(BoostVersion, on_delete=models.CASCADE, related_name="dependencies")
    dep_library = models.ForeignKey(
        BoostLibrary, on_delete=models.CASCADE, related_name="dependents"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("client_library", "version", "dep_library"),)
        verbose_name_plural = "Boost dependencies"

    def __str__(self) -> str:
        return f"Library {self.client_library_id} needs {self.dep_library_id}"


class DependencyChangeLog(models.Model):
    """The day on which a dependency came or went."""

    client_library = models.ForeignKey(
        BoostLibrary, on_delete=models.CASCADE, related_name="dependency_changes"
    )
    dep_library = models.ForeignKey(
        BoostLibrary, on_delete=models.CASCADE, related_name="dependent_changes"
    )
    is_add = models.BooleanField(default=True)
    # A default and not auto_now_add: what is read from a repository's past has its own day.
    created_at = models.DateField(default=timezone.localdate)

    class Meta:
        unique_together = (("client_library", "dep_library", "created_at"),)
        verbose_name = "dependency change"

    def __str__(self) -> str:
        sign = "+" if self.is_add else "-"
        return f"{sign}{self.dep_library_id} for {self.client_library_id} on {self.created_at}"


class BoostLibraryCategory(models.Model):
    """A category of libraries, such as `Concurrency`."""

    name = models.CharField(max_length=255, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "Boost library categories"

    def __str__(self) -> str:
        return self.name


class BoostLibraryRoleRelationship(models.Model):
    """Who maintains a library in a release, and who wrote it."""

    library_version = models.ForeignKey(
        BoostLibraryVersion, on_delete=models.CASCADE, related_name="roles"
    )
    account = IdentityKey("cppa_user_tracker.GitHubAccount", on_delete=models.CASCADE)
    is_maintainer = models.BooleanField(default=False)
    is_author = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("library_version", "account"),)
        verbose_name = "library role"

    def __str__(self) -> str:
        return f"Account {self.account_id} for {self.library_version_id}"


class BoostLibraryCategoryRelationship(models.Model):
    """A library is in a category."""

    library = models.ForeignKey(BoostLibrary, on_delete=models.CASCADE, related_name="categories")
    category = models.ForeignKey(
        BoostLibraryCategory, on_delete=models.CASCADE, related_name="libraries"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("library", "category"),)
        verbose_name = "library's category"
        verbose_name_plural = "library's categories"

    def __str__(self) -> str:
        return f"Library {self.library_id} in category {self.category_id}"

"""WG21 mailings, papers and authors."""

from django.db import models

from appschemas import IdentityKey


class WG21Mailing(models.Model):
    """A mailing, named by its month (`2025-10`)."""

    mailing_date = models.CharField(max_length=7, unique=True)
    title = models.CharField(max_length=255, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.mailing_date


class WG21Paper(models.Model):
    """A paper; old numbers were used again, so the year belongs to its key."""

    paper_id = models.CharField(max_length=255)
    url = models.URLField(max_length=1024, blank=True, default="")
    title = models.CharField(max_length=1024, blank=True, default="")
    document_date = models.DateField(null=True, blank=True)
    year = models.IntegerField()
    mailing = models.ForeignKey(WG21Mailing, on_delete=models.CASCADE, related_name="papers")
    subgroup = models.CharField(max_length=255, blank=True, default="")
    is_downloaded = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        unique_together = (("paper_id", "year"),)

    def __str__(self) -> str:
        return f"{self.paper_id} ({self.year})"


class WG21PaperAuthor(models.Model):
    """An author of a paper; `author_order` counts from 1."""

    paper = models.ForeignKey(WG21Paper, on_delete=models.CASCADE, related_name="authors")
    profile = IdentityKey("cppa_user_tracker.WG21PaperAuthorProfile", on_delete=models.CASCADE)
    author_order = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("paper", "profile"),)

    def __str__(self) -> str:
        return f"{self.profile_id} of {self.paper_id}"

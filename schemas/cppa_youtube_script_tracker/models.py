"""YouTube channels, videos, speakers and tags."""

from django.db import models

from appschemas import IdentityKey


class YouTubeChannel(models.Model):
    """A channel."""

    channel_id = models.CharField(max_length=64, primary_key=True)
    channel_title = models.CharField(max_length=255, blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.channel_title or self.channel_id


class YouTubeVideo(models.Model):
    """A video and where its transcript is kept."""

    video_id = models.CharField(max_length=32, primary_key=True)
    channel = models.ForeignKey(
        YouTubeChannel, on_delete=models.SET_NULL, null=True, blank=True, related_name="videos"
    )
    title = models.CharField(max_length=512, blank=True, default="")
    description = models.TextField(blank=True, default="")
    published_at = models.DateTimeField(null=True, blank=True)
    duration_seconds = models.IntegerField(default=0)
    view_count = models.IntegerField(null=True, blank=True)
    like_count = models.IntegerField(null=True, blank=True)
    comment_count = models.IntegerField(null=True, blank=True)
    search_term = models.CharField(max_length=255, blank=True, default="")
    has_transcript = models.BooleanField(default=False)
    transcript_path = models.CharField(max_length=1024, blank=True, default="")
    scraped_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.title or self.video_id


class YouTubeVideoSpeaker(models.Model):
    """Who speaks in a video."""

    video = models.ForeignKey(YouTubeVideo, on_delete=models.CASCADE, related_name="speakers")
    speaker = IdentityKey("cppa_user_tracker.YoutubeSpeaker", on_delete=models.CASCADE)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        unique_together = (("video", "speaker"),)

    def __str__(self) -> str:
        return f"{self.speaker_id} in {self.video_id}"


class CppaTags(models.Model):
    """A tag."""

    tag_name = models.CharField(max_length=128, unique=True)

    class Meta:
        verbose_name_plural = "cppa tags"

    def __str__(self) -> str:
        return self.tag_name


class YouTubeVideoTags(models.Model):
    """A tag on a video."""

    youtube_video = models.ForeignKey(YouTubeVideo, on_delete=models.CASCADE, related_name="tags")
    cppa_tag = models.ForeignKey(CppaTags, on_delete=models.CASCADE, related_name="videos")

    class Meta:
        unique_together = (("youtube_video", "cppa_tag"),)
        verbose_name_plural = "YouTube video tags"

    def __str__(self) -> str:
        return f"{self.cppa_tag_id} on {self.youtube_video_id}"

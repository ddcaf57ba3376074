"""One twin: foreign keys, in the schema of what they refer to."""

from django.db import models


class Paper(models.Model):
    title = models.CharField(max_length=50)
    rating = models.IntegerField(null=True, blank=True)
    author = models.ForeignKey(
        "persons.Person", on_delete=models.CASCADE, related_name="single_papers"
    )
    editor = models.ForeignKey(
        "persons.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    readers = models.ManyToManyField(
        "persons.Person", through="Reading", related_name="single_read"
    )

    def __str__(self) -> str:
        return self.title


class Reading(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE)
    person = models.ForeignKey("persons.Person", on_delete=models.CASCADE, related_name="+")
    year = models.IntegerField(default=2000)

    class Meta:
        unique_together = [("paper", "person")]


class Section(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="sections")
    lead = models.ForeignKey(
        "persons.Person", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    number = models.IntegerField(default=1)


class Review(models.Model):
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="reviews")
    points = models.IntegerField(null=True, blank=True)


class Profile(models.Model):
    person = models.OneToOneField(
        "persons.Person", on_delete=models.CASCADE, related_name="single_profile"
    )
    text = models.CharField(max_length=50)


class Visit(models.Model):
    passport = models.ForeignKey(
        "persons.Passport", on_delete=models.CASCADE, null=True, related_name="+"
    )
    guests = models.ManyToManyField("persons.Person", related_name="single_visits")

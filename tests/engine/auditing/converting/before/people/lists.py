"""What is listed of a person."""


def papers_of(person):
    return [paper.title for paper in person.paper_set.all()]

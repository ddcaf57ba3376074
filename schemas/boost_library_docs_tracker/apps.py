from django.apps import AppConfig


class BoostLibraryDocsTrackerConfig(AppConfig):
    name = "boost_library_docs_tracker"
    verbose_name = "Boost documentation"

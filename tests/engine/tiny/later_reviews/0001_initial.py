from importlib import import_module

Migration = import_module("reviews.migrations.0001_initial").Migration

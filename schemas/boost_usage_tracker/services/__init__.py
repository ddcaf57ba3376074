"""All writes of Boost's usage; what it is given and gives back are keys (`int`)."""

from boost_usage_tracker import records
from boost_usage_tracker.services.includes import set_includes
from boost_usage_tracker.services.usages import (
    except_usages,
    record_missing_headers,
    record_usages,
    resolve_missing_header,
    upsert_external_repository,
)

__all__ = [
    "except_usages",
    "record_missing_headers",
    "record_usages",
    "records",
    "resolve_missing_header",
    "set_includes",
    "upsert_external_repository",
]

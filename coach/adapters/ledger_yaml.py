"""The project ledger in `ledger.yaml` of the user's folder."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from coach.adapters.yaml_records import YamlRecords
from coach.core.ledger import Project

_HEAD = """\
# Your projects with three numbers each: what moved, what stayed flat, what you would still change. Edit them here or
# in the app: comments, order and quoting stay, and the last ten versions lie in backups/. A skeleton to copy from:
#
# projects:
#   - id: dedup
#     name: Impression deduplication
#     period: 2025
#     moved: {what: duplicate rate, value: 0.3, unit: "%", baseline: 2.3, date: 2025-09}
#     flat: {what: latency, value: 4, unit: minutes, baseline: 4, date: 2025-09}
#     change: {what: false drops, value: 0.2, unit: "%", baseline: 0.2, date: 2025-12, note: half of it would do}

"""


def ledger_file(path: Path, now: Callable[[], datetime]) -> YamlRecords[Project]:
    """The file of the projects; a new one begins with a skeleton in comments."""
    return YamlRecords(path, "projects", Project, head=_HEAD, now=now)

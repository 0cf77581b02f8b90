"""The small tables of the bench: their columns, and which maker fills them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random

from coach.adapters import bench_ads, bench_users
from coach.adapters.bench_ads import Rows

Maker = Callable[[Random], Mapping[str, Rows]]


@dataclass(frozen=True, slots=True)
class Table:
    """One table."""

    columns: tuple[tuple[str, str], ...]
    """Name and SQL type of each column."""
    make: Maker
    """Fills it, and the tables that belong to it."""


def _table(make: Maker, columns: str) -> Table:
    pairs = (each.strip().rsplit(" ", 1) for each in columns.split(";"))
    return Table(tuple((name, kind) for name, kind in pairs), make)


TABLES: Mapping[str, Table] = {
    "clicks": _table(
        bench_ads.attribution,
        "click_id INTEGER; user_id INTEGER; click_ts TIMESTAMP; campaign_id INTEGER; creative_id INTEGER",
    ),
    "conversions": _table(
        bench_ads.attribution, "conversion_id INTEGER; user_id INTEGER; conversion_ts TIMESTAMP; value_usd DOUBLE"
    ),
    "spend": _table(bench_ads.attribution, "dt DATE; campaign_id INTEGER; placement VARCHAR; spend_cents INTEGER"),
    "creative_stats": _table(
        bench_ads.creatives,
        "dt DATE; advertiser_id INTEGER; creative_id INTEGER; placement VARCHAR; impressions INTEGER; clicks INTEGER",
    ),
    "impressions": _table(
        bench_ads.impressions,
        "impression_id INTEGER; shown_at TIMESTAMP; dt DATE; campaign_id INTEGER; user_id INTEGER; is_valid BOOLEAN",
    ),
    "delivery": _table(bench_ads.delivery, "slot_ts TIMESTAMP; campaign_id INTEGER; impressions INTEGER"),
    "audience_members": _table(bench_ads.audiences, "advertiser_id INTEGER; audience_id INTEGER; user_id INTEGER"),
    "campaign_daily": _table(bench_ads.launches, "dt DATE; campaign_id INTEGER; surface VARCHAR; impressions INTEGER"),
    "campaigns": _table(bench_ads.launches, "campaign_id INTEGER; advertiser_id INTEGER; launched_on DATE"),
    "events": _table(
        bench_users.events, "event_id INTEGER; event_ts TIMESTAMP; dt DATE; user_id INTEGER; event_name VARCHAR"
    ),
    "activity": _table(bench_users.activity, "dt DATE; user_id INTEGER"),
    "user_state": _table(bench_users.activity, "dt DATE; user_id INTEGER; last_active_dt DATE; lifetime_days INTEGER"),
    "app_events": _table(
        bench_users.countries,
        "dt DATE; user_id INTEGER; event_name VARCHAR; surface VARCHAR; os VARCHAR; country VARCHAR",
    ),
    "assignment": _table(bench_users.holdout, "user_id INTEGER; arm VARCHAR"),
    "sales": _table(
        bench_users.holdout,
        "sale_id INTEGER; user_id INTEGER; sold_at TIMESTAMP; value_usd DOUBLE; click_id INTEGER",
    ),
    "leaks": _table(bench_users.holdout, "user_id INTEGER; channel VARCHAR; seen_at TIMESTAMP"),
    "feed_events": _table(
        bench_users.sessions,
        "session_id INTEGER; user_id INTEGER; event_ts TIMESTAMP; event_name VARCHAR; item_id INTEGER; is_ad BOOLEAN",
    ),
    "exposures": _table(
        bench_users.sessions, "experiment VARCHAR; user_id INTEGER; variant VARCHAR; exposed_at TIMESTAMP"
    ),
}
"""Every table there is."""


def make_rows(names: Iterable[str], seed: int) -> dict[str, Rows]:
    """The rows of some tables; the same for the same seed, and tables that belong together agree."""
    made: dict[str, Rows] = {}
    wanted = list(names)
    for name in wanted:
        if name not in made:
            made.update(TABLES[name].make(Random(seed)))  # noqa: S311  rows to practise on, no secret
    return {name: made[name] for name in wanted}

"""Rows of the small tables about ads: clicks, conversions, spend, creatives, impressions, delivery, audiences."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from random import Random

Rows = list[tuple[object, ...]]
"""Rows of one table, in the order they are put in."""

TODAY = date(2026, 3, 31)
"""What CURRENT_DATE says on the bench, so that every run sees the same day."""
NOW = datetime(2026, 3, 31, 15, 0)
"""What CURRENT_TIMESTAMP says on the bench."""
LAUNCH = date(2026, 3, 10)
"""When the new campaign of the cannibalisation task began."""
LAUNCHED = 900
"""Its id."""


def ago(days: int) -> date:
    """The date so many days before today."""
    return TODAY - timedelta(days=days)


def at(day: date, seconds: int) -> datetime:
    """A moment of a day."""
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)


def attribution(rng: Random) -> Mapping[str, Rows]:
    """Clicks, conversions and spend: organic buyers, clicks too old or too late, ties, a campaign that cost nothing."""
    clicks: list[tuple[int, datetime, int, int]] = []
    conversions: list[tuple[int, datetime]] = []

    def click(user: int, when: datetime, campaign: int | None = None) -> None:
        chosen = campaign or rng.choice((1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 8))
        clicks.append((user, when, chosen, chosen * 100 + rng.randrange(4)))

    for user in range(1, 41):
        for _ in range(rng.randrange(7)):
            click(user, at(ago(rng.randrange(45)), rng.randrange(86_400)))
        for _ in range(rng.randrange(1, 5)):
            conversions.append((user, at(ago(rng.choice((0, 1, 2, 3, 4, 5, 6, 7, 9, 14, 22, 29, 30, 31, 38))),
                                       rng.randrange(86_400))))  # fmt: skip
    for user in range(50, 58):
        moment = at(ago(rng.randrange(1, 8)), rng.randrange(86_400))
        conversions.append((user, moment))
        tied = moment - timedelta(hours=rng.randrange(1, 60))
        for campaign in rng.sample(range(1, 6), 2):
            click(user, tied, campaign)
    for user, days in ((60, 29), (61, 30), (62, 7), (63, 6), (64, 7)):
        moment = at(ago(days), rng.randrange(3_600, 80_000))
        conversions.append((user, moment))
        click(user, moment - timedelta(days=6, hours=1))
    week = timedelta(days=7)
    for user, gap in ((70, week), (71, week + timedelta(seconds=1)), (72, timedelta(0)), (73, -timedelta(seconds=1))):
        moment = at(ago(rng.randrange(2, 7)), rng.randrange(86_400))
        conversions.append((user, moment))
        click(user, moment - gap)
    for user in (80, 81, 82):
        moment = at(ago(rng.randrange(1, 7)), rng.randrange(40_000, 86_400))
        conversions.append((user, moment))
        click(user, moment - timedelta(hours=2), 8)
    rng.shuffle(clicks)
    rng.shuffle(conversions)
    click_rows: Rows = [(5_000 + n, *each) for n, each in enumerate(clicks)]
    rng.shuffle(click_rows)
    sale_rows: Rows = [(9_000 + n, *each, rng.randrange(500, 20_000) / 100) for n, each in enumerate(conversions)]
    spend: Rows = [
        (ago(days), campaign, placement, 0 if campaign == 8 else rng.randrange(300, 9_000))
        for days in range(13, -1, -1)
        for campaign in range(1, 9)
        for placement in ("feed", "story", "search")[: rng.randrange(1, 4)]
        if campaign != 6 or days % 3
    ]
    return {"clicks": click_rows, "conversions": sale_rows, "spend": spend}


def creatives(rng: Random) -> Mapping[str, Rows]:
    """Daily creative counts: days missing, a creative nobody sees, tiny ones, an advertiser without any variance."""
    rows: Rows = []
    for advertiser, first, count in ((1, 10, 12), (2, 40, 9), (3, 70, 5), (4, 80, 6)):
        for days in range(40, 0, -1):
            if advertiser == 2 and rng.random() < 0.35:
                continue
            if advertiser == 4 and days > 3:
                continue
            for creative in range(first, first + count):
                if rng.random() < 0.12:
                    continue
                tiny = creative % 10 in (3, 4)
                for placement in ("feed", "story"):
                    shown = rng.randrange(10, 300) if tiny else rng.randrange(510, 4_000)
                    rate = rng.uniform(0.0, 0.5) if tiny else rng.uniform(0.005, 0.05)
                    if advertiser == 3:
                        shown, rate = shown // 100 * 100, 0.02
                    if creative == first + 5:
                        shown = 0
                    rows.append((ago(days), advertiser, creative, placement, shown, round(shown * rate)))
    return {"creative_stats": rows}


def impressions(rng: Random) -> Mapping[str, Rows]:
    """Impressions a week back: today's half day, invalid ones, tiny campaigns, shares just at the limit."""
    often = (11, 12, 14, 18)
    seldom = (1, 1, 2, 3, 4, 5, 6, 7, 10)
    rows: list[tuple[object, ...]] = []

    def show(campaign: int, user: int, day: date, valid: bool = True) -> None:
        rows.append((at(day, rng.randrange(54_000)), day, campaign, user, valid))

    for campaign, users, heavy in ((1, 30, 9), (2, 25, 5), (3, 40, 3), (4, 20, 12), (5, 8, 7), (6, 60, 2), (7, 22, 0)):
        for number in range(users):
            user = campaign * 1_000 + number
            times = rng.choice(often) if number < heavy else rng.choice(seldom)
            for _ in range(times):
                show(campaign, user, ago(rng.randrange(1, 8)))
            if rng.random() < 0.25:
                for _ in range(rng.randrange(1, 4)):
                    show(campaign, user, ago(0))
            if rng.random() < 0.2:
                show(campaign, user, ago(8))
            if rng.random() < 0.2:
                show(campaign, user, ago(rng.randrange(1, 8)), valid=False)
        for extra in range(4):
            show(campaign, campaign * 1_000 + 900 + extra, ago(rng.choice((0, 8))))
            show(campaign, campaign * 1_000 + 950 + extra, ago(3), valid=False)
    rng.shuffle(rows)
    return {"impressions": [(100_000 + n, *each) for n, each in enumerate(rows)]}


def delivery(rng: Random) -> Mapping[str, Rows]:
    """Quarter-hour counts of yesterday and today: dead hours without rows, single dips, tiny and new campaigns."""
    rows: Rows = []
    levels = {1: 200, 2: 90, 3: 60, 4: 12, 5: 150, 6: 80, 7: 50}
    low: dict[int, dict[int, float]] = {c: {} for c in levels}
    start = rng.randrange(3, 9)
    low[1] = {start: 0.4, start + 1: 0.5, start + 2: 0.3, start + 5: 0.2}
    low[2] = {rng.randrange(2, 6): 0.3, rng.randrange(8, 12): 0.5}
    dead = rng.randrange(4, 11)
    low[3] = {dead: 0.0, dead + 1: 0.0, dead + 2: 0.5}
    low[4] = dict.fromkeys(range(2, 12), 0.1)
    low[6] = {0: 0.2, 1: 0.3, 13: 0.4, 14: 0.5}
    for campaign, level in levels.items():
        for hour in range(24):
            shape = 1 + 0.6 * (hour % 12) / 12
            base = [max(1, round(level * shape * rng.uniform(0.9, 1.1))) for _ in range(4)]
            if campaign == 7:
                base = [50] * 4
            if campaign != 5:
                rows += [(at(ago(1), hour * 3_600 + q * 900), campaign, n) for q, n in enumerate(base)]
            if hour >= 15:
                continue
            share = low[campaign].get(hour, rng.uniform(0.85, 1.2))
            if campaign == 7:
                share = 0.7 if hour in (start, start + 1) else 1.0
            if share > 0:
                rows += [(at(ago(0), hour * 3_600 + q * 900), campaign, round(n * share)) for q, n in enumerate(base)]
    rng.shuffle(rows)
    return {"delivery": rows}


def audiences(rng: Random) -> Mapping[str, Rows]:
    """Audience members: listed twice, pairs with nothing in common, users shared with another advertiser, a giant."""
    rows: Rows = []
    pools = {11: (1, range(120)), 12: (1, range(20, 60)), 13: (1, range(50, 90)), 14: (1, range(300, 330)),
             21: (2, range(50)), 22: (2, range(30, 80)), 23: (2, range(400, 420)), 31: (3, range(30))}  # fmt: skip
    for audience, (advertiser, pool) in pools.items():
        for user in pool:
            if rng.random() < 0.75:
                rows += [(advertiser, audience, user)] * (2 if rng.random() < 0.15 else 1)
    rng.shuffle(rows)
    return {"audience_members": rows}


def launches(rng: Random) -> Mapping[str, Rows]:
    """Campaigns around a launch: other advertisers, a tiny campaign, one that stopped, days and surfaces missing."""
    campaigns: Rows = [(LAUNCHED, 1, LAUNCH)]
    campaigns += [(number, 1 if number < 110 else 2, ago(200 + number)) for number in (101, 102, 103, 104, 105, 106)]
    campaigns += [(201, 2, ago(180)), (202, 2, ago(90))]
    levels = {101: 2_000, 102: 900, 103: 1_500, 104: 150, 105: 1_200, 106: 420, 201: 1_800, 202: 700, LAUNCHED: 2_500}
    after = {101: 0.6, 103: 0.72, 104: 0.1, 201: 0.3, 106: 0.8}
    rows: Rows = []
    for campaign, level in levels.items():
        for offset in range(-25, 22):
            day = LAUNCH + timedelta(days=offset)
            if campaign == LAUNCHED and offset < 0:
                continue
            if campaign == 105 and offset >= 0:
                continue
            if rng.random() < 0.08:
                continue
            share = after.get(campaign, 1.0) if 0 <= offset < 14 else 1.3 if offset >= 14 else 1.0
            share = 1.8 if offset < -14 else share
            for surface in ("feed", "story", "search")[: rng.randrange(1, 4)]:
                rows.append((day, campaign, surface, round(level * share * rng.uniform(0.8, 1.2))))
    rng.shuffle(rows)
    return {"campaign_daily": rows, "campaigns": campaigns}

"""Rows of the small tables about users: raw events, activity, carried state, experiments, sales, feed sessions."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from coach.adapters.bench_ads import Rows, ago, at

QUALIFYING = ("page_view", "app_open", "impression", "click")
SIDE_EFFECTS = ("ad_blocked", "push_received", "token_refreshed")


def events(rng: Random) -> Mapping[str, Rows]:
    """Raw events of 50 days: several a day, events without a user, side effects of people who were not there."""
    rows: list[tuple[object, ...]] = []
    for user in range(1, 56):
        first = rng.randrange(0, 50)
        eager = rng.choice((0.08, 0.3, 0.75, 0.95))
        for days in range(first, -1, -1):
            active = days == first or rng.random() < eager
            for _ in range(rng.randrange(1, 4) if active else 0):
                rows.append((at(ago(days), rng.randrange(86_400)), ago(days), user, rng.choice(QUALIFYING)))
            if rng.random() < 0.15:
                rows.append((at(ago(days), rng.randrange(86_400)), ago(days), user, rng.choice(SIDE_EFFECTS)))
        if rng.random() < 0.5:
            rows.append((at(ago(first + 1), 60), ago(first + 1), user, rng.choice(SIDE_EFFECTS)))
    for days in range(50):
        rows.append((at(ago(days), rng.randrange(86_400)), ago(days), None, rng.choice(QUALIFYING)))
    rng.shuffle(rows)
    return {"events": [(700_000 + n, *each) for n, each in enumerate(rows)]}


def activity(rng: Random) -> Mapping[str, Rows]:
    """One row per user and active day, and the state carried for everybody: returners, old-timers, people of today."""
    days_of: dict[int, set[date]] = {}
    joined = sorted(rng.sample(range(5, 131), 9), reverse=True)
    for user in range(1, 41):
        first = 131 if user <= 4 else 100 if user <= 7 else rng.choice(joined)
        eager = rng.choice((0.05, 0.2, 0.5, 0.9))
        days_of[user] = {ago(first)} | {ago(d) for d in range(first) if rng.random() < eager}
        if user in (2, 6):
            days_of[user] |= {ago(first - 90), ago(first - 91)}
    for user in (41, 42, 43):
        days_of[user] = {ago(0)}
    for user in (44, 45):
        days_of[user] = {ago(0)}
    for user in (1, 5, 9, 12):
        days_of[user] |= {ago(0), ago(1)}
    for user in (2, 6, 10):
        last = ago(rng.randrange(4, 9))
        days_of[user] = {d for d in days_of[user] if d <= last} | {ago(0)}
    earlier = {user: (rng.randrange(3, 90), ago(rng.randrange(140, 200))) for user in (44, 45, 46, 47)}
    state: Rows = []
    for snapshot in (ago(2), ago(1)):
        for user in sorted({*days_of, *earlier}):
            days = [d for d in days_of.get(user, ()) if d <= snapshot]
            before, long_ago = earlier.get(user, (0, None))
            newest = max(days) if days else long_ago
            if newest is not None:
                state.append((snapshot, user, newest, before + len(days)))
    rows: Rows = [(day, user) for user, days in days_of.items() for day in days]
    rows.sort(key=str)
    rng.shuffle(rows)
    rng.shuffle(state)
    return {"activity": rows, "user_state": state}


def countries(rng: Random) -> Mapping[str, Rows]:
    """App events of four days: one country goes dark, a tiny one halves, one stands exactly at the floor."""
    rows: Rows = []
    sizes = {"US": 45, "BR": 38, "IN": 27, "DE": 30, "NZ": 20, "FJ": 6, "IS": 19}
    yesterday = {"US": 0.95, "BR": 0.6, "IN": 0.0, "DE": 1.0, "NZ": 0.8, "FJ": 0.2, "IS": 0.3}
    for number, (country, size) in enumerate(sizes.items()):
        for user in range(number * 100, number * 100 + size):
            surface, system = rng.choice(("feed", "stories")), rng.choice(("ios", "android"))
            for days in (3, 2, 1, 0):
                there = rng.random() < yesterday[country] if days == 1 else True
                for _ in range(rng.randrange(1, 4) if there else 0):
                    rows.append((ago(days), user, "app_open", surface, system, country))
                if rng.random() < 0.3 and (there or rng.random() < 0.5) and country != "IN":
                    rows.append((ago(days), user, "push_received", surface, system, country))
        for days in (2, 1):
            rows.append((ago(days), None, "app_open", "feed", "ios", country if country != "IN" else "US"))
            outsider = number * 100 + 99
            rows.append((ago(days), outsider, "push_received", "feed", "ios", country if country != "IN" else "US"))
    rng.shuffle(rows)
    return {"app_events": rows}


def holdout(rng: Random) -> Mapping[str, Rows]:
    """A holdout: most people buy nothing, some buy twice or outside the dates, some of the withheld saw the ad."""
    assignment: Rows = []
    sales: list[tuple[object, ...]] = []
    leaks: Rows = []
    begin = date(2026, 3, 1)
    for user in range(1, 241):
        held = user % 6 == 0
        assignment.append((user, "holdout" if held else "treatment"))
        leaked = held and user % 5 == 0
        buys = rng.random() < (0.9 if leaked else 0.3 if held else 0.4)
        for _ in range(rng.randrange(1, 3) if buys else 0):
            moment = at(begin + timedelta(days=rng.randrange(28)), rng.randrange(86_400))
            organic = held or rng.random() < 0.4
            click = None if organic else rng.randrange(5_000, 6_000)
            sales.append((user, moment, rng.randrange(500, 9_000) / 100, click))
        if rng.random() < 0.15:
            outside = begin + timedelta(days=rng.choice((-3, -1, 28, 29)))
            sales.append((user, at(outside, rng.randrange(86_400)), rng.randrange(500, 9_000) / 100, None))
        if leaked or (not held and rng.random() < 0.1):
            for channel in rng.sample(("email", "partner_site", "search"), rng.randrange(1, 4)):
                leaks.append((user, channel, at(begin + timedelta(days=rng.randrange(20)), rng.randrange(86_400))))
    for user in range(300, 320):
        sales.append((user, at(begin + timedelta(days=rng.randrange(28)), 600), rng.randrange(500, 9_000) / 100, None))
    rng.shuffle(sales)
    return {"assignment": assignment, "sales": [(3_000 + n, *each) for n, each in enumerate(sales)], "leaks": leaks}


def sessions(rng: Random) -> Mapping[str, Rows]:
    """Feed sessions of an ad-load test: people outside it, exposed twice, in another test, gone after a week."""
    exposures: Rows = []
    rows: Rows = []
    session = 40_000
    begin = date(2026, 3, 1)
    for user in range(1, 61):
        variant = None if user % 5 == 0 else "one_in_four" if user % 2 else "one_in_six"
        if variant:
            for _ in range(rng.choice((1, 1, 2, 3))):
                exposures.append(("ad-load", user, variant, at(begin, rng.randrange(86_400))))
        if rng.random() < 0.5:
            exposures.append(("feed-font", user, rng.choice(("serif", "sans")), at(begin, rng.randrange(86_400))))
        back = 0.45 if variant == "one_in_four" else 0.8
        gone = rng.random() > back
        for offset in range(16):
            if (offset >= 7 and gone) or rng.random() < 0.72:
                continue
            session += 1
            moment = at(begin + timedelta(days=offset), rng.randrange(70_000))
            if rng.random() < 0.8:
                rows.append((session, user, moment, "app_open", None, False))
            for _ in range(rng.randrange(1, 9)):
                moment += timedelta(seconds=rng.randrange(5, 90))
                is_ad = rng.random() < (0.25 if variant == "one_in_four" else 0.17)
                item = rng.randrange(1, 400)
                rows.append((session, user, moment, "impression", item, is_ad))
                if rng.random() < 0.2:
                    moment += timedelta(seconds=3)
                    rows.append((session, user, moment, "click", item, is_ad))
    rng.shuffle(rows)
    return {"feed_events": rows, "exposures": exposures}

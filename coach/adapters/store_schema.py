"""The tables of the attempt database, as numbered migrations: version N is reached by running the first N."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE attempts (
        id TEXT PRIMARY KEY,
        item TEXT NOT NULL,
        created_at TEXT NOT NULL,
        source TEXT NOT NULL,
        state TEXT NOT NULL,
        audio TEXT,
        duration_s REAL,
        overflows INTEGER NOT NULL DEFAULT 0,
        ended TEXT NOT NULL DEFAULT '',
        error TEXT NOT NULL DEFAULT '',
        owner TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX attempts_by_item ON attempts (item, created_at);
    CREATE INDEX attempts_by_state ON attempts (state);
    CREATE TABLE transcripts (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        engine TEXT,
        model TEXT,
        text TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT;
    CREATE TABLE analyses (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        document TEXT NOT NULL
    ) STRICT;
    CREATE TABLE scorecards (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        rubric_version INTEGER NOT NULL,
        score REAL NOT NULL,
        level TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT;
    """,
    """
    CREATE TABLE memories (
        item TEXT NOT NULL,
        line TEXT NOT NULL,
        due TEXT NOT NULL,
        stability REAL,
        difficulty REAL,
        state INTEGER NOT NULL,
        step INTEGER,
        last_review TEXT,
        reviews INTEGER NOT NULL,
        lapses INTEGER NOT NULL,
        PRIMARY KEY (item, line)
    ) STRICT;
    CREATE TABLE counted (
        attempt TEXT PRIMARY KEY
    ) STRICT;
    """,
)

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
    """
    CREATE TABLE pads (
        id INTEGER PRIMARY KEY,
        item TEXT NOT NULL,
        created_at TEXT NOT NULL,
        text TEXT NOT NULL,
        verdict TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX pads_by_item ON pads (item, id);
    """,
    """
    CREATE TABLE original_transcripts (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        document TEXT NOT NULL
    ) STRICT;
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        first INTEGER NOT NULL,
        words INTEGER NOT NULL,
        text TEXT NOT NULL,
        was TEXT NOT NULL
    ) STRICT;
    CREATE INDEX corrections_by_attempt ON corrections (attempt, id);
    CREATE TABLE notes (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE TABLE old_scorecards (
        id INTEGER PRIMARY KEY,
        attempt TEXT NOT NULL REFERENCES attempts (id) ON DELETE CASCADE,
        at TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT;
    CREATE INDEX old_scorecards_by_attempt ON old_scorecards (attempt, id);
    """,
    """
    CREATE TABLE figures (
        attempt TEXT PRIMARY KEY REFERENCES scorecards (attempt) ON DELETE CASCADE,
        item TEXT NOT NULL,
        score REAL NOT NULL,
        words INTEGER,
        fillers_per_min REAL,
        wpm REAL,
        longest_pause_s REAL,
        open_hedges INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX figures_by_item ON figures (item, attempt);
    CREATE TABLE missed (
        item TEXT NOT NULL,
        element TEXT NOT NULL,
        attempt TEXT NOT NULL REFERENCES figures (attempt) ON DELETE CASCADE,
        must INTEGER NOT NULL,
        PRIMARY KEY (item, element, attempt)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX missed_by_attempt ON missed (attempt);
    CREATE INDEX scorecards_by_verdict ON scorecards (attempt, level, score);
    """,
    """
    CREATE TABLE told (
        attempt TEXT PRIMARY KEY REFERENCES attempts (id) ON DELETE CASCADE,
        story TEXT NOT NULL
    ) STRICT;
    CREATE INDEX told_by_story ON told (story);
    CREATE TABLE retrievals (
        id INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        item TEXT NOT NULL,
        story TEXT NOT NULL,
        naming TEXT NOT NULL,
        took_s REAL NOT NULL
    ) STRICT;
    """,
)

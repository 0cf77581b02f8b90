"""The full-text index over transcripts: SQLite FTS5, kept true by triggers wherever a transcript is written.

While the triggers exist the index is true. A Python whose SQLite has no FTS5 removes them, since they would make every
write fail; the next one that has it builds the index again, in one transaction.
"""

import sqlite3

_TRIGGERS = {
    "said_when_written": """
        CREATE TRIGGER said_when_written AFTER INSERT ON transcripts BEGIN
            INSERT INTO spoken (attempt) SELECT new.attempt
                WHERE NOT EXISTS (SELECT 1 FROM spoken WHERE attempt = new.attempt);
            DELETE FROM said WHERE rowid = (SELECT number FROM spoken WHERE attempt = new.attempt);
            INSERT INTO said (rowid, text) SELECT number, new.text FROM spoken WHERE attempt = new.attempt;
        END
    """,
    "said_when_corrected": """
        CREATE TRIGGER said_when_corrected AFTER UPDATE ON transcripts BEGIN
            UPDATE said SET text = new.text
                WHERE rowid = (SELECT number FROM spoken WHERE attempt = old.attempt);
        END
    """,
    "said_when_deleted": """
        CREATE TRIGGER said_when_deleted AFTER DELETE ON transcripts BEGIN
            DELETE FROM said WHERE rowid = (SELECT number FROM spoken WHERE attempt = old.attempt);
            DELETE FROM spoken WHERE attempt = old.attempt;
        END
    """,
}
"""The first one also serves INSERT OR REPLACE, whose hidden delete fires no trigger."""

_BUILD = (
    # The numbers are our own because SQLite may change the hidden ones of `transcripts` when it tidies the file.
    "CREATE TABLE IF NOT EXISTS spoken (number INTEGER PRIMARY KEY, attempt TEXT NOT NULL UNIQUE) STRICT",
    "CREATE VIRTUAL TABLE IF NOT EXISTS said USING fts5 (text, tokenize = 'unicode61')",
    "DELETE FROM said",
    "DELETE FROM spoken",
    "INSERT INTO spoken (attempt) SELECT attempt FROM transcripts ORDER BY attempt",
    "INSERT INTO said (rowid, text) SELECT s.number, t.text FROM spoken s JOIN transcripts t ON t.attempt = s.attempt",
)


def has_full_text(db: sqlite3.Connection) -> bool:
    """Whether this SQLite was built with FTS5."""
    return db.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def prepare_search(db: sqlite3.Connection, *, full_text: bool) -> None:
    """Make the index true, or take its triggers away where it cannot be kept; raises sqlite3.Error.

    A glance when nothing is to do; about a second for 10,000 transcripts that were never indexed.
    """
    named = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'said_when_%'"
    kept = {row[0] for row in db.execute(named)}
    if kept == (set(_TRIGGERS) if full_text else set()):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for name in _TRIGGERS:
            db.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement in (*_BUILD, *_TRIGGERS.values()) if full_text else ():
            db.execute(statement)
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise

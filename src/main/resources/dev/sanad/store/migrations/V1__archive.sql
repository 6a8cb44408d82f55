-- A number that grows by one with every committed change; the search index remembers the last one that it holds.
CREATE TABLE revision (last INTEGER NOT NULL);
INSERT INTO revision VALUES (0);

-- A file as it was when its articles were last read. size and modified let an unchanged file go unread.
CREATE TABLE source_file (
    origin   TEXT    NOT NULL, -- the configured source, absolute
    path     TEXT    NOT NULL, -- within it, with / between folders
    size     INTEGER NOT NULL, -- bytes
    modified INTEGER NOT NULL, -- nanoseconds since 1970; -1 when too fresh to be trusted
    sha256   TEXT    NOT NULL, -- of the bytes
    refused  TEXT    NOT NULL, -- what of it was no article, a line each
    PRIMARY KEY (origin, path)
);

CREATE TABLE article (
    id        TEXT    PRIMARY KEY,
    origin    TEXT    NOT NULL,
    path      TEXT    NOT NULL,
    title     TEXT    NOT NULL,
    language  TEXT    NOT NULL, -- BCP 47
    source    TEXT    NOT NULL, -- the publisher
    url       TEXT,
    published TEXT,             -- ISO-8601: a date, or an instant in UTC
    text      TEXT    NOT NULL,
    sha256    TEXT    NOT NULL, -- of all that an article is
    revision  INTEGER NOT NULL
);
CREATE INDEX article_file ON article (origin, path);
CREATE INDEX article_revision ON article (revision);

-- Articles that are gone and have not come back, for indexes that still hold them.
CREATE TABLE removal (
    id       TEXT    PRIMARY KEY,
    revision INTEGER NOT NULL
);

-- A document is known by its bytes; where it lies is said in paths. Every other row belongs to one document and goes
-- with it. json holds the whole record; the columns beside it are what is looked for.

CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    sha256 TEXT,
    -- of the path it was read under: the same bytes may be read another way as .html
    extension TEXT NOT NULL,
    media_type TEXT NOT NULL,
    status TEXT NOT NULL,
    organisation TEXT,
    fiscal_year INTEGER,
    genre TEXT,
    reader_version TEXT NOT NULL,
    rules_version TEXT NOT NULL,
    json TEXT NOT NULL,
    -- the whole result, for the build that reader_version names
    archive BLOB NOT NULL
);
CREATE INDEX documents_by_sha256 ON documents (sha256);

CREATE TABLE paths (
    path TEXT NOT NULL PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE
);
CREATE INDEX paths_by_document ON paths (document);

CREATE TABLE tables (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX tables_by_kind ON tables (kind);

CREATE TABLE figures (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    verdict TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (document, position)
);

CREATE TABLE checks (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    rule TEXT NOT NULL,
    verdict TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX checks_by_rule ON checks (rule, verdict);

CREATE TABLE facts (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    subject TEXT,
    fiscal_year INTEGER,
    json TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX facts_by_subject ON facts (subject, fiscal_year);

CREATE TABLE discrepancies (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    values_hash TEXT NOT NULL,
    rule TEXT NOT NULL,
    verdict TEXT NOT NULL,
    severity TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE INDEX discrepancies_by_id ON discrepancies (id);
CREATE INDEX discrepancies_by_rule ON discrepancies (rule);

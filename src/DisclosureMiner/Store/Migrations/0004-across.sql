-- What rules across documents need to know of a document without opening it, and what came of them.

CREATE TABLE profiles (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    family TEXT NOT NULL,
    -- 1 for a document about a single unit, 0 for one about a department
    unit INTEGER NOT NULL,
    fiscal_year INTEGER NOT NULL,
    -- the units that a department lists, one a line
    units TEXT NOT NULL
);

CREATE TABLE number_rows (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (document, name)
);
CREATE INDEX number_rows_by_name ON number_rows (name);

CREATE TABLE across (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    -- stands for the documents that it was compared with
    signature TEXT NOT NULL,
    -- the whole result, for the build that mined the document; null where the comparison added nothing
    archive BLOB
);

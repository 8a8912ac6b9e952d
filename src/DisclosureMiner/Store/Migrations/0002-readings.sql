-- Reading and checking are kept apart: a changed rule checks again what was read, and reads nothing again.

CREATE TABLE readings (
    sha256 TEXT NOT NULL,
    -- of the path it was read under: the same bytes may be read another way as .html
    extension TEXT NOT NULL,
    version TEXT NOT NULL,
    media_type TEXT NOT NULL,
    -- for the build that version names
    archive BLOB NOT NULL,
    PRIMARY KEY (sha256, extension)
);

-- What was begun and not ended. A document that is found here by a later run may have ended the whole program.
CREATE TABLE attempts (
    sha256 TEXT NOT NULL PRIMARY KEY,
    version TEXT NOT NULL,
    number INTEGER NOT NULL
);

ALTER TABLE documents RENAME COLUMN reader_version TO reading_version;
ALTER TABLE documents RENAME COLUMN rules_version TO checks_version;

-- 0 where another run might end otherwise: a disk that failed, a file that was locked.
ALTER TABLE documents ADD COLUMN settled INTEGER NOT NULL DEFAULT 1;

-- What crawls did, what they know of addresses, and what they found. A crawl adds and changes rows and never deletes any; only the
-- clearing of old captures does. Times are UTC, ISO 8601 with seven decimals, so that they sort as text.

CREATE TABLE crawl_runs (
    id TEXT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    started TEXT NOT NULL,
    -- the report; null while the crawl is under way, and for ever if it never said how it ended
    json TEXT
);
CREATE INDEX crawl_runs_by_source ON crawl_runs (source, started);

CREATE TABLE crawl_addresses (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    role TEXT NOT NULL,
    state TEXT NOT NULL,
    -- of the last capture; empty when there is none
    sha256 TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (source, address)
);
CREATE INDEX crawl_addresses_by_state ON crawl_addresses (source, state, role);

-- Each body that came, with its headers. The bytes lie with the documents, under their hash.
CREATE TABLE captures (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    run TEXT NOT NULL,
    taken TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size BIGINT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (source, address, run)
);
CREATE INDEX captures_by_sha256 ON captures (sha256);
CREATE INDEX captures_by_time ON captures (taken);

CREATE TABLE publications (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    -- when it was first handed on, and its address: one for each, in the order in which they came
    place TEXT NOT NULL,
    found TEXT NOT NULL,
    changed TEXT NOT NULL,
    -- the day that the list gives beside the link; null when it gives none
    listed TEXT,
    -- the crawl that handed it on last
    run TEXT NOT NULL,
    -- as it was handed on last
    json TEXT NOT NULL,
    PRIMARY KEY (source, address)
);
CREATE INDEX publications_by_place ON publications (source, place);

CREATE TABLE publication_files (
    source TEXT NOT NULL,
    -- of the publication
    publication TEXT NOT NULL,
    address TEXT NOT NULL,
    position INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    -- 1 when the publication leads to it no more
    removed INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (source, publication, address),
    FOREIGN KEY (source, publication) REFERENCES publications (source, address) ON DELETE CASCADE
);
CREATE INDEX publication_files_by_sha256 ON publication_files (sha256);

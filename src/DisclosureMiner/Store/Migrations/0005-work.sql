-- What came in, and what is owed. Both stand here and not with the job server, so that nothing is lost when a machine dies.

-- Where bytes came from. Of several that came by one path, the last is current and the others are its former versions; bytes that
-- came by several paths are one document.
CREATE TABLE arrivals (
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    -- 1 or 0
    is_current INTEGER NOT NULL,
    bytes BIGINT NOT NULL,
    -- folder, upload, crawl or command
    origin TEXT NOT NULL,
    -- UTC, ISO 8601
    arrived TEXT NOT NULL,
    -- of a file in a watched folder: when it was last written, in ticks
    written BIGINT,
    PRIMARY KEY (path, sha256)
);
CREATE INDEX arrivals_by_sha256 ON arrivals (sha256, path);

CREATE TABLE work (
    -- mine, compare, report, crawl
    kind TEXT NOT NULL,
    -- of mine: the sha256; of crawl: the source
    subject TEXT NOT NULL,
    -- queued, running, done or failed
    state TEXT NOT NULL,
    -- how often it was asked for: what is asked for while it is under way is done once more
    wanted INTEGER NOT NULL,
    -- how often it was taken and did not end well
    tries INTEGER NOT NULL,
    -- milliseconds since 1970 from which anybody may take it: for what is under way, the end of the lease; null when nothing is owed
    due BIGINT,
    -- since when it has been waiting
    since BIGINT NOT NULL,
    -- who has it
    owner TEXT,
    -- names this taking of it; only who holds it may commit
    lease TEXT,
    -- why it failed the last time
    reason TEXT,
    ended BIGINT,
    PRIMARY KEY (kind, subject)
);
-- What is taken next stands first among what was tried as often: much may have been asked for at one moment, and much may be delayed.
CREATE INDEX work_by_due ON work (tries, due, kind, subject) WHERE due IS NOT NULL;
CREATE INDEX work_by_state ON work (state, kind, subject);
-- Counted again and again; the rows are wider by far.
CREATE INDEX work_by_kind ON work (kind, state, due, since);

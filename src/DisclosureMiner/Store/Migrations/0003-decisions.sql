-- What people have decided about discrepancies. Rows are added and never changed or deleted, so they tell who thought what when. They
-- belong to no document: a decision outlives the file, and the rules, that it was made on.

CREATE TABLE decisions (
    -- counts up; the last one of a discrepancy counts
    number INTEGER NOT NULL PRIMARY KEY,
    discrepancy TEXT NOT NULL,
    values_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    person TEXT NOT NULL,
    -- UTC, ISO 8601
    decided TEXT NOT NULL,
    because TEXT NOT NULL
);
CREATE INDEX decisions_by_discrepancy ON decisions (discrepancy, number);

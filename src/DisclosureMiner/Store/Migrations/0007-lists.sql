-- Lists are asked for page by page: each filter has an index that ends in the order of the pages, and the wide rows, with their
-- json, are fetched for the page alone.

-- with all that may be asked for besides, as a part of a name: a hundred thousand of these are some megabytes
CREATE INDEX documents_listed ON documents (id, organisation, fiscal_year, status, genre);
CREATE INDEX documents_by_status ON documents (status, id, organisation, fiscal_year, genre);
CREATE INDEX documents_by_fiscal_year ON documents (fiscal_year, id, organisation, status, genre);
CREATE INDEX documents_by_genre ON documents (genre, id, organisation, fiscal_year, status);

-- what a version has mined, whole and one by one
DROP INDEX documents_by_sha256;
CREATE INDEX documents_by_version ON documents (reading_version, checks_version, sha256, id);

DROP INDEX paths_by_document;
CREATE INDEX paths_by_document ON paths (document, path);

DROP INDEX discrepancies_by_id;
CREATE INDEX discrepancies_by_id ON discrepancies (id, document, position);
DROP INDEX discrepancies_by_rule;
CREATE INDEX discrepancies_by_rule ON discrepancies (rule, document, position, severity, verdict, id, values_hash);
CREATE INDEX discrepancies_by_severity ON discrepancies (severity, document, position, rule, verdict, id, values_hash);
CREATE INDEX discrepancies_by_verdict ON discrepancies (verdict, document, position, severity, rule, id, values_hash);
CREATE INDEX discrepancies_listed ON discrepancies (document, position, severity, rule, verdict, id, values_hash);

DROP INDEX facts_by_subject;
CREATE INDEX facts_by_subject ON facts (subject, document, position, fiscal_year);
CREATE INDEX facts_by_fiscal_year ON facts (fiscal_year, document, position);

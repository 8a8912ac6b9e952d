-- Lists are asked for page by page: each filter has an index that ends in the order of the pages, and the wide rows, with their
-- json, are fetched for the page alone.

CREATE INDEX documents_by_status ON documents (status, id);
CREATE INDEX documents_by_fiscal_year ON documents (fiscal_year, id, organisation);
CREATE INDEX documents_by_genre ON documents (genre, id);
-- for filters that no index answers, as a part of a name: a hundred thousand of these are a few megabytes
CREATE INDEX documents_listed ON documents (id, organisation, fiscal_year, status, genre);

DROP INDEX paths_by_document;
CREATE INDEX paths_by_document ON paths (document, path);

DROP INDEX discrepancies_by_id;
CREATE INDEX discrepancies_by_id ON discrepancies (id, document, position);
DROP INDEX discrepancies_by_rule;
CREATE INDEX discrepancies_by_rule ON discrepancies (rule, document, position);
CREATE INDEX discrepancies_by_severity ON discrepancies (severity, document, position);
CREATE INDEX discrepancies_by_verdict ON discrepancies (verdict, document, position);
CREATE INDEX discrepancies_listed ON discrepancies (document, position, severity, rule, verdict, id, values_hash);

DROP INDEX facts_by_subject;
CREATE INDEX facts_by_subject ON facts (subject, document, position, fiscal_year);
CREATE INDEX facts_by_fiscal_year ON facts (fiscal_year, document, position);

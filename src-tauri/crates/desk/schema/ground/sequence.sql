-- Running numbers that are given out, one row per series and day; counted up in the transaction
-- that uses the number, so that none is issued twice and none is lost. No person.
CREATE TABLE sequences (
    -- code: encounter, voucher, feedback, request, destruction, ticket:A, category, point
    series TEXT NOT NULL,
    day    TEXT NOT NULL,              -- ISO day, or 'all' for a series that never starts again
    last   INTEGER NOT NULL,           -- the last one given out
    PRIMARY KEY (series, day)
) STRICT;

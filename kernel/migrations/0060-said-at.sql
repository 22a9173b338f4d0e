-- A phone without a signal sends what was done later: when it says it was done, beside `at`, when it arrived.
alter table kernel.event add column said_at timestamptz;

-- A rule is also used where no number is held against it: the service works with the value in force, and a decision came of it.
alter table rules.decision_value add column was_read boolean not null default false;

-- What kind of thing a decision was about, in words: the engine knows no service. Decisions of before have none.
alter table rules.decision add column kind_zh text not null default '' check (length(kind_zh) <= 60);
alter table rules.decision add column kind_en text not null default '' check (length(kind_en) <= 120);

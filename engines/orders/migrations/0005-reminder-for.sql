-- 催办 by the service desk for whoever called: who called is kept beside who noted it down.
alter table orders.reminder add column for_name text check (length(for_name) between 1 and 100);

-- The published service catalogue (服务目录): items, their versions, and the handbook compiled from them.
create schema catalogue;
grant usage on schema catalogue to houqin_app;

create table catalogue.item (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  -- which service line carries it out: 'repairs'
  line text not null check (line ~ '^[a-z][a-z-]{1,30}$'),
  code text not null check (code ~ '^[a-z][a-z-]*(\.[a-z0-9-]+)+$'),
  position integer not null default 100 check (position between 1 and 9999),
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  published_version_id uuid,
  published_at timestamptz,
  created_at timestamptz not null default kernel.now(),
  check (state = 'draft' or published_version_id is not null),
  check ((published_version_id is null) = (published_at is null)),
  primary key (bureau_id, id),
  unique (bureau_id, code)
);
call kernel.protect('catalogue.item');
call kernel.guard('catalogue.item');
create index item_line on catalogue.item (bureau_id, line, position);

-- What an item promises. Append-only: an order keeps the version that it was taken under.
create table catalogue.item_version (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  item_id uuid not null,
  number integer not null check (number > 0),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 120),
  content_zh text not null check (length(content_zh) between 1 and 2000),
  content_en text not null default '' check (length(content_en) <= 4000),
  grade_zh text not null check (length(grade_zh) between 1 and 200),
  grade_en text not null default '' check (length(grade_en) <= 400),
  charge_zh text not null check (length(charge_zh) between 1 and 300),
  charge_en text not null default '' check (length(charge_en) <= 600),
  -- 0 is free of charge; null is charged by what was used
  charge_fen integer check (charge_fen >= 0),
  service_class text not null check (service_class in ('WELFARE', 'ASSURANCE', 'COMMERCIAL')),
  delivery text not null check (delivery in ('ON_SITE', 'COUNTER', 'ONLINE')),
  -- 职能部门 and 服务单位; the name stays readable when the unit is gone
  managing_unit_id uuid,
  managing_unit_name text not null check (length(managing_unit_name) between 1 and 100),
  provider_unit_id uuid,
  provider_unit_name text not null check (length(provider_unit_name) between 1 and 100),
  -- what moved: the clients (服务对象), the content (服务内容), the emphasis (服务重点)
  change_kinds text[] not null default '{}' check (change_kinds <@ array['CLIENTS', 'CONTENT', 'FOCUS']),
  change_note text not null check (length(change_note) between 1 and 1000),
  made_by text not null,
  made_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, item_id) references catalogue.item (bureau_id, id),
  foreign key (bureau_id, managing_unit_id) references directory.unit (bureau_id, id),
  foreign key (bureau_id, provider_unit_id) references directory.unit (bureau_id, id),
  unique (bureau_id, item_id, number),
  unique (bureau_id, id, item_id)
);
call kernel.protect('catalogue.item_version', append_only => true);
-- An item publishes a version of its own, by the key itself.
alter table catalogue.item add foreign key (bureau_id, published_version_id, id)
  references catalogue.item_version (bureau_id, id, item_id);

-- 服务承诺: within how many minutes of which calendar somebody answers, and it is done.
create table catalogue.version_pledge (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  version_id uuid not null,
  urgency text not null check (urgency in ('NORMAL', 'URGENT')),
  respond_minutes integer not null check (respond_minutes between 1 and 100000),
  finish_minutes integer not null check (finish_minutes between 1 and 500000),
  calendar text not null,
  check (respond_minutes <= finish_minutes),
  primary key (bureau_id, id),
  foreign key (bureau_id, version_id) references catalogue.item_version (bureau_id, id),
  foreign key (bureau_id, calendar) references calendar.work_calendar (bureau_id, name),
  unique (bureau_id, version_id, urgency)
);
call kernel.protect('catalogue.version_pledge', append_only => true);

-- Warning before and escalation after a pledge falls due: −30 is half an hour before.
create table catalogue.version_step (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  version_id uuid not null,
  pledge text not null check (pledge in ('RESPOND', 'FINISH')),
  offset_minutes integer not null check (offset_minutes between -100000 and 100000),
  level integer not null check (level between 0 and 5),
  to_role text not null check (to_role in ('worker', 'dispatcher', 'manager', 'director', 'liaison')),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null default '' check (length(name_en) <= 120),
  primary key (bureau_id, id),
  foreign key (bureau_id, version_id) references catalogue.item_version (bureau_id, id),
  unique (bureau_id, version_id, pledge, offset_minutes, to_role)
);
call kernel.protect('catalogue.version_step', append_only => true);

-- What the people served score: the six phrases of the service creed, unless the item says otherwise.
create table catalogue.version_dimension (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  version_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z-]{1,30}$'),
  position integer not null check (position between 1 and 12),
  name_zh text not null check (length(name_zh) between 1 and 20),
  name_en text not null check (length(name_en) between 1 and 60),
  hint_zh text not null default '' check (length(hint_zh) <= 100),
  hint_en text not null default '' check (length(hint_en) <= 200),
  primary key (bureau_id, id),
  foreign key (bureau_id, version_id) references catalogue.item_version (bureau_id, id),
  unique (bureau_id, version_id, code),
  unique (bureau_id, version_id, position)
);
call kernel.protect('catalogue.version_dimension', append_only => true);

-- The clauses whose checklist lines an order of this item carries.
create table catalogue.version_clause (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  version_id uuid not null,
  clause_id uuid not null,
  position integer not null check (position > 0),
  primary key (bureau_id, id),
  foreign key (bureau_id, version_id) references catalogue.item_version (bureau_id, id),
  foreign key (bureau_id, clause_id) references standards.clause (bureau_id, id),
  unique (bureau_id, version_id, clause_id),
  unique (bureau_id, version_id, position)
);
call kernel.protect('catalogue.version_clause', append_only => true);

-- 服务手册: one edition, compiled from the items published that moment, and pushed to every unit.
create table catalogue.handbook (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  edition integer not null check (edition > 0),
  title_zh text not null check (length(title_zh) between 1 and 100),
  title_en text not null default '' check (length(title_en) <= 200),
  foreword text not null default '' check (length(foreword) <= 4000),
  compiled_by text not null,
  compiled_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  unique (bureau_id, edition)
);
call kernel.protect('catalogue.handbook', append_only => true);

create table catalogue.handbook_item (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  handbook_id uuid not null,
  version_id uuid not null,
  position integer not null check (position > 0),
  primary key (bureau_id, id),
  foreign key (bureau_id, handbook_id) references catalogue.handbook (bureau_id, id),
  foreign key (bureau_id, version_id) references catalogue.item_version (bureau_id, id),
  unique (bureau_id, handbook_id, version_id),
  unique (bureau_id, handbook_id, position)
);
call kernel.protect('catalogue.handbook_item', append_only => true);

-- The units an edition was pushed to: the list stands, even when units change later.
create table catalogue.handbook_notice (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  handbook_id uuid not null,
  unit_id uuid not null,
  unit_name text not null,
  primary key (bureau_id, id),
  foreign key (bureau_id, handbook_id) references catalogue.handbook (bureau_id, id),
  foreign key (bureau_id, unit_id) references directory.unit (bureau_id, id),
  unique (bureau_id, handbook_id, unit_id)
);
call kernel.protect('catalogue.handbook_notice', append_only => true);

-- Who has opened an edition, once each.
create table catalogue.handbook_receipt (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  handbook_id uuid not null,
  user_id uuid not null,
  unit_id uuid,
  name text not null,
  opened_at timestamptz not null default kernel.now(),
  primary key (bureau_id, id),
  foreign key (bureau_id, handbook_id) references catalogue.handbook (bureau_id, id),
  unique (bureau_id, handbook_id, user_id)
);
call kernel.protect('catalogue.handbook_receipt', append_only => true);
create index handbook_receipt_unit on catalogue.handbook_receipt (bureau_id, handbook_id, unit_id);

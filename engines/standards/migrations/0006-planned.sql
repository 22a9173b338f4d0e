-- 待编标准: what is still to be written, in the order 急用优先、先易后难、由低到高.
create table standards.planned (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  node_id uuid not null,
  title_zh text not null check (length(title_zh) between 1 and 100),
  -- 1 can wait … 5 work stands still without it
  urgency integer not null check (urgency between 1 and 5),
  -- 1 hard … 5 easy to write
  ease integer not null check (ease between 1 and 5),
  -- 1 a post's … 5 the whole centre's
  level integer not null check (level between 1 and 5),
  -- Urgency counts three times, ease twice, a low level once; 100 is the very first to write.
  score integer not null generated always as ((3 * urgency + 2 * ease + 6 - level) * 10 / 3) stored,
  reason text not null default '' check (length(reason) <= 1000),
  created_at timestamptz not null default kernel.now(),
  created_by text not null check (length(created_by) between 1 and 100),
  -- the document that came of it
  document_id uuid,
  dropped_at timestamptz,
  drop_reason text check (length(drop_reason) between 1 and 1000),
  primary key (bureau_id, id),
  foreign key (bureau_id, node_id) references standards.node (bureau_id, id),
  foreign key (bureau_id, document_id) references standards.document (bureau_id, id),
  check ((dropped_at is null) = (drop_reason is null)),
  check (document_id is null or dropped_at is null)
);
call kernel.protect('standards.planned');
create index planned_order on standards.planned (bureau_id, score desc, id desc);
create index planned_node on standards.planned (bureau_id, node_id);

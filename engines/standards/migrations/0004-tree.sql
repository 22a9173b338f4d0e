-- 标准体系: a tree of nodes on which the documents hang; each bureau changes its own.
create table standards.node (
  bureau_id uuid not null references kernel.bureau (id),
  id uuid not null default kernel.uuidv7(),
  parent_id uuid,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$'),
  title_zh text not null check (length(title_zh) between 1 and 60),
  title_en text not null default '' check (length(title_en) <= 120),
  position integer not null check (position between 1 and 999),
  -- which of the three usual subsystems a root is; a root that people add is none of them
  family text check (family in ('GENERAL_FOUNDATION', 'SERVICE_SUPPORT', 'SERVICE_PROVISION')),
  primary key (bureau_id, id),
  foreign key (bureau_id, parent_id) references standards.node (bureau_id, id),
  unique (bureau_id, code),
  check (parent_id is distinct from id),
  check (family is null or parent_id is null)
);
call kernel.protect('standards.node');
create unique index node_family on standards.node (bureau_id, family) where family is not null;
create index node_parent on standards.node (bureau_id, parent_id);

-- The tree a bureau begins with; does nothing where there is one. Three subsystems with their usual children, after
-- the 2009 generation of GB/T 24421.2, remembered and not checked against a text [C]; whether the 2023 edition
-- keeps these words was not confirmed. That is why they are rows that people may change.
create function standards.plant_tree(target uuid) returns void language plpgsql as $$
begin
  if exists (select from standards.node where bureau_id = target) then return; end if;
  insert into standards.node (bureau_id, code, title_zh, title_en, position, family) values
    (target, 'TY', '服务通用基础标准', 'General foundation', 1, 'GENERAL_FOUNDATION'),
    (target, 'BZ', '服务保障标准', 'Service support', 2, 'SERVICE_SUPPORT'),
    (target, 'TG', '服务提供标准', 'Service provision', 3, 'SERVICE_PROVISION');
  insert into standards.node (bureau_id, parent_id, code, title_zh, title_en, position)
  select target, root.id, root.code || '-' || lpad(child.position::text, 2, '0'), child.zh, child.en, child.position
  from (values
    ('TY', 1, '标准化导则', 'Guides to standardisation'),
    ('TY', 2, '术语与缩略语', 'Terms and abbreviations'),
    ('TY', 3, '符号与标志', 'Symbols and signs'),
    ('TY', 4, '数值与数据', 'Values and data'),
    ('TY', 5, '量和单位', 'Quantities and units'),
    ('TY', 6, '测量', 'Measurement'),
    ('BZ', 1, '环境', 'Environment'),
    ('BZ', 2, '能源', 'Energy'),
    ('BZ', 3, '安全与应急', 'Safety and emergencies'),
    ('BZ', 4, '职业健康', 'Occupational health'),
    ('BZ', 5, '信息', 'Information'),
    ('BZ', 6, '财务管理', 'Finance'),
    ('BZ', 7, '设施设备及用品', 'Facilities, equipment and supplies'),
    ('BZ', 8, '人力资源', 'Human resources'),
    ('BZ', 9, '合同管理', 'Contracts'),
    ('TG', 1, '服务规范', 'What a service is'),
    ('TG', 2, '服务提供规范', 'How a service is given'),
    ('TG', 3, '服务质量控制规范', 'How its quality is controlled'),
    ('TG', 4, '运行管理规范', 'How it is run'),
    ('TG', 5, '服务评价与改进', 'How it is judged and improved')
  ) as child (root_code, position, zh, en)
  join standards.node root on root.bureau_id = target and root.code = child.root_code;
end $$;

select standards.plant_tree(id) from kernel.bureau;

alter table standards.document add column node_id uuid;
-- The repair standard of the first release is a rule of how a service is given; all others hang on their subsystem.
update standards.document d set node_id = n.id
from standards.node n
where n.bureau_id = d.bureau_id
  and case when d.code = 'HQ/WX-001' then n.code = 'TG-02' else n.family = d.family end;
alter table standards.document
  alter column node_id set not null,
  drop column family,
  add foreign key (bureau_id, node_id) references standards.node (bureau_id, id);
create index document_node on standards.document (bureau_id, node_id);

-- What a complaint is about beside an order: whatever a service hands in (server/complaint-matter.ts), as it was called
-- then, with the page it stands on.
alter table orders.complaint add column matter_type text check (matter_type ~ '^[a-z][a-z-]*\.[a-z][a-z_]*$');
alter table orders.complaint add column matter_id uuid;
alter table orders.complaint add column matter_label text check (length(matter_label) between 1 and 200);
alter table orders.complaint add column matter_path text check (matter_path ~ '^/[a-z]');
alter table orders.complaint add constraint matter_whole check (
  (matter_type is null) = (matter_id is null) and (matter_type is null) = (matter_label is null)
  and (matter_type is null) = (matter_path is null));
create index complaint_of_matter on orders.complaint (bureau_id, matter_id) where matter_id is not null;

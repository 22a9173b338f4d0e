-- What the figures of a line count, beside the wide rows: a year is read from a tenth of the pages. Everything a figure
-- asks of an order stands here, so that the rows themselves stay unread.
create index order_figures on orders.service_order (bureau_id, line, created_at)
  include (state, finished_at, on_time, respond_minutes, reminder_count, client_unit_id, site_id, id);

-- A series that moved brings all its dates (300 at most, some 600 characters each), published for one's own calendar (RFC 5546: a
-- REQUEST is one date, or the dates of one UID).
alter table notifications.notification
  drop constraint notification_calendar_check,
  drop constraint notification_calendar_method_check,
  add constraint notification_calendar_check check (length(calendar) <= 300000),
  add constraint notification_calendar_method_check check (calendar_method in ('PUBLISH', 'REQUEST', 'CANCEL'));

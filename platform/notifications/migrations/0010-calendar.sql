-- An invitation (iCalendar) that goes with the mail.
alter table notifications.notification add column calendar text check (length(calendar) <= 20000),
  add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  add constraint calendar_has_method check ((calendar is null) = (calendar_method is null));

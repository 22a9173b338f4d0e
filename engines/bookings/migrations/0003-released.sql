-- Released bookings count against a quota and hold nothing any more: the only ones not found by what they hold.
create index released_of_unit on bookings.booking (bureau_id, unit_id, starts_at) where state = 'RELEASED';

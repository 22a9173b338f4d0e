-- 定位里程: the length of a trip by its positions. It outlives the positions themselves, which go with their retention class;
-- null where they cover too little of the trip to say anything.
alter table fleet.trip add column gps_km numeric(7, 1) check (gps_km >= 0);
-- how many positions it was measured by; with more of them it is measured anew, with fewer (some are gone) it stays
alter table fleet.trip add column gps_points integer not null default 0 check (gps_points >= 0);

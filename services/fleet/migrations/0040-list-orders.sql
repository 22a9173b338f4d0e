-- Every order a list can be put in is an index, so that the thousandth page costs what the first does.

-- A trip that was not driven has no kilometres: it stands before those that have.
alter table fleet.trip add column distance_rank integer not null
  generated always as (coalesce(odometer_in_km - odometer_out_km, -1)) stored;
create index trip_by_distance on fleet.trip (bureau_id, distance_rank, id);

create index request_by_submission on fleet.request (bureau_id, submitted_at, id);

create index vehicle_by_purchase on fleet.vehicle (bureau_id, purchased_on, id);
create index vehicle_by_price on fleet.vehicle (bureau_id, price_fen, id);
create index vehicle_by_seats on fleet.vehicle (bureau_id, seats, id);
create index driver_by_licence_end on fleet.driver (bureau_id, licence_until, id);

create index acquisition_by_price on fleet.acquisition (bureau_id, price_fen, id);
create index round_by_end on fleet.insurance_round (bureau_id, quotes_until, id);
create index terminal_by_fitting on fleet.terminal (bureau_id, fitted_at, id);
create index publication_by_first_day on fleet.publication (bureau_id, from_day, id);

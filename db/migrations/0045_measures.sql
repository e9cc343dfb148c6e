-- What a place watches over time: a value, or so many out of so many, with an operational definition.
create table measure (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  circle text not null default 'school' check (circle in ('team', 'school', 'district')),
  goal_id uuid,
  name text not null,
  kind text not null check (kind in ('value', 'proportion')),
  unit_of_measure text not null default '',
  better text not null check (better in ('up', 'down')),
  definition text not null,
  owner_id uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, owner_id) references person (tenant_id, id)
);
create index measure_unit on measure (tenant_id, unit_id);
call wall('measure', 'select, insert, update');

-- One observation a day: two answers to one question would leave nobody knowing which holds.
create table measure_point (
  tenant_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  observed_on date not null,
  value double precision,
  events int check (events >= 0),
  total int check (total > 0),
  note text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, measure_id, observed_on),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id),
  check ((value is not null and events is null and total is null) or (value is null and events <= total))
);
call wall('measure_point', 'select, insert, delete');

-- From a day on something is different; the limits of a frozen phase are held for all that follows.
create table measure_phase (
  tenant_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  starts_on date not null,
  label text not null,
  frozen boolean not null default false,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, measure_id, starts_on),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id)
);
create unique index measure_phase_frozen_once on measure_phase (tenant_id, measure_id) where frozen;
call wall('measure_phase', 'select, insert, delete');

create table measure_note (
  tenant_id uuid not null,
  id uuid not null,
  measure_id uuid not null,
  on_day date not null,
  text text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id)
);
create index measure_note_of on measure_note (tenant_id, measure_id);
call wall('measure_note', 'select, insert, delete');

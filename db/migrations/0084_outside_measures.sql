-- The number by which others know a school, given by hand; a roster brings its own (roster_link).
create table unit_identifier (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  identifier text not null check (identifier <> ''),
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index unit_identifier_once on unit_identifier (tenant_id, lower(identifier));
create index unit_identifier_unit on unit_identifier (tenant_id, unit_id);
call wall('unit_identifier', 'select, insert, delete');

-- A file that was handed in and may be loaded; it goes when it has been, or after a week.
create table outside_load (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  file_id uuid not null,
  profile jsonb not null,
  choices jsonb not null,
  version int not null default 1,
  loaded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  foreign key (tenant_id, loaded_by) references person (tenant_id, id)
);
create index outside_load_unit on outside_load (tenant_id, unit_id);
call wall('outside_load');

-- Scores of schools that somebody else computes and publishes: a city's survey, a state's report card.
create table outside_source (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  publisher text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index outside_source_once on outside_source (tenant_id, unit_id, lower(name), lower(publisher));
call wall('outside_source', 'select, insert');

-- One score of a source, the same over its years.
create table outside_measure (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  name text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references outside_source (tenant_id, id)
);
create unique index outside_measure_once on outside_measure (tenant_id, source_id, lower(name));
call wall('outside_measure', 'select, insert');

-- What was loaded of a source for a time. A newer file for the same time is the next number; what stood there stays as a record.
create table outside_edition (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  year int not null,
  period text not null default '',
  number int not null check (number > 0),
  link text not null default '',
  licence text not null default '',
  file_name text not null,
  digest bytea not null,
  counts jsonb not null,
  loaded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references outside_source (tenant_id, id),
  foreign key (tenant_id, loaded_by) references person (tenant_id, id)
);
create unique index outside_edition_once on outside_edition (tenant_id, source_id, year, lower(period), number);
call wall('outside_edition', 'select, insert');

-- That an edition was a mistake; what it replaced stands again.
create table outside_withdrawal (
  tenant_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  withdrawn_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, edition_id),
  foreign key (tenant_id, edition_id) references outside_edition (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references person (tenant_id, id)
);
call wall('outside_withdrawal', 'select, insert');

-- How all schools of an edition lie on one score, worked out once: a page costs the same for ten schools and for ten thousand.
create table outside_distribution (
  tenant_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  measure_id uuid not null,
  position int not null,
  unit_of_measure text not null default '',
  low double precision not null,
  high double precision not null,
  better text not null check (better in ('up', 'down')),
  schools int not null,
  lowest double precision,
  lower_quartile double precision,
  median double precision,
  upper_quartile double precision,
  highest double precision,
  bins int[] not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, edition_id, measure_id),
  unique (tenant_id, edition_id, position),
  foreign key (tenant_id, edition_id) references outside_edition (tenant_id, id),
  foreign key (tenant_id, measure_id) references outside_measure (tenant_id, id),
  check (high > low)
);
call wall('outside_distribution', 'select, insert');

-- A school of the file, ours where it was found here. Scores by the position of their measure; where fewer than five answered,
-- neither the scores nor the number are kept.
create table outside_school (
  tenant_id uuid not null,
  id uuid not null,
  edition_id uuid not null,
  row_number int not null,
  identifier text not null default '',
  school_name text not null default '',
  unit_id uuid,
  respondents int check (respondents >= 5),
  few boolean not null default false,
  scores double precision[] not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, edition_id, row_number),
  foreign key (tenant_id, edition_id) references outside_edition (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create unique index outside_school_once on outside_school (tenant_id, edition_id, unit_id) where unit_id is not null;
create index outside_school_unit on outside_school (tenant_id, unit_id) where unit_id is not null;
create index outside_school_unknown on outside_school (tenant_id, lower(identifier)) where unit_id is null;
call wall('outside_school', 'select, insert, update');

-- A scale that a place watches from survey to survey: each close adds a point to the measure.
create table survey_watching (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  measure_id uuid not null,
  instrument_id uuid not null,
  scale_key text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, measure_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, instrument_id) references instrument (tenant_id, id)
);
create index survey_watching_unit on survey_watching (tenant_id, unit_id);
call wall('survey_watching', 'select, insert');

-- Where the answers of a survey come from that was not asked here. Whose they were is kept nowhere.
create table survey_source (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  instrument_id uuid not null,
  file_name text not null,
  sha256 bytea not null,
  respondents int not null check (respondents >= 5),
  brought_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id),
  unique (tenant_id, unit_id, instrument_id, sha256),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, instrument_id) references instrument (tenant_id, id),
  foreign key (tenant_id, brought_by) references person (tenant_id, id)
);
call wall('survey_source', 'select, insert');

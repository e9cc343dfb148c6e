-- What the close leaves of a scale at a place: counts that add up, and no answers. Joint counts only of thirty people or more.
-- Read by the report alone and never handed out as they are: a summary of few people is as good as their answers.
create table survey_summary (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  scale_key text not null,
  n int not null check (n >= 5),
  counts jsonb not null,
  moments jsonb not null,
  whole bytea,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id, unit_id, scale_key),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
call wall('survey_summary', 'select, insert');

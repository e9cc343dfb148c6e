-- How two parts of a questionnaire go together at a place: worked out at the close while the answers were at hand, and only
-- what may be told of it. Of surveys that were counted before nothing is said.
create table survey_correlation (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  one_key text not null,
  other_key text not null,
  people jsonb,
  schools jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id, unit_id, one_key, other_key),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  check (people is not null or schools is not null)
);
call wall('survey_correlation', 'select, insert');

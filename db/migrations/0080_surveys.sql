-- A questionnaire: its scales with items, options and languages as data. It never changes, so that answers keep their questions.
create table instrument (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  title jsonb not null,
  languages jsonb not null,
  scales jsonb not null,
  minutes int not null check (minutes > 0),
  purpose text not null,
  provenance text not null check (provenance in ('bank', 'bank_and_own', 'own')),
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index instrument_unit on instrument (tenant_id, unit_id);
call wall('instrument', 'select, insert');

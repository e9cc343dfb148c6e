-- Of which questionnaire one is the next version; both stay as they are.
alter table instrument add column revises_id uuid;
alter table instrument add foreign key (tenant_id, revises_id) references instrument (tenant_id, id);

-- A questionnaire while it is being built: one document, and a version that tells who changed an older one. It goes when it is finished.
create table instrument_draft (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  revises_id uuid,
  document jsonb not null,
  version int not null default 1,
  started_by uuid,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, revises_id) references instrument (tenant_id, id),
  foreign key (tenant_id, started_by) references person (tenant_id, id)
);
create index instrument_draft_unit on instrument_draft (tenant_id, unit_id);
call wall('instrument_draft');

-- The validity file of a questionnaire: what it is for and not for, what speaks for it, what was changed and why, whose it is. Added to, never altered.
create table validity_note (
  tenant_id uuid not null,
  id uuid not null,
  instrument_id uuid not null,
  kind text not null check (kind in ('use', 'limit', 'evidence', 'revision', 'licence')),
  body text not null check (body <> ''),
  noted_on date not null,
  survey_id uuid,
  author_id uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, instrument_id) references instrument (tenant_id, id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, author_id) references person (tenant_id, id),
  check (survey_id is null or kind = 'evidence')
);
create index validity_note_of on validity_note (tenant_id, instrument_id);
call wall('validity_note', 'select, insert');

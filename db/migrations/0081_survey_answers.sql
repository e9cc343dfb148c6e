-- A questionnaire put to people: where, to which roles, when. Its days are those of the tenant's time zone.
create table survey (
  tenant_id uuid not null,
  id uuid not null,
  instrument_id uuid not null,
  unit_id uuid not null,
  roles jsonb not null,
  mode text not null check (mode = 'anonymous'),
  opens_on date not null,
  closes_on date not null,
  seal_id uuid not null,
  opened_by uuid,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  folded_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, instrument_id) references instrument (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, seal_id) references seal (tenant_id, id),
  foreign key (tenant_id, opened_by) references person (tenant_id, id),
  check (closes_on >= opens_on)
);
create index survey_unit_of on survey (tenant_id, unit_id);
call wall('survey', 'select, insert, update');

-- The places that are counted apart, declared before the first answer.
create table survey_unit (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  invited int not null,
  answered int,
  counted_on date,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id, unit_id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
call wall('survey_unit', 'select, insert, update');

-- Who was asked, and whether the one answer has been given; not when. A code on paper is nobody's.
create table survey_invitation (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  token_hash bytea,
  used boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, survey_id, person_id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create unique index survey_invitation_token on survey_invitation (tenant_id, token_hash) where token_hash is not null;
call wall('survey_invitation', 'select, insert, update');

-- A sealed answer: a random id, no time, one length, and nothing about whose it is.
create table survey_answer (
  tenant_id uuid not null,
  id uuid not null,
  survey_id uuid not null,
  sealed bytea not null check (octet_length(sealed) = 1072),
  primary key (tenant_id, id),
  foreign key (tenant_id, survey_id) references survey (tenant_id, id)
);
create index survey_answer_of on survey_answer (tenant_id, survey_id);
call wall('survey_answer', 'select, insert, delete');

-- In which tenant a link lies: whoever answers has no session that could say it.
create table identity.survey_link (
  token_hash bytea primary key,
  tenant_id uuid not null
);
grant select, insert, delete on identity.survey_link to groundwork_app;

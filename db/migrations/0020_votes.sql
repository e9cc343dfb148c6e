-- A vote by many raters on one subject, sealed until its facilitator reveals it. The wording voted on is kept as it was.
create table vote (
  tenant_id uuid not null,
  id uuid not null,
  subject_noun text not null,
  subject_id uuid not null,
  subject jsonb not null,
  unit_id uuid not null,
  circle text not null check (circle in ('team', 'school', 'district')),
  questions jsonb not null,
  scale jsonb not null,
  facilitator_id uuid not null,
  seal_id uuid not null,
  opened_at timestamptz not null,
  revealed_at timestamptz,
  withdrawn_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, seal_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, facilitator_id) references person (tenant_id, id),
  foreign key (tenant_id, seal_id) references seal (tenant_id, id),
  check (revealed_at is null or withdrawn_at is null)
);
create index vote_subject on vote (tenant_id, subject_noun, subject_id);
create unique index vote_open_once on vote (tenant_id, subject_noun, subject_id) where revealed_at is null and withdrawn_at is null;
call wall('vote', 'select, insert, update');

-- Who may vote. The key that ballots refer to, so that nobody outside the electorate can have one.
create table vote_voter (
  tenant_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, vote_id, person_id),
  foreign key (tenant_id, vote_id) references vote (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
call wall('vote_voter', 'select, insert');

-- A sealed ballot says who has voted and nothing else: its id is random, it has no time, and every seal has one length.
-- After the reveal the seal is gone and only participation stays.
create table ballot (
  tenant_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  person_id uuid not null,
  sealed bytea check (octet_length(sealed) = 16432),
  primary key (tenant_id, id),
  unique (tenant_id, vote_id, person_id),
  foreign key (tenant_id, vote_id, person_id) references vote_voter (tenant_id, vote_id, person_id)
);
call wall('ballot', 'select, insert, update');

-- What a reveal leaves of the scores: one row a ballot, in no order, with no way back to a person.
create table vote_result (
  tenant_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  scores jsonb not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, vote_id) references vote (tenant_id, id)
);
create index vote_result_vote on vote_result (tenant_id, vote_id);
call wall('vote_result', 'select, insert');

-- Arguments whose authors gave leave, apart from the scores; with a name only where the author wished it.
create table vote_argument (
  tenant_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  argument text not null,
  person_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, vote_id) references vote (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index vote_argument_vote on vote_argument (tenant_id, vote_id);
call wall('vote_argument', 'select, insert');

-- What the group agreed after it saw the spread, in the facilitator's words.
create table vote_consensus (
  tenant_id uuid not null,
  id uuid not null,
  vote_id uuid not null,
  statement text not null,
  stated_by uuid not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, vote_id),
  foreign key (tenant_id, vote_id) references vote (tenant_id, id),
  foreign key (tenant_id, stated_by) references person (tenant_id, id)
);
call wall('vote_consensus', 'select, insert, update');

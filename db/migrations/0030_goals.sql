-- A school-wide instructional goal: what should be different for whom, from where to where, by when, and what will tell.
create table goal (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  circle text not null default 'school' check (circle in ('team', 'school', 'district')),
  statement jsonb not null,
  for_whom text not null default '',
  baseline text not null default '',
  target text not null default '',
  due_on date,
  evidence text not null default '',
  author_id uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, author_id) references person (tenant_id, id)
);
create index goal_unit on goal (tenant_id, unit_id);
call wall('goal', 'select, insert, update');

-- A place's own criteria of worthiness; a place without a row asks with those of the nearest place above, or with the shipped ones.
create table goal_criteria (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  criteria jsonb not null,
  changed_by uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, unit_id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, changed_by) references person (tenant_id, id)
);
call wall('goal_criteria', 'select, insert, update');

-- The team has adopted the goal, after a vote, with what it agreed.
create table goal_agreement (
  tenant_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  vote_id uuid not null,
  statement text not null,
  agreed_on date not null,
  agreed_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, goal_id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, vote_id) references vote (tenant_id, id),
  foreign key (tenant_id, agreed_by) references person (tenant_id, id)
);
call wall('goal_agreement', 'select, insert');

create table goal_closure (
  tenant_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  outcome text not null check (outcome in ('reached', 'partly_reached', 'not_reached', 'set_aside')),
  learned text not null,
  closed_on date not null,
  closed_by uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, goal_id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, closed_by) references person (tenant_id, id)
);
call wall('goal_closure', 'select, insert');

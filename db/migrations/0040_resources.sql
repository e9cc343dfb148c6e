-- What a place has for teaching, in four kinds. The state of a resource is never stored: it follows from the rows below
-- for a goal and a period. search_text gathers name, description and tags in every language, for the search alone.
create table resource (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  circle text not null check (circle in ('team', 'school', 'district')),
  kind text not null check (kind in ('knowledge', 'tools', 'structures', 'relationships')),
  name jsonb not null,
  description jsonb not null default '{}',
  links text[] not null default '{}',
  tags text[] not null default '{}',
  minutes_per_week int check (minutes_per_week between 0 and 10080),
  people_count int check (people_count >= 0),
  annual_cost numeric(12, 2) check (annual_cost >= 0),
  full_time_share numeric(5, 2) check (full_time_share >= 0),
  group_label text not null default '',
  position int not null,
  search_text text not null,
  source text not null check (source in ('hand', 'finder', 'import')),
  added_by uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, added_by) references person (tenant_id, id)
);
create index resource_unit on resource (tenant_id, unit_id);
create index resource_search on resource using gin (search_text gin_trgm_ops);
call wall('resource');

-- The units and people in whom it lies; one row names one of them.
create table resource_residence (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  unit_id uuid,
  person_id uuid,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  check ((unit_id is null) <> (person_id is null))
);
create unique index resource_residence_once on resource_residence (tenant_id, resource_id, coalesce(unit_id, person_id));
call wall('resource_residence', 'select, insert, delete');

-- That somebody of the place named it as a resource.
create table recognition (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  recognized_by uuid,
  occurred_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, recognized_by) references person (tenant_id, id)
);
create unique index recognition_once on recognition (tenant_id, resource_id, recognized_by);
call wall('recognition', 'select, insert');

-- A use in a setting, told by the four dimensions of a context: why, what, how and who. Without a goal it serves none yet.
create table resource_use (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  goal_id uuid,
  began_on date not null,
  purpose text not null,
  content text not null default '',
  structure text not null default '',
  participants text not null default '',
  what_changed text not null default '',
  minutes_per_week int check (minutes_per_week between 0 and 10080),
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index resource_use_resource on resource_use (tenant_id, resource_id);
create index resource_use_goal on resource_use (tenant_id, goal_id) where goal_id is not null;
call wall('resource_use', 'select, insert');

create table resource_use_person (
  tenant_id uuid not null,
  id uuid not null,
  use_id uuid not null,
  person_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, use_id, person_id),
  foreign key (tenant_id, use_id) references resource_use (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
call wall('resource_use_person', 'select, insert');

create table use_ending (
  tenant_id uuid not null,
  id uuid not null,
  use_id uuid not null,
  ended_on date not null,
  what_changed text not null default '',
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, use_id),
  foreign key (tenant_id, use_id) references resource_use (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
call wall('use_ending', 'select, insert');

-- What was seen of a use's effect on its goal.
create table use_evidence (
  tenant_id uuid not null,
  id uuid not null,
  use_id uuid not null,
  observed_on date not null,
  text text not null,
  link text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, use_id) references resource_use (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index use_evidence_use on use_evidence (tenant_id, use_id);
call wall('use_evidence', 'select, insert');

-- From one purpose to another. The new purpose is lived in the use that begins with it.
create table repurposing (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  use_id uuid not null,
  former_purpose text not null,
  new_purpose text not null,
  minutes_moved int check (minutes_moved between 0 and 10080),
  for_whom text not null default '',
  hoped_for text not null default '',
  reason text not null,
  occurred_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, use_id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, use_id) references resource_use (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index repurposing_resource on repurposing (tenant_id, resource_id);
call wall('repurposing', 'select, insert');

-- What came of it; asked again later, the answer may be another one.
create table repurposing_outcome (
  tenant_id uuid not null,
  id uuid not null,
  repurposing_id uuid not null,
  verdict text not null check (verdict in ('as_hoped', 'partly', 'otherwise', 'too_early')),
  text text not null,
  observed_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, repurposing_id) references repurposing (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index repurposing_outcome_of on repurposing_outcome (tenant_id, repurposing_id);
call wall('repurposing_outcome', 'select, insert');

-- A resource that came out of using another: its parents are uses.
create table generation (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  use_id uuid not null,
  occurred_on date not null,
  reason text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, resource_id, use_id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, use_id) references resource_use (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index generation_use on generation (tenant_id, use_id);
call wall('generation', 'select, insert');

create table retirement (
  tenant_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  retired_on date not null,
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, resource_id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
call wall('retirement', 'select, insert');

-- What was decided about a finding. Findings themselves are worked out anew at each reading; the key tells them apart,
-- so that what was dismissed does not come back.
create table finding (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  source text not null check (source in ('common_time')),
  key text not null,
  status text not null check (status in ('accepted', 'dismissed')),
  reason text not null default '',
  resource_id uuid,
  decided_by uuid,
  decided_on date not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, source, key),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id),
  check ((status = 'accepted') = (resource_id is not null))
);
call wall('finding', 'select, insert');

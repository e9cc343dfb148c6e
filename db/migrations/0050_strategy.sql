-- A theory of action for a goal. The one with the highest number is current; earlier ones stay to be read.
create table strategy (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  circle text not null default 'school' check (circle in ('team', 'school', 'district')),
  goal_id uuid not null,
  number int not null check (number > 0),
  leaders_do text not null,
  adults_change text not null,
  students_gain text not null,
  author_id uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, goal_id, number),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, author_id) references person (tenant_id, id)
);
create index strategy_unit on strategy (tenant_id, unit_id);
call wall('strategy', 'select, insert, update');

create table driver (
  tenant_id uuid not null,
  id uuid not null,
  strategy_id uuid not null,
  position int not null,
  statement text not null,
  why text not null default '',
  measure_id uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, strategy_id) references strategy (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id)
);
create index driver_strategy on driver (tenant_id, strategy_id);
call wall('driver');

create table change_idea (
  tenant_id uuid not null,
  id uuid not null,
  driver_id uuid not null,
  position int not null,
  statement text not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, driver_id) references driver (tenant_id, id)
);
create index change_idea_driver on change_idea (tenant_id, driver_id);
call wall('change_idea');

-- How a change idea stands on a resource: it uses it, turns it to another purpose, or brings it forth.
create table idea_resource (
  tenant_id uuid not null,
  id uuid not null,
  idea_id uuid not null,
  resource_id uuid not null,
  way text not null check (way in ('uses', 'repurposes', 'generates')),
  how text not null default '',
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, idea_id, resource_id, way),
  foreign key (tenant_id, idea_id) references change_idea (tenant_id, id),
  foreign key (tenant_id, resource_id) references resource (tenant_id, id)
);
create index idea_resource_of on idea_resource (tenant_id, resource_id);
call wall('idea_resource');

create table commitment (
  tenant_id uuid not null,
  id uuid not null,
  idea_id uuid not null,
  person_id uuid not null,
  what text not null,
  due_on date not null,
  made_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, idea_id) references change_idea (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, made_by) references person (tenant_id, id)
);
create index commitment_idea on commitment (tenant_id, idea_id);
create index commitment_person on commitment (tenant_id, person_id, due_on);
call wall('commitment', 'select, insert, update');

create table commitment_keeping (
  tenant_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  kept_on date not null,
  came_of text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, commitment_id),
  foreign key (tenant_id, commitment_id) references commitment (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
call wall('commitment_keeping', 'select, insert');

create table commitment_release (
  tenant_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  released_on date not null,
  reason text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, commitment_id),
  foreign key (tenant_id, commitment_id) references commitment (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
call wall('commitment_release', 'select, insert');

-- That its owner was reminded, so that a job tried twice sends one letter.
create table commitment_reminder (
  tenant_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  stage text not null check (stage in ('ahead', 'on_the_day')),
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, commitment_id, stage),
  foreign key (tenant_id, commitment_id) references commitment (tenant_id, id)
);
call wall('commitment_reminder', 'select, insert');

create table strategy_review (
  tenant_id uuid not null,
  id uuid not null,
  strategy_id uuid not null,
  held_on date not null,
  outcome text not null check (outcome in ('keep', 'adapt', 'stop')),
  reason text not null,
  evidence text not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, strategy_id) references strategy (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index strategy_review_of on strategy_review (tenant_id, strategy_id);
call wall('strategy_review', 'select, insert');

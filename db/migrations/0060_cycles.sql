-- A cycle of improvement: plan with a prediction, do, study against the prediction, decide. Its stage follows from the rows below.
create table cycle (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  circle text not null default 'school' check (circle in ('team', 'school', 'district')),
  goal_id uuid not null,
  idea_id uuid,
  measure_id uuid,
  parent_id uuid,
  number int not null check (number > 0),
  question text not null,
  prediction text not null default '',
  plan_what text not null default '',
  plan_who text not null default '',
  begins_on date,
  ends_on date,
  led_by uuid,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, goal_id, number),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, goal_id) references goal (tenant_id, id),
  foreign key (tenant_id, idea_id) references change_idea (tenant_id, id),
  foreign key (tenant_id, measure_id) references measure (tenant_id, id),
  foreign key (tenant_id, parent_id) references cycle (tenant_id, id),
  foreign key (tenant_id, led_by) references person (tenant_id, id),
  check (ends_on >= begins_on)
);
create index cycle_unit on cycle (tenant_id, unit_id);
create index cycle_idea on cycle (tenant_id, idea_id) where idea_id is not null;
call wall('cycle', 'select, insert, update');

create table cycle_start (
  tenant_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  started_on date not null,
  started_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, cycle_id),
  foreign key (tenant_id, cycle_id) references cycle (tenant_id, id),
  foreign key (tenant_id, started_by) references person (tenant_id, id)
);
call wall('cycle_start', 'select, insert');

create table observation (
  tenant_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  observed_on date not null,
  seen text not null,
  surprise text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, cycle_id) references cycle (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
create index observation_cycle on observation (tenant_id, cycle_id);
call wall('observation', 'select, insert');

create table study (
  tenant_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  studied_on date not null,
  result text not null,
  as_predicted text not null check (as_predicted in ('yes', 'partly', 'no')),
  learned_first text not null,
  learned_second text not null default '',
  learned_third text not null default '',
  recorded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, cycle_id),
  foreign key (tenant_id, cycle_id) references cycle (tenant_id, id),
  foreign key (tenant_id, recorded_by) references person (tenant_id, id)
);
call wall('study', 'select, insert');

create table cycle_decision (
  tenant_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  decision text not null check (decision in ('adopt', 'adapt', 'abandon')),
  reason text not null,
  decided_on date not null,
  decided_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, cycle_id),
  foreign key (tenant_id, cycle_id) references cycle (tenant_id, id),
  foreign key (tenant_id, decided_by) references person (tenant_id, id)
);
call wall('cycle_decision', 'select, insert');

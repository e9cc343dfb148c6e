-- That whoever leads a cycle was asked for its study, so that the hourly round writes once.
create table cycle_nudge (
  tenant_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, cycle_id),
  foreign key (tenant_id, cycle_id) references cycle (tenant_id, id)
);
call wall('cycle_nudge', 'select, insert');

-- A tenant owns data: a district, a state agency, an independent school, a partner.
create table tenant (
  tenant_id uuid not null,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
  name text not null,
  kind text not null check (kind in ('district', 'state_agency', 'independent_school', 'partner')),
  time_zone text not null,
  main_language text not null default 'en',
  nces_id text,
  state_code text,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  check (tenant_id = id)
);
call wall('tenant', 'select, insert, update');

-- The tree of places inside a tenant; path holds the ids from the root to the unit itself.
create table unit (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  path uuid[] not null,
  kind text not null check (kind in ('district', 'region', 'school', 'department', 'grade_level', 'team', 'agency')),
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null,
  grade text,
  subject text,
  ended_on date,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, slug),
  foreign key (tenant_id, parent_id) references unit (tenant_id, id),
  check (path[array_length(path, 1)] = id)
);
create index unit_path on unit using gin (path);
call wall('unit');

-- A person as this tenant knows them; signing in is identity.person.
create table person (
  tenant_id uuid not null,
  id uuid not null,
  given_name text not null,
  family_name text not null default '',
  email text,
  language text,
  ended_on date,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index person_email on person (tenant_id, lower(email)) where email is not null;
create index person_name on person using gin ((given_name || ' ' || family_name) gin_trgm_ops);
call wall('person');

-- Who has which role in which unit, and since when.
create table membership (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  role text not null check (role in ('teacher', 'staff', 'teacher_leader', 'assistant_principal', 'principal',
    'district_leader', 'coach', 'administrator', 'board_member', 'state_leader', 'researcher')),
  begins_on date not null,
  ends_on date,
  source text not null default 'hand' check (source in ('hand', 'roster')),
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  check (ends_on is null or ends_on >= begins_on)
);
create unique index membership_once on membership (tenant_id, person_id, unit_id, role) where ends_on is null;
create index membership_unit on membership (tenant_id, unit_id);
call wall('membership');

-- Who evaluates whom: circles keep evaluators out of a learning space.
create table evaluates (
  tenant_id uuid not null,
  id uuid not null,
  evaluator_id uuid not null,
  evaluated_id uuid not null,
  begins_on date not null,
  ends_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, evaluator_id) references person (tenant_id, id),
  foreign key (tenant_id, evaluated_id) references person (tenant_id, id),
  check (evaluator_id <> evaluated_id)
);
create unique index evaluates_once on evaluates (tenant_id, evaluator_id, evaluated_id) where ends_on is null;
call wall('evaluates');

-- What is shared across tenants: always a copy in the recipient's tenant, withdrawn when taken back.
create table share (
  tenant_id uuid not null,
  id uuid not null,
  noun text not null check (noun in ('summary', 'goal', 'resource')),
  noun_id uuid,
  unit_id uuid not null,
  recipient_tenant_id uuid not null,
  shared_by uuid not null,
  shared_on date not null,
  until_on date,
  taken_back_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id),
  foreign key (tenant_id, shared_by) references person (tenant_id, id)
);
call wall('share');

-- Days on which a school (or, without a unit, the whole tenant) does not teach.
create table closed_day (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  closed_on date not null,
  reason text not null default '',
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, closed_on),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
call wall('closed_day');

create table school_year (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  begins_on date not null,
  ends_on date not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  check (ends_on > begins_on)
);
call wall('school_year');

-- Which period is at which time on which weekday (1 is Monday), per school.
create table bell_period (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  period text not null,
  weekday int not null check (weekday between 1 and 7),
  begins_at time not null,
  ends_at time not null,
  teaching boolean not null default true,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, school_id, weekday, period),
  foreign key (tenant_id, school_id) references unit (tenant_id, id),
  check (ends_at > begins_at)
);
call wall('bell_period');

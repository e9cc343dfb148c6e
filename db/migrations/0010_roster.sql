-- A roster as it was handed in: what it would do, every defect of it, and the file itself while it can still be applied.
create table roster_load (
  tenant_id uuid not null,
  id uuid not null,
  file_name text not null,
  file_id uuid,
  preview jsonb not null,
  plan jsonb not null,
  with_students boolean not null default false,
  loaded_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, file_id) references stored_file (tenant_id, id),
  foreign key (tenant_id, loaded_by) references person (tenant_id, id)
);
create index roster_load_recent on roster_load (tenant_id, recorded_at desc);
call wall('roster_load');

-- That a load was applied, by whom, and what it did: the report that stays.
create table roster_application (
  tenant_id uuid not null,
  id uuid not null,
  load_id uuid not null,
  report jsonb not null,
  confirmed_ends int,
  applied_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, load_id),
  foreign key (tenant_id, load_id) references roster_load (tenant_id, id),
  foreign key (tenant_id, applied_by) references person (tenant_id, id)
);
call wall('roster_application', 'select, insert');

-- Which of our rows a row of the roster is. `told` is what the roster last said of it: what people changed by hand
-- since then stays until the roster itself says something else.
create table roster_link (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('unit', 'person', 'session', 'course', 'class', 'enrollment', 'student')),
  source_id text not null,
  noun_id uuid not null,
  told jsonb not null,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, kind, source_id)
);
create index roster_link_noun on roster_link (tenant_id, noun_id);
call wall('roster_link');

-- A term, semester, grading period or school year of the roster.
create table academic_session (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  kind text not null,
  begins_on date not null,
  ends_on date not null,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  check (ends_on >= begins_on)
);
call wall('academic_session');

create table course (
  tenant_id uuid not null,
  id uuid not null,
  title text not null,
  code text not null default '',
  grades text[] not null,
  subjects text[] not null,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
call wall('course');

-- Grades and subjects are the class's own, or its course's where it names none.
create table class (
  tenant_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  course_id uuid,
  title text not null,
  code text not null default '',
  kind text not null check (kind in ('homeroom', 'scheduled')),
  location text not null default '',
  grades text[] not null,
  subjects text[] not null,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, school_id) references unit (tenant_id, id),
  foreign key (tenant_id, course_id) references course (tenant_id, id)
);
create index class_school on class (tenant_id, school_id);
call wall('class');

create table class_session (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  session_id uuid not null,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, session_id),
  foreign key (tenant_id, class_id) references class (tenant_id, id),
  foreign key (tenant_id, session_id) references academic_session (tenant_id, id)
);
call wall('class_session', 'select, insert, delete');

-- The periods of the bell schedule in which a class meets; a roster names no weekday.
create table class_period (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  period text not null,
  primary key (tenant_id, id),
  unique (tenant_id, class_id, period),
  foreign key (tenant_id, class_id) references class (tenant_id, id)
);
call wall('class_period', 'select, insert, delete');

-- Who teaches a class.
create table enrollment (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('teacher', 'administrator', 'proctor')),
  is_primary boolean not null default false,
  begins_on date,
  ends_on date,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references class (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
create index enrollment_class on enrollment (tenant_id, class_id);
create index enrollment_person on enrollment (tenant_id, person_id);
call wall('enrollment');

-- Only where a district switched students on: the number that the roster gives a student, and no name.
create table student_enrollment (
  tenant_id uuid not null,
  id uuid not null,
  class_id uuid not null,
  student_source_id text not null,
  begins_on date,
  ends_on date,
  ended_on date,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, class_id) references class (tenant_id, id)
);
create index student_enrollment_class on student_enrollment (tenant_id, class_id);
call wall('student_enrollment');

-- One event per command, in its transaction: ids and a salted digest, no free text, so that erasure stays possible.
create table event (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid,
  verb text not null,
  noun text not null,
  noun_id uuid not null,
  unit_id uuid,
  digest bytea not null,
  via text not null check (via in ('session', 'token', 'system')),
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
create index event_recent on event (tenant_id, recorded_at desc);
create index event_noun on event (tenant_id, noun_id);
call wall('event', 'select, insert');

create table event_salt (
  tenant_id uuid not null,
  id uuid not null,
  salt bytea not null,
  primary key (tenant_id, id)
);
call wall('event_salt', 'select, insert, delete');

-- A seal chains a batch of events to the one before it.
create table event_seal (
  tenant_id uuid not null,
  id uuid not null,
  number int not null,
  previous bytea not null,
  hash bytea not null,
  event_count int not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
call wall('event_seal', 'select, insert');

create table event_sealed (
  tenant_id uuid not null,
  id uuid not null,
  seal_id uuid not null,
  position int not null,
  primary key (tenant_id, id),
  unique (tenant_id, seal_id, position),
  foreign key (tenant_id, seal_id) references event_seal (tenant_id, id)
);
call wall('event_sealed', 'select, insert');

-- Answers given to requests with an Idempotency-Key: the same request again gets the same answer.
create table request_receipt (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  key text not null,
  fingerprint bytea not null,
  status int not null,
  headers jsonb not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, key)
);
call wall('request_receipt');

create table stored_file (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  size_bytes int not null,
  sha256 bytea not null,
  stored_by uuid,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
call wall('stored_file');

create table stored_file_chunk (
  tenant_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  position int not null,
  bytes bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, file_id, position),
  foreign key (tenant_id, file_id) references stored_file (tenant_id, id)
);
call wall('stored_file_chunk');

-- The public half of a seal; the private half never enters the database.
create table seal (
  tenant_id uuid not null,
  id uuid not null,
  public_key bytea not null,
  size_bytes int not null,
  opened_at timestamptz,
  recorded_at timestamptz not null,
  primary key (tenant_id, id)
);
call wall('seal');

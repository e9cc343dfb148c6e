-- People who sign in stand above tenants: one identity, linked to one person in each tenant that knows them.
-- Columns follow what the sign-in library writes; ids are made by the program.
create schema identity;
grant usage on schema identity to groundwork_app;

create table identity.person (
  id uuid primary key,
  name text not null,
  email text not null unique check (email = lower(email)),
  email_verified boolean not null default false,
  image text,
  language text check (language in ('en', 'es')),
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- expires_at is the absolute limit; last_used_at carries the idle limit.
create table identity.session (
  id uuid primary key,
  person_id uuid not null references identity.person (id) on delete cascade,
  token text not null unique,
  user_agent text,
  ip_address text,
  expires_at timestamptz not null,
  last_used_at timestamptz not null,
  created_at timestamptz not null
);
create index session_person on identity.session (person_id);

create table identity.credential (
  id uuid primary key,
  person_id uuid not null references identity.person (id) on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_person on identity.credential (person_id);

-- One-time proofs (password resets): the identifier is a digest, so that a copy of the table opens nothing.
create table identity.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on identity.verification (identifier);

-- Tries within a window, per account and per address; keys are digests, so that nobody's typed address stays here.
create table identity.attempt (
  key text primary key,
  count int not null,
  window_began_at timestamptz not null
);
create index attempt_began on identity.attempt (window_began_at);

-- Which person of a tenant an identity is; slug and name are copies, so that choosing a tenant needs no look into one.
create table identity.person_tenant (
  identity_person_id uuid not null references identity.person (id) on delete cascade,
  tenant_id uuid not null,
  tenant_slug text not null,
  tenant_name text not null,
  tenant_person_id uuid not null,
  linked_at timestamptz not null,
  primary key (identity_person_id, tenant_id),
  unique (tenant_id, tenant_person_id)
);
create index person_tenant_slug on identity.person_tenant (identity_person_id, tenant_slug);

-- An identity sees its own links, a tenant those that lead into it; a link is written from inside the tenant alone.
alter table identity.person_tenant enable row level security;
alter table identity.person_tenant force row level security;
create policy person_tenant_select on identity.person_tenant for select using (
  identity_person_id = nullif(current_setting('app.person', true), '')::uuid
  or tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy person_tenant_insert on identity.person_tenant for insert
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy person_tenant_update on identity.person_tenant for update
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);
create policy person_tenant_delete on identity.person_tenant for delete
  using (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);

-- The names are copies: the page that an invited person opens stands outside every tenant.
create table identity.invitation (
  id uuid primary key,
  token_hash bytea unique,
  email text not null check (email = lower(email)),
  tenant_id uuid not null,
  tenant_slug text not null,
  tenant_name text not null,
  tenant_person_id uuid not null,
  person_name text not null,
  language text not null,
  invited_by uuid not null,
  invited_by_name text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_person on identity.invitation (tenant_id, tenant_person_id);

create table identity.api_token (
  id uuid primary key,
  token_hash bytea not null unique,
  identity_person_id uuid not null references identity.person (id) on delete cascade,
  tenant_id uuid not null,
  tenant_slug text not null,
  tenant_person_id uuid not null,
  name text not null,
  ending text not null,
  expires_on date not null,
  last_used_on date,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index api_token_person on identity.api_token (identity_person_id);

grant select, insert, update, delete on all tables in schema identity to groundwork_app;

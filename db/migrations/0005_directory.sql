-- Which tenants there are, for jobs that go through all of them; ids and short names only.
create table identity.tenant (
  tenant_id uuid primary key,
  slug text not null unique,
  recorded_at timestamptz not null
);
grant select, insert on identity.tenant to groundwork_app;

-- The wall around a tenant: every tenant table calls this once, so that no table can have half of it.
-- One permissive policy with every condition in it: restrictive policies turn permissive on Citus shards.
create procedure wall(table_name text, privileges text default 'select, insert, update, delete')
language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format(
    'create policy %I on %I using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
    'with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)',
    table_name || '_tenant', table_name);
  execute format('grant %s on %I to groundwork_app', privileges, table_name);
end $$;

revoke all on procedure wall(text, text) from public;
grant usage on schema public to groundwork_app;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

import pg from 'pg'

/** Why a database role may not be the program's: it must stand behind row-level security. Undefined if it may. */
export async function whyNotAppRole(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ superuser: boolean; bypasses: boolean; owns: boolean }>(`
      select r.rolsuper as superuser, r.rolbypassrls as bypasses,
        exists (select from pg_class c where c.relowner = r.oid and c.relkind = 'r') as owns
      from pg_roles r where r.rolname = current_user`)
    const [role] = rows
    if (role?.superuser) return 'this role is a superuser, so walls between tenants would not hold. Expected the role groundwork_app.'
    if (role?.bypasses)
      return 'this role bypasses row-level security, so walls between tenants would not hold. Expected the role groundwork_app.'
    if (role?.owns) return 'this role owns tables, so it could take down the walls between tenants. Expected the role groundwork_app.'
    return undefined
  } catch (error) {
    return `the database does not let us in (${error instanceof Error ? error.message : String(error)}).`
  } finally {
    await client.end().catch(() => {}) // a connection that never opened has nothing to close
  }
}

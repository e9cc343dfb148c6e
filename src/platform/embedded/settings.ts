/** Reached by password over the loopback only, small enough to live beside the program on one machine. */
const always = {
  listen_addresses: '127.0.0.1',
  // A socket would lie in a folder that may be too long, unwritable or shared.
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  // What it keeps lies in memory or on a disk without moving parts, where a page far off costs no more than the next.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements can carry what people wrote; the server's log is not where that belongs.
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
}
const forKeeps = { fsync: 'on', synchronous_commit: 'on' }
const forTests = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300', autovacuum: 'off' }

export function settingsFor(throwaway: boolean): string[] {
  const settings = { ...always, ...(throwaway ? forTests : forKeeps) }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Nothing of the program's own environment: PGPORT and the like would speak to PostgreSQL, and secrets are not its business. */
export const plainEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' }

/** What the program is told from outside; `docs/guide/operating.md` has each with an example. */
export type Configuration = {
  port: number
  host: string
  origin: string
  varFolder: string
  keyFolder: string
  logLevel: string
  demo: boolean
  database: { kind: 'embedded' } | { kind: 'server'; url: string; ownerUrl: string | undefined }
  mail: { url: string; from: string } | undefined
  secret: string | undefined
}

/** A setting that cannot be used, in a sentence for whoever starts the program. */
export class WrongSetting extends Error {}

export type Environment = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent']

/** Reads the settings, or throws the sentence that says which one is wrong and what was expected. */
export function readConfiguration(env: Environment): Configuration {
  const port = portFrom(env)
  const host = env['HOST'] || '127.0.0.1'
  const database = databaseFrom(env)
  const varFolder = env['VAR_DIR'] || 'var'
  const configuration: Configuration = {
    port,
    host,
    origin: originFrom(env, port),
    varFolder,
    keyFolder: env['KEY_DIR'] || `${varFolder}/keys`,
    logLevel: choiceFrom(env, 'LOG_LEVEL', LOG_LEVELS, 'warn'),
    demo: database.kind === 'embedded' && choiceFrom(env, 'DEMO', ['on', 'off'], 'on') === 'on',
    database,
    mail: mailFrom(env),
    secret: secretFrom(env),
  }
  if (!configuration.demo && !configuration.mail)
    throw new WrongSetting(
      'SMTP_URL is missing: outside the demonstration, invitations go by mail. Expected something like smtp://user:password@mail.example:587.',
    )
  if (database.kind === 'server' && !configuration.secret)
    throw new WrongSetting('SECRET is missing: it signs the cookies of all processes alike. Expected at least 32 characters.')
  if (env['DEMO'] === 'on' && database.kind === 'server')
    throw new WrongSetting('DEMO=on does not go with DATABASE_URL: the demonstration has its own embedded database.')
  return configuration
}

function portFrom(env: Environment): number {
  const text = env['PORT'] || '4000'
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new WrongSetting(`PORT is "${text}". Expected a number from 0 to 65535.`)
}

function originFrom(env: Environment, port: number): string {
  const text = env['ORIGIN']
  if (!text) return `http://localhost:${port}`
  if (/^https?:\/\/[^/]+$/.test(text) && URL.canParse(text)) return new URL(text).origin
  throw new WrongSetting(`ORIGIN is "${text}". Expected the address that people type, like https://groundwork.example, without a path.`)
}

function databaseFrom(env: Environment): Configuration['database'] {
  const url = env['DATABASE_URL']
  if (!url) return { kind: 'embedded' }
  const ownerUrl = env['DATABASE_OWNER_URL'] || undefined
  for (const [name, value] of [
    ['DATABASE_URL', url],
    ['DATABASE_OWNER_URL', ownerUrl],
  ] as const) {
    if (value && !/^postgres(ql)?:\/\/[^/]+\/.+/.test(value))
      throw new WrongSetting(
        `${name} is not the address of a database. Expected something like postgres://groundwork_app:password@db.example:5432/groundwork.`,
      )
  }
  return { kind: 'server', url, ownerUrl }
}

function mailFrom(env: Environment): Configuration['mail'] {
  const url = env['SMTP_URL']
  if (!url) return undefined
  if (!/^smtps?:\/\/.+/.test(url) || !URL.canParse(url))
    throw new WrongSetting('SMTP_URL is not the address of a mail server. Expected something like smtp://user:password@mail.example:587.')
  return { url, from: env['MAIL_FROM'] || 'Groundwork <groundwork@localhost>' }
}

function secretFrom(env: Environment): string | undefined {
  const secret = env['SECRET']
  if (!secret) return undefined
  if (secret.length >= 32) return secret
  throw new WrongSetting('SECRET is too short. Expected at least 32 characters, and not ones that anybody could guess.')
}

function choiceFrom(env: Environment, name: string, choices: readonly string[], otherwise: string): string {
  const text = env[name] || otherwise
  if (choices.includes(text)) return text
  throw new WrongSetting(`${name} is "${text}". Expected one of: ${choices.join(', ')}.`)
}

import { betterAuth } from 'better-auth'
import { createAuthEndpoint, isAPIError } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { parseSigned } from 'hono/utils/cookie'
import { Kysely, type PostgresDialect } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'

/** Who a request comes from, before any tenant is known. */
export type Identity = {
  identityPersonId: string
  sessionId: string
  name: string
  email: string
  language: string | null
  theme: 'auto' | 'light' | 'dark'
}

/** A session that was begun: the cookies belong on the answer. */
export type OpenedSession = { identityPersonId: string; cookies: string[] }

export type SignIn = {
  /** Who asks, by the session's cookie; undefined where it is absent, forged, ended, unused for long or too old. */
  identify(headers: Headers): Promise<Identity | undefined>
  /** Begins a session, or undefined where address and password do not belong together. */
  withPassword(email: string, password: string, headers: Headers): Promise<OpenedSession | undefined>
  /** Begins a session for somebody who has just shown otherwise who they are. */
  openSession(identityPersonId: string, headers: Headers): Promise<OpenedSession>
  /** Ends the session of the request; the cookie that removes it belongs on the answer. */
  closeSession(headers: Headers): Promise<string>
}

export const SESSION_ABSOLUTE_MS = 14 * 24 * 60 * 60 * 1000
export const SESSION_IDLE_MS = 12 * 60 * 60 * 1000
// Writing the time of use at every request would turn each read into a write.
const TOUCH_AFTER_MS = 5 * 60 * 1000
export const PASSWORD_MIN_LENGTH = 15
export const PASSWORD_MAX_LENGTH = 200

type Options = { dialect: PostgresDialect; clock: Clock; secret: string; publicUrl: string }

/** Sign-in for one address of the program; `secret` signs the cookies. */
export function createSignIn(options: Options): SignIn {
  const auth = createAuth(options)
  const db = new Kysely<SessionTables>({ dialect: options.dialect })
  const cookie = cookieFor(options.publicUrl)

  async function tokenOf(headers: Headers): Promise<string | undefined> {
    const sent = headers.get('cookie')
    if (!sent?.includes(cookie.name)) return undefined
    return (await parseSigned(sent, options.secret, cookie.name))[cookie.name] || undefined
  }

  async function opened(headers: Headers, begin: () => Promise<{ headers: Headers; response: { user: { id: string } } }>) {
    const before = await tokenOf(headers)
    const { headers: answer, response } = await begin()
    // A second sign-in in the same browser replaces the first, or it would stay open where nobody looks.
    if (before) await endSession(db, before)
    return { identityPersonId: response.user.id, cookies: answer.getSetCookie() }
  }

  return {
    async identify(headers) {
      const token = await tokenOf(headers)
      return token ? await findIdentity(db, token, options.clock.now()) : undefined
    },
    async withPassword(email, password, headers) {
      try {
        const body = { email, password }
        return await opened(headers, () => auth.api.signInEmail({ body, headers: browserOf(headers), returnHeaders: true }))
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500) return undefined
        throw error
      }
    },
    async openSession(identityPersonId, headers) {
      const body = { identityPersonId }
      return await opened(headers, () => auth.api.openSession({ body, headers: browserOf(headers), returnHeaders: true }))
    },
    async closeSession(headers) {
      const token = await tokenOf(headers)
      if (token) await endSession(db, token)
      return `${cookie.name}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${cookie.secure ? '; Secure' : ''}`
    },
  }
}

type SessionTables = {
  'identity.session': { id: string; person_id: string; token: string; expires_at: Date; last_used_at: Date }
  'identity.person': { id: string; name: string; email: string; language: string | null; theme: Identity['theme'] }
}

/** Read at every request: one indexed statement (0.3 ms of CPU; the library's own look-up costs 1.5), so that an ended session is over at once. */
async function findIdentity(db: Kysely<SessionTables>, token: string, now: Date): Promise<Identity | undefined> {
  const row = await db
    .selectFrom('identity.session as session')
    .innerJoin('identity.person as person', 'person.id', 'session.person_id')
    .select(['person.id as identityPersonId', 'session.id as sessionId', 'person.name', 'person.email', 'person.language', 'person.theme'])
    .select('session.last_used_at as lastUsedAt')
    .where('session.token', '=', token)
    .where('session.expires_at', '>', now)
    .where('session.last_used_at', '>', new Date(now.getTime() - SESSION_IDLE_MS))
    .executeTakeFirst()
  if (!row) return undefined
  const { lastUsedAt, ...identity } = row
  if (now.getTime() - lastUsedAt.getTime() > TOUCH_AFTER_MS) {
    await db.updateTable('identity.session').set({ last_used_at: now }).where('token', '=', token).execute()
  }
  return identity
}

async function endSession(db: Kysely<SessionTables>, token: string): Promise<void> {
  await db.deleteFrom('identity.session').where('token', '=', token).execute()
}

/** Nothing but the browser's name goes on: the session list shows it; addresses and cookies are not the library's business. */
function browserOf(headers: Headers): Headers {
  return new Headers({ 'user-agent': (headers.get('user-agent') ?? '').slice(0, 300) })
}

/** `__Host-` pins the cookie to this host and to TLS; without TLS (loopback alone) browsers refuse that name. */
function cookieFor(publicUrl: string) {
  const secure = publicUrl.startsWith('https:')
  return { name: secure ? '__Host-groundwork' : 'groundwork', secure }
}

function createAuth({ dialect, clock, secret, publicUrl }: Options) {
  const cookie = cookieFor(publicUrl)
  const times = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    baseURL: publicUrl,
    secret,
    // The library's own Kysely speaks to the schema `identity` alone.
    database: { db: new Kysely<unknown>({ dialect }), type: 'postgres', schemaName: 'identity', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      expiresIn: SESSION_ABSOLUTE_MS / 1000,
      disableSessionRefresh: true,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'last_used_at',
      },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'person_id',
        providerId: 'provider_id',
        accountId: 'account_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { fields: { expiresAt: 'expires_at', ...times } },
    advanced: {
      // Migrations own the schema; their tests would notice a difference.
      database: { generateId: () => newId(clock.now().getTime()), validateSchema: false },
      ipAddress: { disableIpTracking: true },
      // The library would put its own prefix before the name.
      useSecureCookies: false,
      cookies: { session_token: { name: cookie.name, attributes: { secure: cookie.secure } } },
    },
    databaseHooks: { session: { create: { before: async () => ({ data: sessionTimes(clock.now()) }) } } },
    rateLimit: { enabled: false }, // tries are counted by the people slice, which knows the account as well
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would log why a sign-in failed
    plugins: [{ id: 'open-session', endpoints: { openSession } }],
  })
}

/** The library reads the machine's time; sessions go by the program's clock. */
function sessionTimes(now: Date) {
  return { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS) }
}

/** A session without a password; it has no address in the program, only this process can call it. */
const openSession = createAuthEndpoint(
  '/open-session',
  { method: 'POST', body: z.object({ identityPersonId: z.uuid() }), metadata: { SERVER_ONLY: true } },
  async (ctx) => {
    const user = await ctx.context.internalAdapter.findUserById(ctx.body.identityPersonId)
    if (!user) throw ctx.error('NOT_FOUND')
    const session = await ctx.context.internalAdapter.createSession(user.id)
    await setSessionCookie(ctx, { session, user })
    return { user: { id: user.id } }
  },
)

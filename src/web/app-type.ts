import type { Hono } from 'hono'
import type { Env } from './page.tsx'

/** The application as slices mount their addresses on it. */
export type App = Hono<Env>

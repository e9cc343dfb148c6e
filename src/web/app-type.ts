import type { Hono } from 'hono'
import type { Env } from './context.ts'

/** The application as slices mount their addresses on it. */
export type App = Hono<Env>

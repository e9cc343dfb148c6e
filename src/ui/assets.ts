import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** An entry of Vite's manifest, as far as it is needed here. */
type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[]; src?: string; name?: string }
type Manifest = Record<string, Chunk>

type Stored = { type: string; plain: Buffer; br?: Buffer; gzip?: Buffer }

const built = new URL('../../dist/assets/', import.meta.url)
const styleEntry = 'src/ui/css/app.css'
const scriptEntry = 'src/ui/island/start.tsx'
const fontEntry = 'source-sans-3-latin-wght-normal'

let manifest: Manifest | undefined
const stored = new Map<string, Stored>()

/** The page's one style sheet. */
export function styleUrl(): string {
  return urlOf(chunk(styleEntry)?.file ?? 'app.css')
}

/** The font of nearly every letter, to be fetched beside the style sheet rather than after it. */
export function fontUrl(): string | undefined {
  const font = Object.values(readManifest()).find(({ file }) => file.includes(fontEntry))
  return font && urlOf(font.file)
}

/** The script that wakes islands, and what these islands need, to be fetched all at once. */
export function scriptUrls(islands: Iterable<string>): { start: string; preload: string[] } | undefined {
  const names = [...islands]
  const start = chunk(scriptEntry)
  if (names.length === 0 || !start) return undefined
  const needed = new Set(names.flatMap((name) => withImports(islandEntry(name))))
  for (const file of start.imports ?? []) for (const each of withImports(file)) needed.add(each)
  return { start: urlOf(start.file), preload: [...needed].map(urlOf) }
}

/** The name under which something that was built is served, for what does not come with every page. */
export function builtFile(entry: string): string | undefined {
  return chunk(entry)?.file
}

/** `shelves/board` lies in src/slices/shelves/islands/board.tsx. */
export function islandEntry(name: string): string {
  const [slice, island] = name.split('/')
  return `src/slices/${slice}/islands/${island}.tsx`
}

/** Answers /assets/…: the names hold a digest of the content, so a browser may keep them for ever. */
export function serveAsset(path: string, acceptEncoding: string): Response {
  const name = path.replace(/^\/assets\//, '')
  const file = isAssetName(name) ? load(name) : undefined
  if (!file) return new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } })
  const [encoding, bytes] = encoded(file, acceptEncoding)
  const headers = {
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  }
  return new Response(new Uint8Array(bytes), { headers: encoding ? { ...headers, 'content-encoding': encoding } : headers })
}

function chunk(entry: string): Chunk | undefined {
  return readManifest()[entry]
}

function withImports(entry: string): string[] {
  const found = chunk(entry)
  return found ? [found.file, ...(found.imports ?? []).flatMap(withImports)] : []
}

/** Read once; before the first build there is none, and pages come without style rather than not at all. */
function readManifest(): Manifest {
  manifest ??= readBuilt('manifest.json')
  return manifest ?? {}
}

function readBuilt(name: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(new URL(name, built), 'utf8')) as Manifest // written by the build of this same program
  } catch {
    return undefined
  }
}

function urlOf(file: string) {
  return `/assets/${file}`
}

/** One plain file name: nothing that could lead out of the folder. */
function isAssetName(name: string) {
  return /^[\w-]+(\.[\w-]+)+$/.test(name) && name !== 'manifest.json'
}

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
}

function load(name: string): Stored | undefined {
  const before = stored.get(name)
  if (before) return before
  const type = types[name.slice(name.lastIndexOf('.') + 1)]
  if (!type) return undefined
  try {
    const file = compressed(type, readFileSync(new URL(name, built)))
    stored.set(name, file)
    return file
  } catch {
    return undefined
  }
}

/** Compressed once, at the first asking; fonts and pictures are compressed already. */
function compressed(type: string, plain: Buffer): Stored {
  if (!/^text|json|svg/.test(type)) return { type, plain }
  const br = brotliCompressSync(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
  return { type, plain, br, gzip: gzipSync(plain, { level: 9 }) }
}

function encoded(file: Stored, accept: string): [string | undefined, Buffer] {
  if (file.br && /\bbr\b/.test(accept)) return ['br', file.br]
  if (file.gzip && /\bgzip\b/.test(accept)) return ['gzip', file.gzip]
  return [undefined, file.plain]
}

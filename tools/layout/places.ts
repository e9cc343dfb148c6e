/** Where a file stands: its area of the house and, in a slice, which of the closed vocabulary it is. */
export type Place = { area: string; kind: string; slice?: string; vocabulary?: string }

const areas = ['platform', 'access', 'web', 'ui', 'messages', 'slices']
const sliceVocabulary = 'schema, rules, queries, commands, api, routes, jobs (.ts), x-page.tsx, parts/x.tsx, islands/x.tsx, x.test.ts'
const sliceKinds: [kind: string, pattern: RegExp][] = [
  ['test', /\.test\.tsx?$/],
  ['part', /\/parts\/[^/]+\.tsx$/],
  ['island', /\/islands\/[^/]+\.tsx$/],
  ['page', /-page\.tsx$/],
]

export function placeOf(path: string): Place {
  if (path.startsWith('packages/measures')) return { area: 'measures', kind: isTest(path) ? 'test' : 'measures' }
  if (!path.startsWith('src/'))
    return { area: /^(?:test|tools|bin|bench|db)\//.test(path) ? 'other' : 'package', kind: isTest(path) ? 'test' : 'other' }
  const [, area = '', slice = ''] = path.split('/')
  if (area === 'urls.ts') return { area: 'urls', kind: 'urls' }
  if (area === 'slices') return { area, slice, kind: sliceKind(path), vocabulary: sliceVocabulary }
  if (areas.includes(area)) return { area, kind: isTest(path) ? 'test' : area }
  if (/^[a-z-]+(?:\.test)?\.ts$/.test(area)) return { area: 'top', kind: isTest(path) ? 'test' : 'top' }
  return { area: 'unknown', kind: 'unknown', vocabulary: `main.ts, app.ts, urls.ts, ${areas.join(', ')}` }
}

function sliceKind(path: string): string {
  const named = sliceKinds.find(([, pattern]) => pattern.test(path))
  if (named) return named[0]
  return /\/(schema|rules|queries|commands|api|routes|jobs)\.ts$/.exec(path)?.[1] ?? 'unknown'
}

function isTest(path: string): boolean {
  return /\.(?:test|e2e)\.tsx?$/.test(path)
}

/** Where to go after signing in: a path of this program, or home; whatever could lead elsewhere is ignored. */
export function ownPath(next: string | undefined): string {
  // Browsers read a backslash as a slash and skip tabs and line ends, so `/\evil` and `/<tab>/evil` would leave the program.
  if (!next || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/.test(next)) return '/'
  return isSignInItself(next) ? '/' : next
}

function isSignInItself(path: string): boolean {
  return /^\/(sign-in|sign-out|demo\/sign-in)(?=$|[/?#])/.test(path)
}

const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/** A browser and its system in two words, as far as the browser tells; good for recognizing one's own, not for more. */
export function deviceOf(userAgent: string | null): { browser?: string; system?: string } {
  const named = (list: readonly (readonly [string, string])[]) => list.find(([mark]) => userAgent?.includes(mark))?.[1]
  return { browser: named(BROWSERS), system: named(SYSTEMS) }
}

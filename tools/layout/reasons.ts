// In order: `x as Row`, and `x!` before what may follow a value.
const assertion = /\sas (?!const\b)(?:readonly |unknown|never|any|string|number|typeof|keyof|[A-Z([{])|[\w)\]]!(?=[.)\],;[]|$)/g
const exception = /\/[/*]\s*(?:oxlint-disable|eslint-disable|@ts-expect-error)/
const noCode = /^\s*(?:\/\/|\*|\/\*|import\b|export (?:type )?\{|[^'"`]*\bfrom ')/

/** Lines that overrule the compiler or the linter without saying why, on the line or just above it. */
export function linesWithoutReason(text: string): number[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    if (exception.test(line)) return line.includes(' -- ') ? [] : [index + 1]
    if (noCode.test(line) || ![...line.matchAll(assertion)].some((found) => isCode(line, found.index))) return []
    return hasReason(line) || isComment(lines[index - 1] ?? '') ? [] : [index + 1]
  })
}

/** Not within a text, nor in what a comment says at the end of the line. */
function isCode(line: string, index: number): boolean {
  const before = line.slice(0, index)
  const isOpen = (quote: string) => before.split(quote).length % 2 === 0
  return !["'", '"', '`'].some(isOpen) && !before.includes('//') && !/>[^<>{}=]*$/.test(before.replaceAll('=>', ''))
}

function hasReason(line: string): boolean {
  return /\s\/\/ \S/.test(line)
}

function isComment(line: string): boolean {
  return /^\s*(?:\/\/|\*\/|\/\*\*.*\*\/)/.test(line)
}

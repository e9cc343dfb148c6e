import type { Source } from '../layout/sources.ts'
import { placeholdersOf } from './placeholders.ts'
import { findUses, type Uses } from './uses.ts'

export type Catalogue = { file: string; en: Record<string, string>; es: Record<string, string> }

/** What is wrong between the two languages, and between them and the source; a sentence each. */
export function findMessageFaults(catalogues: Catalogue[], sources: Source[]): string[] {
  const uses = findUses(sources.filter(({ path }) => path !== 'src/access/policy.ts'))
  const actions = findUses(sources.filter(({ path }) => path === 'src/access/policy.ts')).keys
  const known = new Set(catalogues.flatMap(({ en }) => Object.keys(en)))
  const files = new Set(catalogues.map(({ file }) => file))
  const missing = [...uses.keys].filter(([key]) => files.has(key.split('.')[0] ?? '') && !known.has(key) && !actions.has(key))
  return [
    ...catalogues.flatMap((catalogue) => [...pairFaults(catalogue), ...englishFaults(catalogue, uses)]),
    ...missing.map(([key, path]) => `${path}: asks for "${key}", which no message has.`),
  ]
}

function pairFaults({ file, en, es }: Catalogue): string[] {
  const onlyEn = Object.keys(en).filter((key) => !(key in es))
  const onlyEs = Object.keys(es).filter((key) => !(key in en))
  const both = Object.keys(en).filter((key) => key in es)
  return [
    ...onlyEn.map((key) => `es/${file}.json lacks "${key}".`),
    ...onlyEs.map((key) => `en/${file}.json lacks "${key}".`),
    ...both.flatMap((key) => textFaults(file, key, [en[key] ?? '', es[key] ?? ''])),
  ]
}

function textFaults(file: string, key: string, [en, es]: [string, string]): string[] {
  if (en.trim() === '' || es.trim() === '') return [`${file}.json: "${key}" is empty.`]
  try {
    const [inEn, inEs] = [placeholdersOf(en), placeholdersOf(es)]
    return inEn.join() === inEs.join()
      ? []
      : [`${file}.json: "${key}" wants {${inEn.join('} {')}} in English and {${inEs.join('} {')}} in Spanish.`]
  } catch (error) {
    return [`${file}.json: "${key}" is not an ICU message: ${String(error).split('\n')[0]}`]
  }
}

function englishFaults({ file, en }: Catalogue, { keys, patterns }: Uses): string[] {
  return Object.keys(en).flatMap((key) => {
    if (!new RegExp(`^${file}\\.[a-z0-9_]+$`).test(key)) return [`en/${file}.json: "${key}" should be ${file}.snake_case.`]
    const isUsed = keys.has(key) || patterns.some((pattern) => pattern.test(key))
    return isUsed ? [] : [`${file}.json: "${key}" is used nowhere.`]
  })
}

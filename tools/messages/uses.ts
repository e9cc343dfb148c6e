import type { Source } from '../layout/sources.ts'

/** What the source asks for: whole keys, and patterns where a part of the key is worked out (`resources.kind_${kind}`). */
export type Uses = { keys: Map<string, string>; patterns: RegExp[] }

const keyLiteral = /['"`]([a-z]+\.[a-z][a-z0-9_]*)['"`]/g
const keyTemplate = /`((?:[a-z]+|\$\{[^}`]*\})\.[a-z0-9_]*\$\{[^`]*|\$\{[^}`]*\}\.[a-z0-9_]+)`/g

export function findUses(sources: Source[]): Uses {
  const keys = new Map<string, string>()
  const patterns: RegExp[] = []
  for (const { path, text } of sources) {
    for (const [, key = ''] of text.matchAll(keyLiteral)) keys.set(key, path)
    for (const [, template = ''] of text.matchAll(keyTemplate)) patterns.push(patternOf(template))
  }
  return { keys, patterns }
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll('.', String.raw`\.`).replaceAll(/\$\{[^}]*\}/g, '[a-z0-9_]+')}$`)
}

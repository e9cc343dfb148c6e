import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import * as measures from '../src/measures.ts'

const source = join(import.meta.dirname, '../src')
const functions = documented()
const readme = readFileSync(join(source, '../README.md'), 'utf8')

describe('the reference', () => {
  it('has a text for every function that the library hands out', () => {
    const callable = Object.entries(measures).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    assert.deepEqual(
      callable.filter((name) => !functions.get(name)),
      [],
    )
  })
  it('says of each that answers a question what it takes, what it does with too little, and what it equals in R', () => {
    const answering = [...functions].filter(([, text]) => text.includes('?'))
    assert.ok(answering.length > 60)
    const lacking = (part: RegExp) => answering.flatMap(([name, text]) => (part.test(text) ? [] : [name]))
    assert.deepEqual(lacking(/takes? /i), [])
    assert.deepEqual(lacking(/null|NaN|RangeError|Throws nothing/i), [])
    assert.deepEqual(lacking(/Equals|equals|R: |R has|[Aa]s (\w+::|lavaan|eRm|TAM|sdcTable|the split)|no R function|igraph::|sna::/), [])
  })
  it('names every function in the list of the library', () => {
    const missing = [...functions.keys()].filter((name) => !new RegExp(`\\b${name}\\b`).test(readme))
    assert.deepEqual(missing, [])
  })
})

/** The text at the head of each function of the barrel, by its name. */
function documented(): Map<string, string> {
  const barrel = readFileSync(join(source, 'measures.ts'), 'utf8')
  const texts = new Map<string, string>()
  for (const [, names = '', path = ''] of barrel.matchAll(/export \{([^}]*)\} from '\.\/([^']+)'/g)) {
    const code = readFileSync(join(source, path), 'utf8')
    for (const name of names.split(',').map((one) => one.trim())) {
      const found = new RegExp(`(/\\*\\*(?:(?!\\*/)[^])*\\*/\\n)?export (?:async )?function ${name}\\b`).exec(code)
      if (found) texts.set(name, (found[1] ?? '').replaceAll(/\s*\n \* ?/g, ' '))
    }
  }
  return texts
}

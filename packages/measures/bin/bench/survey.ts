import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { SummaryShape } from '../../src/measures.ts'
import { generator } from './random.ts'

export const items = 25
export const shape: SummaryShape = { items: Array.from({ length: items }, (_, i) => ({ name: `q${i + 1}`, least: 1, categories: 5 })) }

const schools = 200
const shareMissing = 0.01

/** People who answer by one trait and chance, one in a hundred answers missing. */
export function peopleOf(seed: number): () => (number | null)[] {
  const random = generator(seed)
  return () => {
    const trait = (random() + random() + random() - 1.5) * 2
    return Array.from({ length: items }, (_, i) => {
      const answer = Math.round(3 + trait + (random() + random() - 1) * 2 + (i - items / 2) / items)
      return random() < shareMissing ? null : Math.max(1, Math.min(5, answer))
    })
  }
}

/** The same as a file: a school and the answers of each person. */
export async function writeSurvey(path: string, people: number, seed: number): Promise<void> {
  await pipeline(Readable.from(linesOf(people, seed)), createWriteStream(path))
}

function* linesOf(people: number, seed: number): Generator<string> {
  yield `school,${shape.items.map(({ name }) => name).join(',')}\n`
  const person = peopleOf(seed)
  const batch = 1000
  for (let first = 0; first < people; first += batch) {
    const lines = Array.from({ length: Math.min(batch, people - first) }, (_, i) => `S${(first + i) % schools},${person().join(',')}\n`)
    yield lines.join('')
  }
}

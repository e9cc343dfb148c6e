import { at } from '../../src/numbers/at.ts'
import { emptySummary, foldAnswers, type Answers, type NamedGroup, type ScaleSummary } from '../../src/measures.ts'
import { BadFile } from './bad-file.ts'
import type { ScaleSpec } from './scale-specs.ts'

/** What is kept of a scale: a summary, and the score's moments by group. No answer stays. */
export type FoldedScale = { spec: ScaleSpec; summary: ScaleSummary; groups: NamedGroup[] }

const batchSize = 5000

/** Counts one scale of a file, row by row. */
export class ScaleFolder {
  readonly #spec: ScaleSpec
  readonly #places: number[]
  readonly #reversed: boolean[]
  readonly #groups = new Map<string, NamedGroup>()
  #summary: ScaleSummary
  #batch: Answers[] = []
  #fault: BadFile | undefined

  constructor(spec: ScaleSpec, header: readonly string[]) {
    const { least, most } = spec
    this.#spec = spec
    this.#places = spec.items.map((name) => header.indexOf(name))
    this.#reversed = spec.items.map((name) => spec.reversed.includes(name))
    this.#summary = emptySummary({
      items: spec.items.map((name, i) => ({ name, least, categories: most - least + 1, reversed: at(this.#reversed, i) })),
    })
  }

  take(row: number, fields: readonly string[], values: readonly (number | null)[], group: string | undefined): void {
    if (this.#fault) return
    const answers = new Array<number | null>(this.#places.length)
    for (let i = 0; i < answers.length; i += 1) {
      const value = values[at(this.#places, i)] ?? null
      if (value !== null && !this.#isAmongValues(value)) {
        this.#fault = this.#faultAt(i, row, fields)
        return
      }
      answers[i] = value
    }
    this.#batch.push({ answers })
    if (this.#batch.length >= batchSize) this.#flush()
    if (group !== undefined) this.#addScore(group, answers)
  }

  /** BadFile: the first answer that was not among the scale's values. */
  folded(): FoldedScale {
    if (this.#fault) throw this.#fault
    this.#flush()
    return { spec: this.#spec, summary: this.#summary, groups: [...this.#groups.values()] }
  }

  #isAmongValues(value: number): boolean {
    return Number.isInteger(value) && value >= this.#spec.least && value <= this.#spec.most
  }

  #faultAt(i: number, row: number, fields: readonly string[]): BadFile {
    const { items, least, most } = this.#spec
    const found = at(fields, at(this.#places, i))
    return new BadFile({ row, column: at(items, i) }, `a whole number from ${least} to ${most}, or nothing`, found, this.#spec.guessed)
  }

  #flush(): void {
    if (this.#batch.length > 0) this.#summary = foldAnswers(this.#summary, this.#batch)
    this.#batch = []
  }

  /** Welford's update, so that no score need be kept. */
  #addScore(name: string, answers: readonly (number | null)[]): void {
    const score = this.#scoreOf(answers)
    if (score === null) return
    const group = this.#groups.get(name) ?? { group: name, n: 0, mean: 0, sumOfSquares: 0 }
    const n = group.n + 1
    const mean = group.mean + (score - group.mean) / n
    this.#groups.set(name, { group: name, n, mean, sumOfSquares: group.sumOfSquares + (score - group.mean) * (score - mean) })
  }

  /** The mean of the answered items where at least half of them are; in one pass, as it is asked of every row. */
  #scoreOf(answers: readonly (number | null)[]): number | null {
    const ends = this.#spec.least + this.#spec.most
    let [answered, total] = [0, 0]
    for (let i = 0; i < answers.length; i += 1) {
      const value = at(answers, i)
      if (value === null) continue
      answered += 1
      total += this.#reversed[i] ? ends - value : value
    }
    return answered > 0 && answered >= answers.length / 2 ? total / answered : null
  }
}

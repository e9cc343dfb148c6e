import { gStudy, varianceComponents } from '../../src/measures.ts'
import { show, timed, usual } from './figure.ts'
import { generator } from './random.ts'

/** Studies of many ratings: a balanced one by mean squares, an unbalanced one by restricted maximum likelihood. */
export function benchGeneralizability(): void {
  const random = generator(20_261_123)
  const sizes = [1000, 20, 20]
  const design = { facets: ['person', 'item', 'occasion'], sizes, scores: Float64Array.from({ length: 400_000 }, random) }
  const balanced = usual(7, () => gStudy(design))
  show('balanced study of 400,000 ratings, usual of 7', balanced.usual, '≤ 50 ms', `first call ${balanced.first.processor.toFixed(0)} ms`)
  const places = Array.from({ length: 40_000 }, () => [Math.floor(random() * 2000), Math.floor(random() * 300)] as const)
  const strictness = Array.from({ length: 300 }, () => random() / 2)
  const scores = places.map(([school, observer]) => (school % 17) / 17 + (strictness[observer] ?? 0) + random())
  const factors = [places.map(([school]) => String(school)), places.map(([, observer]) => String(observer))]
  show(
    'unbalanced study of 40,000 ratings',
    timed(() => varianceComponents(scores, factors)),
    '≤ 3 s',
    '2000 schools × 300 observers',
  )
}

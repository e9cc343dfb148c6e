import { usePage } from '../../../../ui/page-context.tsx'
import { timeOf } from '../rules.ts'
import type { Distribution, OutsidePoint } from '../schema.ts'
import { standingOf } from '../spread/rules.ts'

/** The words of a score: its number with what it counts, and the sentences that may be said of how all schools lie. */
export function useScoreWords() {
  const { text, format } = usePage()

  function write(value: number, { unitOfMeasure }: Pick<Distribution, 'unitOfMeasure'>): string {
    return unitOfMeasure === '%' ? format.percent(value / 100, 1) : format.number(value)
  }

  function writeOr(value: number | null, among: Pick<Distribution, 'unitOfMeasure'>): string {
    return value === null ? '–' : write(value, among)
  }

  /** How all schools of the file lie. */
  function spreadSentence(among: Distribution): string {
    if (among.schools === 0) return text('measures.outside_nobody')
    return text('measures.outside_spread', {
      n: among.schools,
      low: writeOr(among.lowerQuartile, among),
      high: writeOr(among.upperQuartile, among),
      median: writeOr(among.median, among),
    })
  }

  /** Where one school stands among them. */
  function ownSentence(point: OutsidePoint, school: string): string {
    const time = timeOf(point.edition)
    if (point.few) return text('measures.outside_few_here', { school, time })
    if (point.value === null) return text('measures.outside_none_here', { school, time })
    const standing = standingOf(point.value, point.among)
    const value = write(point.value, point.among)
    return standing
      ? text(`measures.outside_here_${standing}`, { school, time, value })
      : text('measures.outside_here', { school, time, value })
  }

  return { write, writeOr, spreadSentence, ownSentence }
}

type ScoreValueProps = { value: number | null; few: boolean; among: Pick<Distribution, 'unitOfMeasure'> }

/** A score, or in words why there is none: it is never nought. */
export function ScoreValue({ value, few, among }: ScoreValueProps) {
  const { text } = usePage()
  const { write } = useScoreWords()
  if (few) return <span class="soft">{text('measures.outside_few')}</span>
  return value === null ? <span class="soft">{text('measures.outside_none')}</span> : <>{write(value, among)}</>
}

/** What every page with such scores says: whose they are, and what they are not. */
export function NoTarget({ publisher }: { publisher?: string }) {
  const { text } = usePage()
  return <p class="soft">{publisher ? text('measures.outside_by', { publisher }) : text('measures.outside_by_others')}</p>
}

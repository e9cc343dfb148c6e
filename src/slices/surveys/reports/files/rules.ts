import { slugFor } from '../../../organizations/rules.ts'
import { inLanguage } from '../../rules.ts'
import type { Texts } from '../../schema.ts'
import type { Mean, Report, SaidItem, SaidPlace, SaidScale } from '../schema.ts'
import { rangeOf } from '../shares/rules.ts'

/** The columns of the table: one figure a row, so that new figures need no new columns. */
const FIELDS = [
  { name: 'place', type: 'string', description: 'The short name of the place that the figure tells of.' },
  { name: 'place_name', type: 'string', description: 'Its name.' },
  { name: 'part', type: 'string', description: 'The part of the questionnaire.' },
  { name: 'part_name', type: 'string', description: 'Its name.' },
  { name: 'question', type: 'string', description: 'The question; empty where the figure is that of the whole part.' },
  { name: 'question_text', type: 'string', description: 'Its words.' },
  { name: 'figure', type: 'string', description: 'Which figure: see the list in the description of the package.' },
  { name: 'value', type: 'number', description: 'The figure, exact or rounded; empty where it may not be said, or is not defined.' },
  {
    name: 'least',
    type: 'number',
    description: 'It is not under this: an interval of 95 % for mean_interval, alpha and correlations, else what rounding leaves open.',
  },
  { name: 'most', type: 'number', description: 'It is not over this.' },
] as const

type Row = (string | number | null)[]

/** All that a report says, as a table. */
export function tableOf(report: Report, language: string): { header: string[]; rows: Row[] } {
  return { header: FIELDS.map(({ name }) => name), rows: report.scales.flatMap((said) => rowsOf(report, said, language)) }
}

function rowsOf({ place, together }: Report, said: SaidScale, language: string): Row[] {
  const { scale } = said
  const part = [scale.key, inLanguage(scale.name, language)]
  const question = (item: SaidItem) => [item.key, inLanguage(scale.items.find((one) => one.key === item.key)?.text ?? {}, language)]
  return [
    ...[...wholeOf(said), ...togetherOf(scale.key, together)].map((row) => [place.slug, place.name, ...part, '', '', ...row]),
    ...said.items.flatMap((item) => itemOf(said, item).map((row) => [place.slug, place.name, ...part, ...question(item), ...row])),
    ...said.places.flatMap((below) => belowOf(below).map((row) => [below.slug, below.name, ...part, '', '', ...row])),
  ]
}

function wholeOf({ n, nComplete, mean, interval, distribution, alpha, omega, schools, change }: SaidScale): Row[] {
  return [
    figure('people', n),
    figure('people_complete', nComplete),
    meanOf(mean),
    figure('mean_interval', null, interval?.lower, interval?.upper),
    ...spreadOf(distribution),
    figure('alpha', alpha?.value, alpha?.lower, alpha?.upper),
    figure('omega', omega),
    figure('icc1', schools?.icc1),
    figure('icc2', schools?.icc2),
    figure('rwgj_mean', schools?.agreement),
    figure('tau2', schools?.between),
    figure('sigma2', schools?.within),
    figure('grand_mean', schools?.grandMean),
    figure('difference_since_last', change?.difference),
  ]
}

/** A pair stands with its first part and names the other. */
function togetherOf(key: string, together: Report['together']): Row[] {
  return together
    .filter(({ one }) => one.key === key)
    .flatMap(({ other, people, schools }) => [
      ...(people ? [figure(`correlation_people_${other.key}`, people.value, people.lower, people.upper)] : []),
      ...(schools ? [figure(`correlation_schools_${other.key}`, schools.value, schools.lower, schools.upper)] : []),
    ])
}

function itemOf({ scale }: SaidScale, { n, mean, distribution, choices }: SaidItem): Row[] {
  if (scale.kind !== 'choice') return [figure('people', n), meanOf(mean), ...sharesOf(distribution)]
  return [figure('people', n), ...(choices?.shares ?? []).map((share, at) => shareOf(`share_answer_${at + 1}`, share, choices?.step ?? 1))]
}

function belowOf(place: SaidPlace): Row[] {
  if (place.suppressed) return [figure('people', null), figure('mean', null)]
  return [figure('people', place.n), meanOf(place.mean), figure('reliability', place.reliability), figure('eb_mean', place.shrunken)]
}

function figure(name: string, value: number | null | undefined, least?: number | null, most?: number | null): Row {
  return [name, value ?? null, least ?? null, most ?? null]
}

function meanOf(mean: Mean | null): Row {
  return figure('mean', mean?.value, mean?.least, mean?.most)
}

function sharesOf(distribution: SaidItem['distribution']): Row[] {
  return (['low', 'middle', 'high'] as const).map((name) => {
    const share = distribution?.[name] ?? null
    return share === null ? figure(`share_${name}`, null) : shareOf(`share_${name}`, share, distribution?.step ?? 1)
  })
}

function spreadOf(distribution: SaidScale['distribution']): Row[] {
  return (['low', 'middle', 'high'] as const).map((name) => {
    const share = distribution?.[name]
    return share ? figure(`share_${name}`, plain(share.value), plain(share.least), plain(share.most)) : figure(`share_${name}`, null)
  })
}

function shareOf(name: string, share: number, step: number): Row {
  const { least, most } = rangeOf(share, step)
  return figure(name, plain(share), plain(least), plain(most))
}

/** Steps are halves, thirds, fifths or tenths, of which machines make 0.15000000000000002. */
function plain(value: number): number {
  return Number(value.toFixed(6))
}

/** What the table is and what its columns mean, as a data package after Frictionless. */
export function packageOf(report: Report, title: Texts, language: string) {
  const name = inLanguage(title, language)
  return {
    profile: 'tabular-data-package',
    name: `survey-report-${report.surveyId}`,
    title: name,
    description:
      `${name}, ${report.place.name}. One figure a row: people, people_complete, mean, mean_interval, share_low, share_middle, share_high, ` +
      'share_answer_1 and on, alpha, omega, icc1, icc2, rwgj_mean, tau2, sigma2, grand_mean, reliability, eb_mean, difference_since_last, ' +
      'correlation_people_ and correlation_schools_ with the key of the other part. ' +
      `Nothing is said of fewer than ${report.fewest} people; shares are to the nearest step, of which the first stands for none as well and the last for all; those of a part are the mean over its questions, with the range that follows from what is said of each.`,
    resources: [
      {
        profile: 'tabular-data-resource',
        name: 'report',
        path: fileNameOf('report', title, report.place.name, language),
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
        schema: { fields: FIELDS.map((field) => ({ ...field })), missingValues: [''] },
      },
    ],
  }
}

/** What a file about a survey is called, so that those of several lie beside each other. */
export function fileNameOf(kind: 'report' | 'answers', title: Texts, place: string, language: string): string {
  return `${kind}-${slugFor(`${inLanguage(title, language)} ${place}`, new Set())}.csv`
}

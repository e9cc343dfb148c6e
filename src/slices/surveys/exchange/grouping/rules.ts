import { isDeepStrictEqual } from 'node:util'
import type { Condition, Item, Scale, Texts } from '../../schema.ts'
import { said, setOf } from '../answers/rules.ts'
import { KEY, MOST_LETTERS, type Question } from '../schema.ts'

/** A question that can be asked here, with its conditions by the worth of answers. */
export type Kept = { question: Question; when?: Condition; groupWhen?: Condition }

/** Questions that follow one another in a group and have the same answers are a part. */
export function scalesFrom(kept: readonly Kept[]): Scale[] {
  const parts: [Kept, ...Kept[]][] = []
  for (const one of kept) {
    const part = parts.at(-1)
    if (part && belongsTo(part, one)) part.push(one)
    else parts.push([one])
  }
  return parts.reduce<Scale[]>((scales, part) => [...scales, scaleOf(part, scales)], [])
}

/** Who is asked a question must be known before its part begins. */
function belongsTo(part: readonly [Kept, ...Kept[]], { question, when, groupWhen }: Kept): boolean {
  const [first] = part
  const shared = (one: Question) => [one.group, one.answers, one.kind, one.isOrdered]
  const isSame = isDeepStrictEqual([shared(first.question), first.groupWhen], [shared(question), groupWhen])
  return isSame && !part.some((one) => one.question.key === when?.item)
}

function scaleOf(part: readonly [Kept, ...Kept[]], others: readonly Scale[]): Scale {
  const { group, answers } = part[0].question
  const when = part[0].groupWhen
  const kind = kindOf(part.map((one) => one.question))
  const set = kind === 'text' ? 'agreement' : setOf(answers)
  const name = group && Object.values(group.name).some(Boolean) ? group.name : said('surveys.bring_scale')
  return {
    key: freeKey(group && KEY.test(group.key) ? group.key.slice(0, 60) : 'brought', others),
    ...(kind === 'scale' ? {} : { kind }),
    options: set ?? 'agreement',
    ...(set ? {} : { answers }),
    name: shortened(name),
    purpose: shortened(group?.purpose ?? {}),
    ...(when ? { when } : {}),
    items: part.map(itemOf),
  }
}

function itemOf({ question: { key, text, reversed }, when }: Kept): Item {
  return { key, text, ...(reversed ? { reversed } : {}), ...(when ? { when } : {}) }
}

/**
 * Answers that go from little to much, or that several questions of a group share (three questions, where there are two
 * answers), are a scale; all others, as a question with a list of its own, are a choice.
 */
function kindOf(questions: readonly Question[]): NonNullable<Scale['kind']> {
  const [first] = questions
  if (first?.kind) return first.kind
  const isOrdered = first?.isOrdered ?? (first && setOf(first.answers) ? true : undefined)
  if (isOrdered !== undefined) return isOrdered ? 'scale' : 'choice'
  return questions.length >= (first?.answers.length === 2 ? 3 : 2) ? 'scale' : 'choice'
}

/** What may be long but is no question, as the name of a group: its beginning will do. */
export function shortened(texts: Texts, most = MOST_LETTERS): Texts {
  return Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.slice(0, most)]))
}

function freeKey(wanted: string, others: readonly Scale[]): string {
  const isTaken = (key: string) => others.some((scale) => scale.key === key)
  let key = wanted
  for (let n = 2; isTaken(key); n += 1) key = `${wanted}_${n}`
  return key
}

import { BadFile } from './bad-file.ts'
import type { ColumnProfile } from './profile-columns.ts'

/** More than this many values in a row make no answer scale: then it is a number, such as an age or an id. */
const mostCategories = 11
/** Fewer columns of one name make no scale of their own. */
const fewestAlike = 3

/** One scale of the columns that look like items, or several where all their names are a word with a number, as know1, know2, use1. */
export function guessScales(columns: readonly ColumnProfile[], group?: string): { name: string; items: string[] }[] {
  const items = guessItems(columns, group)
  const families = Map.groupBy(items, (item) => /^(.*\D)\d+$/.exec(item)?.[1]?.replace(/[\s_.-]+$/, '') ?? '')
  const isSure = families.size > 1 && !families.has('') && [...families.values()].every((members) => members.length >= fewestAlike)
  return isSure ? [...families].map(([name, members]) => ({ name, items: members })) : [{ name: 'all items', items }]
}

/**
 * Items share their values: those that most columns of short whole numbers have, and the columns within them that span half of
 * these values or more. A code of two values, such as a role, beside items from 1 to 5 is none. A column with something else
 * among its numbers counts, so that the slip is refused at its row and no item is lost unseen.
 */
function guessItems(columns: readonly ColumnProfile[], group?: string): string[] {
  const short = columns.filter(
    ({ name, answered, wholes, least, most }) => name !== group && wholes > answered / 2 && most > least && most - least < mostCategories,
  )
  const range = commonRange(short)
  const items = short.filter(
    ({ least, most }) => least >= range.least && most <= range.most && most - least >= (range.most - range.least) / 2,
  )
  if (items.length >= 2) return items.map(({ name }) => name)
  const expected = `two columns or more with an answer a person, whole numbers that vary over at most ${mostCategories} values; words have to be made numbers first`
  throw new BadFile({}, `${expected} (name others with --scale)`, whatColumnsHold(columns))
}

function whatColumnsHold(columns: readonly ColumnProfile[]): string {
  const held = columns.filter(({ answered }) => answered > 0)
  const kinds = [
    { kind: 'text', columns: held.filter(({ answered, numbers }) => numbers < answered) },
    { kind: 'decimals', columns: held.filter(({ answered, numbers, wholes }) => numbers === answered && wholes < answered) },
    { kind: 'whole numbers', columns: held.filter(({ answered, wholes }) => wholes === answered) },
  ]
  return kinds
    .flatMap(({ kind, columns: [first, ...more] }) => (first ? [`${more.length + 1} of ${kind}, such as ${first.name}`] : []))
    .join('; ')
}

/** Most columns' range, the wider one where two are as common. */
function commonRange(columns: readonly ColumnProfile[]): { least: number; most: number } {
  const alike = (one: ColumnProfile) => columns.filter(({ least, most }) => least === one.least && most === one.most).length
  const [first] = columns.toSorted((a, b) => alike(b) - alike(a) || b.most - b.least - (a.most - a.least))
  return first ?? { least: 0, most: 0 }
}

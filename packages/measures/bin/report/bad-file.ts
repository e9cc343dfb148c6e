/** A file that cannot be read as answers: where, what was expected there, and what stood there. */
export class BadFile extends Error {
  constructor(place: { row?: number; column?: string }, expected: string, found?: string, guessed = false) {
    const where = [
      place.row === undefined ? [] : [`row ${place.row}`],
      place.column === undefined ? [] : [`column "${place.column}"`],
    ].flat()
    const seen = found === undefined ? '' : `, found "${found.slice(0, 120).replaceAll(/\p{Cc}/gu, ' ')}"`
    const hint = guessed ? '; if this column is no item, name the items with --scale' : ''
    super(`${where.length > 0 ? `${where.join(', ')}: ` : ''}expected ${expected}${seen}${hint}`)
  }
}

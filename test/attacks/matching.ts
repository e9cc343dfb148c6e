/** Somebody and something, each with the places that it has in any order that an attacker can put it in. */
export type Ordered = { key: string; places: Readonly<Record<string, string | number | undefined>> }

export type Match = { by: string; hits: number }

/**
 * The best that an attacker does who puts people in every order that can be seen and answers in every order that can be seen,
 * forwards and backwards, and says that the first of the one gave the first of the other. Whoever guesses is right once on
 * average, however many there are.
 */
export function bestMatch(people: readonly Ordered[], answers: readonly Ordered[]): Match {
  let best: Match = { by: 'nothing', hits: 0 }
  for (const [personBy, inOrder] of ordersOf(people)) {
    for (const [answerBy, given] of ordersOf(answers)) {
      for (const [way, list] of [['', given] as const, [' backwards', given.toReversed()] as const]) {
        const hits = list.filter((key, at) => key === inOrder[at]).length
        if (hits > best.hits) best = { by: `${personBy} and ${answerBy}${way}`, hits }
      }
    }
  }
  return best
}

/** Each order that is one: a place that all share tells nothing. */
function ordersOf(all: readonly Ordered[]): [string, string[]][] {
  const names = new Set(all.flatMap((one) => Object.keys(one.places)))
  return [...names].flatMap((name): [string, string[]][] => {
    if (new Set(all.map((one) => one.places[name])).size < all.length / 2) return []
    return [[name, all.toSorted((a, b) => compared(a.places[name], b.places[name])).map((one) => one.key)]]
  })
}

function compared(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
}

/** The secrets that stand in some bytes, as they are or in one of the ways in which programs write bytes as text. */
export function secretsIn(bytes: Buffer, secrets: Readonly<Record<string, string | Uint8Array>>): string[] {
  return Object.entries(secrets).flatMap(([name, secret]) => {
    const raw = Buffer.from(secret)
    const ways = [raw, Buffer.from(raw.toString('hex')), Buffer.from(raw.toString('hex').toUpperCase()), ...inBase64(raw)]
    return ways.some((way) => bytes.includes(way)) ? [name] : []
  })
}

/** Base64 of a text within a longer one begins at any of three places of its four signs; the signs at its ends depend on what stands around. */
function inBase64(raw: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), raw]).toString('base64')
    const sure = text.slice(before === 0 ? 0 : 4, text.length - 4)
    return [sure, sure.replaceAll('+', '-').replaceAll('/', '_')].map((one) => Buffer.from(one))
  })
}

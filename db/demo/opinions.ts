import { optionCount, placesOf } from '../../src/slices/surveys/rules.ts'
import type { Scale } from '../../src/slices/surveys/schema.ts'
import type { SchoolKey } from './cast.ts'
import { repeatable } from './repeatable.ts'

export type Leaning = { school: SchoolKey; wave: 1 | 2; person: number }

/** How far a school leans from the middle of the scale: none is best in everything, and Lincoln's meetings got better. */
const LEANS: Record<string, Partial<Record<SchoolKey, number>>> = {
  instructional_leadership: { rivera: -0.2, meadow: 0.1, lincoln: 0.6, harbor: 0.9 },
  professional_learning: { rivera: -0.5, meadow: 0, lincoln: -0.1, harbor: 0.6 },
  collective_responsibility: { rivera: 0.2, meadow: 0.3, lincoln: 0.5, harbor: 0.4 },
  access_structures: { rivera: -0.6, meadow: -0.3, lincoln: -0.2, harbor: 0.1 },
  access_relationships: { rivera: 0, meadow: 0.2, lincoln: 0.4, harbor: 0.5 },
}

const GROWN: Record<string, number> = {
  'lincoln professional_learning': 0.7,
  'lincoln access_structures': 0.4,
  'meadow access_structures': 0.1,
}

const WISHES = [
  'An hour a week with the other teachers of my grade, and nobody calling us away.',
  'Seeing how a colleague asks the same question in her room.',
  'Fewer meetings about dates and more about student work.',
  'A list of who knows what. I found out by accident that my neighbor is good at number talks.',
  'Books at more than one level for the same unit.',
  'Time to look at the exit tickets before the next lesson.',
  'Visits that end with a question, not with a score.',
  'Más libros en los dos idiomas para las familias.',
  'One calendar. We have four.',
  'Somebody to try the new unit with before I teach it.',
  'The science kits back in one place.',
  'Una hora para planear con la maestra de apoyo.',
  'To hear what came of last year’s ideas.',
  'Quiet on Tuesday mornings.',
  'That we finish one thing before the next begins.',
  'A second adult in the room on lab days.',
  'Knowing on Friday what Monday’s meeting is for.',
  'A place to leave a unit that worked, where others find it.',
  'Coverage, so that I can watch the class next door.',
  'Less testing in October.',
  'Somebody who reads my plan and asks one good question.',
  'Whiteboards that students can stand at.',
  'That the coach comes twice, not once.',
  'Plan time at the same hour as my co-teacher.',
  'Que las reuniones terminen a tiempo.',
  'More nonfiction, less photocopying.',
  'To try a routine for a month without being graded on it.',
  'A map of which families speak which language, and who can help.',
  'The old reading corner back.',
  'One protocol for looking at student work, used everywhere.',
  'Ver ejemplos de clases de otras escuelas.',
  'An answer when I report that something is broken.',
  'Time with the grade above us, to hear what students lack in fall.',
  'Smaller groups for number talks.',
  'That what we agree on in June still holds in September.',
  'Substitutes who know the building.',
  'A shelf of problems that are worth a whole lesson.',
  'Feedback the same week.',
  'To be asked before the schedule is made.',
  'Un intercambio con las maestras de primer grado.',
  'Fewer logins.',
]

/** Where each school begins in the list, so that few say the same. */
const FIRST_WISH: Record<SchoolKey, number> = { rivera: 0, meadow: 24, lincoln: 11, harbor: 31, orchard: 0 }

/** What somebody answers: they lean with their school and a little by themselves; some leave a question out, some write. */
export function answersOf(scales: readonly Scale[], { school, wave, person }: Leaning): (number | string | null)[] {
  const random = repeatable(wave * 100_003 + person * 7919 + school.length * 31)
  const own = random() + random() - 1
  return placesOf(scales).map((place) => {
    const chance = random()
    if (place.options === 0) return wishOf({ school, wave, person }, chance)
    if (chance < 0.03) return null
    const grown = wave === 2 ? (GROWN[`${school} ${place.scale.key}`] ?? 0) : 0
    const middle = (1 + optionCount(place.scale)) / 2 + 0.2 + 0.6 * (LEANS[place.scale.key]?.[school] ?? 0) + grown
    const given = Math.round(middle + 1.6 * own + 1.7 * (random() + random() - 1))
    const value = Math.min(place.options, Math.max(1, given))
    return place.item.reversed ? place.options + 1 - value : value
  })
}

/** Somewhat more than half write something at Lincoln, a third elsewhere. */
function wishOf({ school, wave, person }: Leaning, chance: number): string | null {
  const writes = chance < (school === 'lincoln' ? 0.6 : 0.33)
  return writes ? (WISHES[(FIRST_WISH[school] + person + 7 * wave) % WISHES.length] ?? null) : null
}

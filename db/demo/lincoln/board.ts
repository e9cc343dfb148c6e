import { addResource, retireResource } from '../../../src/slices/resources/commands.ts'
import {
  addEvidence,
  generateResource,
  putToUse,
  recognizeResource,
  recordOutcome,
  repurposeResource,
} from '../../../src/slices/resources/life/commands.ts'
import type { Teller } from '../teller.ts'
import { GENERATED } from './grown.ts'
import { type Item, KNOWN_AND_TOOLS } from './inventory.ts'
import { ROUTINES_AND_RELATIONSHIPS } from './routines.ts'

const INVENTORY = [...KNOWN_AND_TOOLS, ...ROUTINES_AND_RELATIONSHIPS]

export type Told = { resources: Map<string, string>; uses: Map<string, string> }

/** August to October: the team names what the school has. */
export async function nameResources(teller: Teller): Promise<Told> {
  const resources = new Map<string, string>()
  for (const item of [...INVENTORY].sort((one, other) => one.on - other.on)) {
    const scope = await teller.as(item.by, item.on)
    const id = await addResource(teller.deps.db, scope, teller.places.lincoln.id, {
      kind: item.kind,
      name: item.en,
      names: { en: item.en, es: item.es },
      descriptions: item.aboutEn && item.aboutEs ? { en: item.aboutEn, es: item.aboutEs } : undefined,
      circle: 'school',
      minutesPerWeek: item.minutes ?? null,
      peopleCount: item.people ?? null,
      groupLabel: item.group ?? '',
      personIds: (item.held ?? []).map((key) => teller.idOf(key)),
    })
    resources.set(item.key, id)
  }
  const second = { occurredOn: teller.day(30), reason: 'We both learned from it last year.' }
  await recognizeResource(teller.deps.db, await teller.as('ben', 30), resources.get('talks') ?? '', second)
  return { resources, uses: new Map() }
}

/** November to May: what was named is put to use, for the goal. */
export async function useResources(teller: Teller, told: Told, goalId: string): Promise<void> {
  for (const [index, item] of INVENTORY.entries()) {
    const on = 100 + (index % 9) * 4
    if (item.fate === 'used' || item.fate === 'well_used') await use(teller, told, item, goalId, on)
    if (item.fate === 'well_used') await addEffect(teller, told, item, on + 90)
    if (item.fate === 'retired') await retire(teller, told, item)
  }
  await repurpose(teller, told, goalId)
  for (const grown of GENERATED) await generate(teller, told, grown)
}

/** The last weeks, so that there is something to read at seven in the morning. */
export async function happenLately(teller: Teller, told: Told, goalId: string): Promise<void> {
  const { db } = teller.deps
  const { today } = teller
  const camera = { occurredOn: teller.day(today - 16), reason: 'I filmed one talk and learned more than in a year of being told.' }
  await recognizeResource(db, await teller.as('lucia', today - 16), told.resources.get('camera') ?? '', camera)
  const context = {
    purpose: 'Watch one’s own talk with a colleague',
    content: 'The moment in which a pupil explains again',
    structure: 'Fifteen minutes, two people',
    participants: 'Lucia and Ben, for a start',
  }
  const form = {
    ...context,
    goalId,
    beganOn: teller.day(today - 9),
    whatChanged: '',
    minutesPerWeek: 15,
    personIds: [teller.idOf('lucia'), teller.idOf('ben')],
  }
  await putToUse(db, await teller.as('ben', today - 9), told.resources.get('camera') ?? '', form)
  const seen = {
    observedOn: teller.day(today - 4),
    text: 'Two pupils who are learning English explained in drawings first, then in words.',
    link: '',
  }
  await addEvidence(db, await teller.as('tomas', today - 4), told.uses.get('cards') ?? '', seen)
}

const USES: Record<string, { purpose: string; content: string; structure: string; participants: string }> = {
  talks: {
    purpose: 'Pupils hear each other’s reasoning before they write',
    content: 'Fractions, compared and placed',
    structure: 'Ten minutes at the start, twice a week',
    participants: 'Grades 3 to 5',
  },
  explain: {
    purpose: 'Nobody stops at the first answer',
    content: 'A second explanation, in a drawing',
    structure: 'In every number talk',
    participants: 'Grade 3, then grade 4',
  },
  coach: {
    purpose: 'Teachers plan the questions, not only the tasks',
    content: 'Questions that open a fraction task',
    structure: 'Thirty minutes before each unit',
    participants: 'Noor with each grade',
  },
  tickets: {
    purpose: 'We see each week who can explain',
    content: 'One question on fractions',
    structure: 'Friday, last five minutes',
    participants: 'Grades 3 to 5',
  },
  cards: {
    purpose: 'Pupils find the words in both languages',
    content: 'Twenty words for fractions',
    structure: 'On the wall, and in each talk',
    participants: 'All of grades 3 to 5',
  },
  planning: {
    purpose: 'Sort the tickets and choose the next question',
    content: 'Tickets of the week',
    structure: 'Twenty of the forty-five minutes',
    participants: 'Grade 4',
  },
  team: {
    purpose: 'Look at the chart and decide what to try next',
    content: 'Tickets, visits, what teachers say',
    structure: 'First half of the hour',
    participants: 'The leadership team',
  },
  fourfive: {
    purpose: 'Watch one talk in the other grade',
    content: 'How a second explanation is asked for',
    structure: 'Once a month',
    participants: 'Grades 4 and 5',
  },
  asktomas: {
    purpose: 'New teachers see a talk in their first month',
    content: 'Setting up a number talk',
    structure: 'Two visits each',
    participants: 'Three new teachers',
  },
}

async function use(teller: Teller, told: Told, item: Item, goalId: string, on: number): Promise<void> {
  const context = USES[item.key]
  if (!context) return
  const people = (item.held ?? ['tomas']).map((key) => teller.idOf(key))
  const form = {
    ...context,
    goalId,
    beganOn: teller.day(on),
    whatChanged: '',
    minutesPerWeek: item.minutes ? Math.round(item.minutes / 2) : 20,
    personIds: people,
  }
  told.uses.set(item.key, await putToUse(teller.deps.db, await teller.as('tomas', on), told.resources.get(item.key) ?? '', form))
}

async function addEffect(teller: Teller, told: Told, item: Item, on: number): Promise<void> {
  const evidence = {
    observedOn: teller.day(on),
    text: 'On Friday’s tickets more pupils wrote why, and not only what. The chart moved and stayed.',
    link: '',
  }
  await addEvidence(teller.deps.db, await teller.as('noor', on), told.uses.get(item.key) ?? '', evidence)
}

async function retire(teller: Teller, told: Told, item: Item): Promise<void> {
  const reason =
    item.kind === 'tools'
      ? 'Nobody has looked at the results for two years.'
      : 'The money ended in June; what we learned lives on in the talks.'
  await retireResource(teller.deps.db, await teller.as('maria', 200), told.resources.get(item.key) ?? '', {
    retiredOn: teller.day(200),
    reason,
  })
}

async function repurpose(teller: Teller, told: Told, goalId: string): Promise<void> {
  const { db } = teller.deps
  const scope = await teller.as('maria', 104)
  const common = { goalId, occurredOn: teller.day(104) }
  const wednesday = await repurposeResource(db, scope, told.resources.get('wednesday') ?? '', {
    ...common,
    formerPurpose: 'Announcements and dates, read aloud',
    newPurpose: 'Looking at pupils’ fraction work, grade by grade',
    minutesMoved: 40,
    forWhom: 'All teachers of grades 3 to 5',
    hopedFor: 'Teachers ask each other for reasons, as they ask their pupils',
    reason: 'Forty minutes a week in which nobody learned anything were the largest thing that we had.',
    personIds: [teller.idOf('maria'), teller.idOf('noor')],
  })
  await recordOutcome(db, await teller.as('maria', 190), wednesday, {
    verdict: 'as_hoped',
    text: 'Since January two grades bring work every week, and the talk is about the pupils’ reasons.',
    observedOn: teller.day(190),
  })
  const announce = await repurposeResource(db, scope, told.resources.get('announce') ?? '', {
    ...common,
    formerPurpose: 'News of the week in the hall',
    newPurpose: 'A number talk for the whole school',
    minutesMoved: 10,
    forWhom: 'Everybody',
    hopedFor: 'All grades share one way of talking about numbers',
    reason: 'The hall is full anyway.',
    personIds: [teller.idOf('maria')],
  })
  await recordOutcome(db, await teller.as('june', 170), announce, {
    verdict: 'otherwise',
    text: 'Four hundred children cannot hear each other think. The younger ones grew restless; we gave it up in March.',
    observedOn: teller.day(170),
  })
  await repurposeResource(db, await teller.as('ben', 118), told.resources.get('tiles') ?? '', {
    goalId,
    occurredOn: teller.day(118),
    formerPurpose: 'Kept for a unit that is no longer taught',
    newPurpose: 'On every table in grades 3 and 4, to show a second explanation',
    minutesMoved: null,
    forWhom: 'Grades 3 and 4',
    hopedFor: 'Pupils reach for them without being told',
    reason: 'We found eleven boxes while looking for chairs.',
    personIds: [teller.idOf('ben'), teller.idOf('lucia')],
  })
  const uses = await usesOf(teller, told)
  for (const [key, useId] of uses) told.uses.set(key, useId)
}

/** A re-purposing begins a use of its own; what grows out of it names that use. */
async function usesOf(teller: Teller, told: Told): Promise<[string, string][]> {
  const id = told.resources.get('wednesday') ?? ''
  const scope = await teller.as('maria', 110)
  const form = {
    goalId: null,
    beganOn: teller.day(110),
    purpose: 'Trying four questions on one piece of work',
    content: 'Fractions',
    structure: 'One meeting',
    participants: 'Grades 3 to 5',
    whatChanged: '',
    minutesPerWeek: null,
    personIds: [],
  }
  return [['wednesday', await putToUse(teller.deps.db, scope, id, form)]]
}

async function generate(teller: Teller, told: Told, grown: (typeof GENERATED)[number]): Promise<void> {
  const [first = '', ...others] = grown.from.map((key) => told.uses.get(key) ?? '')
  const scope = await teller.as(grown.by, grown.on)
  const form = {
    kind: grown.kind,
    name: grown.en,
    description: '',
    occurredOn: teller.day(grown.on),
    reason: grown.reason,
    otherUseIds: others,
  }
  await generateResource(teller.deps.db, scope, first, form)
}

import { inTenant, type Scope } from '../../src/access/scope.ts'
import type { Database } from '../../src/platform/database.ts'
import { secretHash, newSecret } from '../../src/slices/people/secrets/rules.ts'
import { listGoalChoices } from '../../src/slices/resources/queries.ts'
import { closeSurvey, openSurvey } from '../../src/slices/surveys/administrations/commands.ts'
import { openingForm } from '../../src/slices/surveys/administrations/schema.ts'
import { bankScales } from '../../src/slices/surveys/bank/rules.ts'
import { giveToken } from '../../src/slices/surveys/codes/commands.ts'
import { foldClosed } from '../../src/slices/surveys/folding/commands.ts'
import { keepInstrument } from '../../src/slices/surveys/instruments/commands.ts'
import { giveAnswer } from '../../src/slices/surveys/responding/commands.ts'
import { findAsked } from '../../src/slices/surveys/responding/queries.ts'
import type { Mode, Scale } from '../../src/slices/surveys/schema.ts'
import { watchScale } from '../../src/slices/surveys/watching/commands.ts'
import type { Deps } from '../../src/web/deps.ts'
import { type SchoolKey, SCHOOLS } from './cast.ts'
import { answersOf, type Leaning } from './opinions.ts'
import type { Teller } from './teller.ts'

/** Orchard has not begun: whoever plays its principal asks for the first time. */
const ASKED = ['rivera', 'meadow', 'lincoln', 'harbor'] as const satisfies readonly SchoolKey[]

const STAFF = ['teacher', 'teacher_leader', 'staff']

const WORDS: Scale = {
  key: 'in_words',
  kind: 'text',
  options: 'agreement',
  name: { en: 'In your own words', es: 'Con sus palabras' },
  purpose: { en: 'Whatever the questions above did not ask.', es: 'Lo que las preguntas anteriores no preguntaron.' },
  items: [
    { key: 'one_thing', text: { en: 'What one thing would help your teaching most?', es: '¿Qué cosa ayudaría más a su enseñanza?' } },
  ],
}

const WORKSHOP: Scale = {
  key: 'workshop',
  kind: 'choice',
  options: 'agreement',
  answers: [
    { en: 'Number talks', es: 'Conversaciones sobre números' },
    { en: 'Reading student work together', es: 'Leer juntos los trabajos de los estudiantes' },
    { en: 'I cannot come', es: 'No puedo ir' },
  ],
  name: { en: 'Your choice', es: 'Su elección' },
  purpose: { en: 'One afternoon in March.', es: 'Una tarde de marzo.' },
  items: [{ key: 'which', text: { en: 'Which session will you come to?', es: '¿A qué sesión irá?' } }],
}

/** What the schools have of what they need, asked of all staff in the spring and again in the fall; and Lincoln asks by itself. */
export async function askStaff(teller: Teller, deps: Deps): Promise<void> {
  const dana = await teller.as('dana', 240)
  const instrumentId = await keepInstrument(deps.db, dana, teller.places.district, {
    title: { en: 'How we work, and with what', es: 'Cómo trabajamos y con qué' },
    languages: ['en', 'es'],
    purpose: {
      en: 'To see which resources teachers can reach, and whether meetings help teaching. Not for judging any person or school.',
      es: 'Para ver qué recursos están al alcance de los maestros y si las reuniones ayudan a enseñar. No sirve para juzgar a ninguna persona ni escuela.',
    },
    scales: [
      ...bankScales([
        'instructional_leadership',
        'professional_learning',
        'collective_responsibility',
        'access_structures',
        'access_relationships',
      ]),
      WORDS,
    ],
    provenance: 'bank_and_own',
  })
  const survey = { instrumentId, units: ASKED.map((key) => teller.places[key].id) }
  await askOnce(teller, deps, survey, { opens: 250, closes: 264, wave: 1 })
  const fall = await askOnce(teller, deps, survey, { opens: teller.today - 40, closes: teller.today - 26, wave: 2 })
  await watchMeetings(teller, deps, fall)
  await watchResponsibility(teller, deps, fall)
  await askRivera(teller, deps)
  await askWhoComes(teller, deps)
  await askLincoln(teller, deps)
}

type Asking = { opens: number; closes: number; wave: Leaning['wave'] }

async function askOnce(teller: Teller, deps: Deps, survey: { instrumentId: string; units: string[] }, { opens, closes, wave }: Asking) {
  const { district } = teller.places
  const days = { opensOn: teller.day(opens), closesOn: teller.day(closes) }
  const opening = openingForm.parse({ ...survey, ...days, roles: STAFF, reminders: [teller.day(opens + 7)], fewest: '10' })
  const dana = await teller.as('dana', opens)
  const id = await openSurvey(deps.db, dana, deps, district, opening)
  await answerAll(teller, deps, dana, id, wave)
  await closeSurvey(deps.db, await teller.as('dana', closes), deps.jobs, district, id)
  await foldClosed(deps, { tenantId: dana.tenantId, surveyId: id })
  return id
}

/** Eleven of twelve answer, each by a link of their own as their letter would have brought it: of fewer, a school’s report says little. */
async function answerAll(teller: Teller, deps: Deps, scope: Scope, surveyId: string, wave: Leaning['wave']): Promise<void> {
  const schools = new Map(SCHOOLS.map(({ key }) => [teller.places[key].id, key]))
  const counts = new Map<SchoolKey, number>()
  for (const link of await linksOf(deps.db, scope, surveyId)) {
    const asked = await findAsked(deps.db, secretHash(link))
    const school = asked && schools.get(asked.unitId)
    if (!school) continue
    const person = counts.get(school) ?? 0
    counts.set(school, person + 1)
    if (person % 12 !== 3) await giveAnswer(deps.db, asked, answersOf(asked.scales, { school, wave, person }), scope.now)
  }
}

async function linksOf(db: Database, scope: Scope, surveyId: string): Promise<string[]> {
  return await inTenant(db, scope, async (tx) => {
    const invitations = await tx
      .selectFrom('surveyInvitation')
      .select('id')
      .where('tenantId', '=', scope.tenantId)
      .where('surveyId', '=', surveyId)
      .orderBy('id')
      .execute()
    const links: string[] = []
    for (const { id } of invitations) {
      const token = newSecret()
      if (await giveToken(tx, scope, id, token)) links.push(token)
    }
    return links
  })
}

/** Maria follows what teachers say of meetings, at the goal that the meetings serve. */
async function watchMeetings(teller: Teller, deps: Deps, surveyId: string): Promise<void> {
  const maria = await teller.as('maria', teller.today - 20)
  const { lincoln } = teller.places
  const goals = await inTenant(deps.db, maria, (tx) => listGoalChoices(tx, maria, lincoln))
  const goalId = goals.find((goal) => !goal.closed)?.id ?? null
  await watchScale(deps.db, maria, lincoln, surveyId, {
    scale: 'professional_learning',
    goalId,
    variable: { framework: 'district_capacity', variable: 'collective_problem_solving' },
  })
}

/** Dana follows for the whole district whether teachers take each other's students for their own. */
async function watchResponsibility(teller: Teller, deps: Deps, surveyId: string): Promise<void> {
  await watchScale(deps.db, await teller.as('dana', teller.today - 19), teller.places.district, surveyId, {
    scale: 'collective_responsibility',
    goalId: null,
    variable: { framework: 'district_capacity', variable: 'shared_responsibility' },
  })
}

/** Omar asks with numbers in place of names, so that research can see what changes for the same people. */
async function askRivera(teller: Teller, deps: Deps): Promise<void> {
  const { rivera } = teller.places
  const instrumentId = await keepInstrument(deps.db, await teller.as('omar', teller.today - 62), rivera, {
    title: { en: 'Learning together at Rivera', es: 'Aprender juntos en Rivera' },
    languages: ['en', 'es'],
    purpose: {
      en: 'To follow with the university whether our new teams help people learn. Not for judging anybody.',
      es: 'Para seguir con la universidad si nuestros nuevos equipos ayudan a aprender. No sirve para juzgar a nadie.',
    },
    scales: bankScales(['professional_learning', 'trust_regard']),
    provenance: 'bank',
  })
  await askAt(teller, deps, { leader: 'omar', place: rivera, mode: 'confidential', instrumentId, opens: teller.today - 60, days: 10 })
}

/** Noor must know who comes, so she asks by name. */
async function askWhoComes(teller: Teller, deps: Deps): Promise<void> {
  const { lincoln } = teller.places
  const instrumentId = await keepInstrument(deps.db, await teller.as('noor', teller.today - 31), lincoln, {
    title: { en: 'The spring workshop', es: 'El taller de primavera' },
    languages: ['en', 'es'],
    purpose: { en: 'To plan rooms and materials.', es: 'Para planear salas y materiales.' },
    scales: [WORKSHOP],
    provenance: 'own',
  })
  await askAt(teller, deps, { leader: 'noor', place: lincoln, mode: 'named', instrumentId, opens: teller.today - 30, days: 5 })
}

type AskingAt = { leader: string; place: Teller['places']['lincoln']; mode: Mode; instrumentId: string; opens: number; days: number }

async function askAt(teller: Teller, deps: Deps, { leader, place, mode, instrumentId, opens, days }: AskingAt): Promise<void> {
  const scope = await teller.as(leader, opens)
  const window = { opensOn: teller.day(opens), closesOn: teller.day(opens + days) }
  const id = await openSurvey(deps.db, scope, deps, place, openingForm.parse({ instrumentId, ...window, mode, roles: STAFF }))
  await answerAll(teller, deps, scope, id, 1)
  await closeSurvey(deps.db, await teller.as(leader, opens + days), deps.jobs, place, id)
  await foldClosed(deps, { tenantId: scope.tenantId, surveyId: id })
}

/** Three questions to Lincoln's staff, running: its letters lie in the demonstration's mailbox. */
async function askLincoln(teller: Teller, deps: Deps): Promise<void> {
  // Begun yesterday, so that its letters are out at whatever hour the demonstration is shown.
  const maria = await teller.as('maria', teller.today - 1)
  const { lincoln } = teller.places
  const instrumentId = await keepInstrument(deps.db, maria, lincoln, {
    title: { en: 'After our Tuesday meetings', es: 'Después de nuestras reuniones de los martes' },
    languages: ['en', 'es'],
    purpose: { en: 'To make the next meetings worth the hour.', es: 'Para que las próximas reuniones valgan la hora.' },
    scales: bankScales(['small_measure']),
    provenance: 'bank',
  })
  const days = { opensOn: teller.day(teller.today - 1), closesOn: teller.day(teller.today + 14) }
  await openSurvey(deps.db, maria, deps, lincoln, openingForm.parse({ instrumentId, ...days, roles: STAFF }))
}

import { keepInstrument } from '../../src/slices/surveys/instruments/commands.ts'
import type { Mode, Scale } from '../../src/slices/surveys/schema.ts'
import { surveysIn } from './asked-staff.ts'
import type { World } from './world.ts'

const words = (en: string) => ({ en, es: `${en} (es)` })

/** Four parts: the third is asked of coaches alone, a question of the last of whoever agreed with the second, and two in words. */
export const WORK: Scale[] = [
  {
    key: 'work',
    kind: 'choice',
    options: 'agreement',
    answers: [words('I teach'), words('I coach')],
    name: words('Your work'),
    purpose: words('To ask the right things.'),
    items: [{ key: 'role', text: words('What do you do most?') }],
  },
  {
    key: 'trust',
    options: 'agreement',
    name: words('Trust'),
    purpose: words('How it feels.'),
    items: [
      { key: 'trust_1', text: words('People here keep their word.') },
      { key: 'trust_2', text: words('I can say what went wrong.') },
    ],
  },
  {
    key: 'coaching',
    options: 'frequency',
    name: words('Coaching'),
    purpose: words('How often.'),
    when: { item: 'role', values: [2] },
    items: [{ key: 'coaching_1', text: words('I sit with a teacher after a visit.') }],
  },
  {
    key: 'more',
    kind: 'text',
    options: 'agreement',
    name: words('In your words'),
    purpose: words('What else.'),
    items: [
      { key: 'more_1', text: words('What should stay?') },
      { key: 'more_2', text: words('What made you say so?'), when: { item: 'trust_1', values: [4, 5] } },
    ],
  },
]

/** Surveys with questionnaires of their own, put to the teachers of Lincoln. */
export async function questionnairesIn(world: World, teachers = 5) {
  const surveys = surveysIn(world)
  await surveys.hire('lincoln', teachers)
  return {
    ...surveys,
    /** Opens a survey with these parts, and gives the links of those who are asked. */
    async put(scales: readonly Scale[], fields: Record<string, string | string[]> & { mode?: Mode } = {}): Promise<string[]> {
      const place = { id: world.ids.schools.lincoln }
      const made = {
        title: words('Autumn'),
        languages: ['en' as const, 'es' as const],
        purpose: words('To hear everybody.'),
        scales: [...scales],
        provenance: 'own' as const,
      }
      const instrumentId = await keepInstrument(world.deps.db, await world.scope('maria'), place, made)
      const survey = await surveys.open('maria', 'lincoln', { instrumentId, ...fields })
      return [...(await surveys.links(survey)).values()]
    },
    /** Opens a link, or sends a form by it, as a phone does: without a cookie and without saying where it comes from. */
    async at(link: string, fields?: Record<string, string>): Promise<Response> {
      const sending = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: 'null' } }
      return await world.app.request(`http://localhost:4000${link}`, fields ? sending : {})
    },
  }
}

/** What the form of a page would send by one of its buttons, as far as nobody types anything. */
export function formIn(html: string, go: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input((?:[^>"]|"[^"]*")*)>/g)].map(([, text = '']) => text)
  const sent = inputs.filter((input) => input.includes('type="hidden"') || / checked/.test(input))
  const pairs = sent.map((input) => [/name="([^"]*)"/.exec(input)?.[1] ?? '', unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '')])
  const texts = [...html.matchAll(/<textarea[^>]*name="(q\d+)"[^>]*>([^<]*)</g)].map(([, name = '', text = '']) => [name, unescaped(text)])
  return { ...Object.fromEntries([...pairs, ...texts].filter(([, value]) => value)), go }
}

function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
}

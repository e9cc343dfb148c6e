import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { choicesOf, faultsIn, findTold, tell } from './rules.ts'
import type { FrameworkDocument } from './schema.ts'

const words = (en: string) => ({ en, es: `${en} en español` })

const SOUND: FrameworkDocument = {
  title: words('Two steps'),
  summary: words('A small one.'),
  source: 'Ours.',
  linksNote: words('As we read it.'),
  steps: [
    { key: 'first', place: 'path', title: words('First') },
    { key: 'ground', place: 'foundation', title: words('Ground') },
  ],
  variables: [
    { key: 'will', step: 'first', title: words('Will'), description: words('They want to.') },
    { key: 'time', step: 'first', title: words('Time'), description: words('They have it.') },
    { key: 'money', step: 'ground', title: words('Money'), description: words('It is there.') },
  ],
  links: [
    { from: 'money', to: 'will' },
    { from: 'will', to: 'time' },
    { from: 'time', to: 'will' },
  ],
}

const KEYS = ['will', 'time', 'money']
const framework = { key: 'small', version: 1, publishedOn: '2026-11-22', document: SOUND }

describe('the document of a framework', () => {
  it('has no faults where all that it names is there, in every language', () => {
    assert.deepEqual(faultsIn(SOUND, KEYS), [])
  })

  const [will, ...others] = SOUND.variables
  assert.ok(will)
  const cases: [string, Partial<FrameworkDocument>, RegExp][] = [
    ['a variable in no step', { variables: [{ ...will, step: 'nowhere' }, ...others] }, /"will" stands in the step "nowhere"/],
    ['a step without a variable', { variables: SOUND.variables.slice(0, 2), links: [] }, /step "ground" has no variable/],
    ['a link into nothing', { links: [{ from: 'will', to: 'luck' }] }, /ends at "luck"/],
    ['a link with itself', { links: [{ from: 'will', to: 'will' }] }, /linked with itself/],
    ['a link twice', { links: [...SOUND.links, { from: 'money', to: 'will' }] }, /money → will is there twice/],
    ['a variable twice', { variables: [...SOUND.variables, will] }, /variable "will" is there twice/],
    ['a step twice', { steps: [...SOUND.steps, ...SOUND.steps] }, /step "first" is there twice/],
    ['a language that is missing', { variables: [{ ...will, description: { en: 'Only this.' } }, ...others] }, /No "es" for "will"/],
  ]
  for (const [name, change, fault] of cases)
    it(`is told of ${name}`, () => {
      assert.match(faultsIn({ ...SOUND, ...change }, KEYS).join('\n'), fault)
    })

  it('is told of a variable to which no measure could refer', () => {
    assert.deepEqual(faultsIn(SOUND, ['will', 'time']), [
      '"money" is not among the framework\'s variables, so no measure could refer to it.',
    ])
  })
})

describe('a framework that is told', () => {
  it('says in the reader’s language which variable rests on which, and which strengthen each other', () => {
    const told = findTold([tell(framework, 'es')], { framework: 'small', variable: 'will' })
    assert.equal(told?.variable.title, 'Will en español')
    assert.equal(told.step.title, 'First en español')
    assert.deepEqual([told.variable.restsOn, told.variable.carries, told.variable.together], [['money'], [], ['time']])
    assert.equal(findTold([tell(framework, 'es')], { framework: 'small', variable: 'luck' }), undefined)
  })

  it('falls back to English for a language that it does not have', () => {
    assert.equal(tell(framework, 'fr').title, 'Two steps')
  })

  it('is chosen from by its steps, with its name where there are several', () => {
    const told = tell(framework, 'en')
    assert.deepEqual(choicesOf([told])[0], {
      label: 'First',
      options: [
        { value: 'small/will', label: 'Will' },
        { value: 'small/time', label: 'Time' },
      ],
    })
    assert.equal(choicesOf([told, { ...told, key: 'other' }])[0]?.label, 'Two steps: First')
  })
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { findFaults } from '../layout/faults.ts'
import { source } from '../layout/sources.ts'
import { findMessageFaults } from '../messages/faults.ts'
import { edited, mountingEdits } from './mounting.ts'
import { namesOf, whyNotName } from './names.ts'
import { sliceFiles } from './templates.ts'

// One that is in the list already stands in, since an unlisted slice is a fault by itself.
const names = namesOf('goals')
const files = sliceFiles(names, '0990')
const sources = Object.entries(files)
  .filter(([path]) => /\.tsx?$/.test(path))
  .map(([path, text]) => source(path, text))

describe('a new slice', () => {
  it('keeps the layout', () => {
    assert.deepEqual(findFaults(sources), [])
  })

  it('has its messages in both languages, and uses all of them', () => {
    const read = (language: string) => JSON.parse(files[`src/messages/${language}/goals.json`] ?? '')
    assert.deepEqual(findMessageFaults([{ file: 'goals', en: read('en'), es: read('es') }], sources), [])
  })

  it('finds where it is made known in the files as they are now', () => {
    for (const edit of mountingEdits(namesOf('visits'))) {
      const text = readFileSync(edit.file, 'utf8')
      assert.equal(edited(text, edit).length, text.length + edit.line.length + 1, edit.file)
    }
  })

  it('has a name that nobody has yet, in the plural', () => {
    assert.match(whyNotName('Visit', []) ?? '', /plural/)
    assert.match(whyNotName('visits', ['visits']) ?? '', /already/)
    assert.equal(whyNotName('visits', ['goals']), undefined)
  })
})

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gradeKey, proposeUnits } from './rules.ts'

const SCHOOLS = [{ id: 's', name: 'Birchwood' }]

function taught(personId: string, grades: string[], subjects: string[] = []) {
  return { schoolId: 's', personId, name: personId.toUpperCase(), grades, subjects }
}

function proposed(
  classes: ReturnType<typeof taught>[],
  units: Parameters<typeof proposeUnits>[2] = [],
  members: Parameters<typeof proposeUnits>[3] = [],
) {
  return proposeUnits(SCHOOLS, classes, units, members).map(
    (one) => `${one.kind} ${one.value}: ${one.people.map((person) => person.id).join(' ')}`,
  )
}

describe('what the classes of a school propose', () => {
  it('is a grade for whoever teaches at least half of their classes there', () => {
    const music = ['1', '2', '3'].map((grade) => taught('music', [grade]))
    assert.deepEqual(proposed([taught('a', ['2']), taught('b', ['2']), taught('b', ['3']), ...music]), [
      'grade_level 2: a b',
      'grade_level 3: b',
    ])
  })

  it('is nothing for a class of all grades', () => {
    assert.deepEqual(proposed([taught('a', ['9', '10', '11', '12'])]), [])
  })

  it('is a department where two or more teach a subject, however it is written', () => {
    assert.deepEqual(proposed([taught('a', [], ['Science']), taught('b', [], ['science']), taught('c', [], ['Art'])]), [
      'department Science: a b',
    ])
  })

  it('is in the order of grades', () => {
    assert.deepEqual(proposed([taught('a', ['10']), taught('b', ['9']), taught('c', ['K'])]), [
      'grade_level K: c',
      'grade_level 9: b',
      'grade_level 10: a',
    ])
  })

  it('is only who is missing where the unit is there', () => {
    const unit = { id: 'u', parentId: 's', kind: 'grade_level', grade: '2', subject: null }
    const classes = [taught('a', ['2']), taught('b', ['2'])]
    assert.deepEqual(proposed(classes, [unit], [{ unitId: 'u', personId: 'a' }]), ['grade_level 2: b'])
    const both = ['a', 'b'].map((personId) => ({ unitId: 'u', personId }))
    assert.deepEqual(proposed(classes, [unit], both), [])
  })
})

it('calls grades what people call them', () => {
  const keys = ['4', 'K', 'PK', 'TK', 'UG'].map((value) => gradeKey({ kind: 'grade_level', value }))
  assert.deepEqual(keys, [
    'roster.grade_named',
    'roster.kindergarten',
    'roster.prekindergarten',
    'roster.transitional_kindergarten',
    'roster.department_named',
  ])
  assert.equal(gradeKey({ kind: 'department', value: 'K' }), 'roster.department_named')
})

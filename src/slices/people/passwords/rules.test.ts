import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whyNotPassword } from './rules.ts'

const maria = { email: 'maria.ortega@cedar-valley.example', name: 'María Ortega' }

function reason(password: string) {
  return whyNotPassword(password, maria)
}

describe('choosing a password', () => {
  it('takes fifteen characters without asking for signs, digits or capitals', () => {
    assert.equal(reason('quiet gravel pond'), undefined)
    assert.equal(reason('lápiz tortuga mesa'), undefined)
    assert.equal(reason('🌲🌲 cedro azul verde 7'), undefined)
  })

  it('counts characters as people do', () => {
    assert.equal(reason('quiet gravel p'), 'people.password_short')
    assert.equal(reason('🌲🪵🍂🌲🪵🍂🌲'), 'people.password_short')
    assert.equal(reason('x'.repeat(201)), 'people.password_long')
  })

  for (const password of [
    'aaaaaaaaaaaaaaaa',
    'abcdabcdabcdabcd',
    '123456789012345',
    'qwertyuiopasdfgh',
    'ponmlkjihgfedcba',
    '1qaz2wsx3edc4rfv',
  ]) {
    it(`refuses the pattern ${password}`, () => assert.equal(reason(password), 'people.password_pattern'))
  }

  for (const password of [
    'maria.ortega2026',
    'Groundwork2026!!',
    'OrtegaOrtega1234',
    'maria.ortega@cedar-valley.example',
    'cedar-valley-maria-1',
  ]) {
    it(`refuses what is known about the person: ${password}`, () => assert.equal(reason(password), 'people.password_about_you'))
  }

  for (const password of [
    'Password123456789',
    'P@ssw0rdP@ssw0rd',
    'correct horse battery staple',
    'welcome-to-school',
    'SummerSummer2026',
    'letmeinletmein1!',
    'En un lugar de la Mancha',
    'contraseña123456',
    'mariapassword123',
  ]) {
    it(`refuses the common ${password}`, () => assert.equal(reason(password), 'people.password_common'))
  }

  it('leaves a passphrase of four listed words alone', () => {
    assert.equal(reason('coffee orange shadow kitty'), undefined)
  })
})

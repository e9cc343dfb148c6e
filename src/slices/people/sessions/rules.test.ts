import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deviceOf, ownPath } from './rules.ts'

describe('where to go after signing in', () => {
  for (const path of ['/', '/me', '/t/cedar-valley/in/lincoln?state=in_use&q=a%20b#card', '/sign-in-sheet']) {
    it(`is ${path}`, () => assert.equal(ownPath(path), path))
  }

  const elsewhere = [
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
  ]
  const nowhere = [
    'javascript:alert(1)',
    'me',
    '',
    ' /me',
    '/\u0000/me',
    '/sign-out',
    '/sign-in',
    '/sign-in?next=/sign-in',
    '/demo/sign-in',
    undefined,
  ]
  for (const next of [...elsewhere, ...nowhere]) {
    it(`is home instead of ${JSON.stringify(next)}`, () => assert.equal(ownPath(next), '/'))
  }
})

describe('a device', () => {
  const said = {
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0': {
      browser: 'Edge',
      system: 'Windows',
    },
    'Mozilla/5.0 (X11; CrOS x86_64 16181) AppleWebKit/537.36 Chrome/140.0 Safari/537.36': { browser: 'Chrome', system: 'ChromeOS' },
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1': { browser: 'Safari', system: 'iPhone' },
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36': { browser: 'Chrome', system: 'Android' },
    'curl/8.0': { browser: undefined, system: undefined },
  }
  for (const [userAgent, device] of Object.entries(said)) {
    it(`is named after ${userAgent}`, () => assert.deepEqual(deviceOf(userAgent), device))
  }

  it('may say nothing', () => assert.deepEqual(deviceOf(null), { browser: undefined, system: undefined }))
})

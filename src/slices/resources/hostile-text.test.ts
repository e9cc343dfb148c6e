import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

const LINCOLN = { tenant: 'cedar-valley', place: 'lincoln' }
const list = join(import.meta.dirname, '../../../../shared/interop/security/blns.json')

/** The list has its kinds in runs of a dozen; a part of each will do. */
const EACH = 5

/** Strings that broke programs before; where the long list is not at hand, a handful of its kinds. */
const STRINGS: string[] = existsSync(list)
  ? (JSON.parse(readFileSync(list, 'utf8')) as string[]).filter((_, index) => index % EACH === 0) // a list of strings by its own description
  : ['<script>alert(1)</script>', "Robert'); drop table resource;--", '\u0000\u0007', '{n, plural}', '🏳️‍🌈', 'الكل', 'x'.repeat(5000)]

let world: World

before(async () => {
  world = await openWorld()
})
after(async () => await world.close())

describe('hostile text', () => {
  it('is taken as text or refused as a fault of the form, and every page still opens', async () => {
    for (const name of STRINGS) {
      const response = await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name })
      assert.ok([303, 422].includes(response.status), `${response.status} for ${JSON.stringify(name)}`)
    }
    for (const address of [urls.resources, urls.resourcesTable, urls.resourcesPrint]) {
      const response = await world.as('maria').get(address(LINCOLN))
      assert.equal(response.status, 200)
      assert.doesNotMatch(await response.text(), /<script>alert|<img src=x|onerror=alert\(1\)>/)
    }
  })

  it('is never a formula in a spreadsheet', async () => {
    for (const name of ['=1+1', '+1', '-1', '@x', '＝1+1']) await world.as('maria').post(urls.resources(LINCOLN), { kind: 'tools', name })
    const csv = await (await world.as('maria').get(urls.resourcesCsv(LINCOLN))).text()
    assert.match(csv, /^'=1\+1,/m)
    assert.doesNotMatch(csv, /^"?[=+\-@\t＝＋－＠]/m)
  })

  it('does no harm in the search and in an address', async () => {
    for (const q of STRINGS.filter((one) => one.isWellFormed())) {
      const response = await world.as('maria').get(urls.search({ tenant: 'cedar-valley' }, { q }))
      assert.equal(response.status, 200, JSON.stringify(q))
    }
  })
})

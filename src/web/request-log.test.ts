import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../test/support/world.ts'
import { urls } from '../urls.ts'

describe('the log of requests', () => {
  let world: World
  const lines: object[] = []
  before(async () => {
    world = await openWorld()
    Object.assign(world.deps.log, { info: (line: object) => lines.push(line) })
  })
  after(() => world.close())

  it('names the pattern of an address, never what stands in it', async () => {
    await world.as('maria').get(`${urls.search({ tenant: 'cedar-valley' })}?q=private+words`)
    await world.nobody.get(urls.invitation({ token: 'a-secret-token-in-an-address' }))
    const text = JSON.stringify(lines)
    assert.match(text, /\/t\/:tenant\/search/)
    assert.doesNotMatch(text, /private|secret|maria|cedar/i)
  })
})

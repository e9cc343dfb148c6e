import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { urls } from '../../../urls.ts'

let world: World

before(async () => {
  world = await openWorld()
})
after(() => world.close())

describe('about me', () => {
  it('says who I am here and where I belong, and nowhere else', async () => {
    const text = await (await world.as('maria').get(urls.me({}))).text()
    assert.match(text, /value="Maria Alvarez"/)
    assert.match(text, /href="\/t\/cedar-valley"/)
    assert.doesNotMatch(text, /oak-hollow/)
  })

  it('changes name, language and colors at once', async () => {
    const response = await world.as('maria').post(urls.me({}), { name: 'María Álvarez', language: 'es', theme: 'dark' })
    assert.equal(response.headers.get('location'), '/me?done=people.saved')
    const text = await (await world.as('maria').get(urls.me({}, { done: 'people.saved' }))).text()
    assert.match(text, /<html lang="es" dir="ltr" data-theme="dark">/)
    assert.match(text, /value="María Álvarez"/)
    assert.match(text, /Guardado/)
  })

  it('gives back what was typed where it cannot be', async () => {
    const refused = await world.as('omar').post(urls.me({}), { name: '', language: 'xx', theme: 'dark' })
    assert.equal(refused.status, 422)
    const text = await refused.text()
    assert.match(text, /id="name-error"/)
    assert.match(text, /id="language-error"/)
  })

  it('is written as text, whatever the name holds', async () => {
    const hostile = '<script>alert(1)</script> "Omar" & co'
    await world.as('omar').post(urls.me({}), { name: hostile, language: '', theme: 'auto' })
    const text = await (await world.as('omar').get(urls.me({}))).text()
    assert.doesNotMatch(text, /<script>/)
    assert.match(text, /&lt;script>alert\(1\)&lt;\/script> &quot;Omar&quot; &amp; co/)
  })
})

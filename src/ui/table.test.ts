import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { h } from 'preact'
import { rendered } from '../../test/support/render.ts'
import { DescriptionList, Table } from './table.tsx'

type Row = { name: string; n: number }
const columns = [
  { label: 'Name', cell: ({ name }: Row) => name },
  { label: 'Number', numeric: true, cell: ({ n }: Row) => n, sortHref: '?by=n', sorted: 'descending' as const },
]

describe('A table', () => {
  const html = rendered(h(Table<Row>, { caption: 'All of them', columns, rows: [{ name: '<b>A</b>', n: 3 }] }))

  it('has a caption that also names its scrolling region', () => {
    const [, id] = /role="region" aria-labelledby="([^"]+)" tabindex="0"/.exec(html) ?? []
    assert.ok(id && html.includes(`<caption id="${id}">All of them</caption>`))
  })

  it('names rows and columns, and says how it is sorted', () => {
    assert.match(html, /<th scope="col">Name<\/th>/)
    assert.match(html, /<th scope="col" class="numeric" aria-sort="descending"><a href="\?by=n" aria-label="Sort by Number">/)
    assert.match(html, /<th scope="row">&lt;b>A&lt;\/b><\/th><td class="numeric" data-label="Number">3<\/td>/)
  })

  it('without rows gives way to what it was told to show', () => {
    assert.equal(rendered(h(Table<Row>, { caption: 'All', columns, rows: [], empty: 'Nothing yet' })), 'Nothing yet')
  })
})

it('A list of facts leaves out what is not known, and keeps nought', () => {
  const html = rendered(
    h(DescriptionList, { facts: [{ term: 'A', value: 0 }, { term: 'B', value: '' }, { term: 'C', value: undefined }, false] }),
  )
  assert.deepEqual(
    [...html.matchAll(/<dt>(\w)<\/dt>/g)].map(([, term]) => term),
    ['A'],
  )
})

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { h } from 'preact'
import { rendered } from '../../test/support/render.ts'
import { GrowthMark, HueMark, initialsOf, Person } from './marks.tsx'

it('Initials are the first letters of the first and the last name, in any script', () => {
  const names = ['Ana María Quispe', 'Šárka', 'de la Cruz-Vega', '李 小龙', '  jo   okafor ', '', '𐐷ames']
  assert.deepEqual(names.map(initialsOf), ['AQ', 'Š', 'DV', '李小', 'JO', '', '𐐏'])
})

it('A mark is a decoration beside its word', () => {
  assert.match(rendered(h(GrowthMark, { level: 2 }, 'In leaf')), /aria-hidden="true".*<span>In leaf<\/span>/)
  assert.match(rendered(h(HueMark, { hue: 3, icon: 'clock' }, 'Almanacs')), /class="hue-mark hue-3".*<svg.*<span>Almanacs<\/span>/)
})

it('The growth marks differ in shape, not only in name', () => {
  const drawn = ([0, 1, 2, 3] as const).map((level) => rendered(h(GrowthMark, { level })))
  const turned = (['turned', 'shoot', 'retired'] as const).map((turn) => rendered(h(GrowthMark, { level: 1, turn })))
  assert.equal(new Set([...drawn, ...turned]).size, 7)
})

it('A person shown by initials alone is still named', () => {
  assert.match(rendered(h(Person, { name: 'Jo "J" Okafor', initialsOnly: true })), /role="img" aria-label="Jo &quot;J&quot; Okafor"/)
})

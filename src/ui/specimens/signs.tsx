import { Count, GrowthMark, HueMark, Person, Tag } from '../marks.tsx'
import { Icon } from '../icon.tsx'
import { iconNames } from '../icon-names.ts'
import { Envelope } from '../envelope.tsx'
import { Specimen } from './specimen.tsx'

const hues = [
  { hue: 1, icon: 'lightbulb', word: 'Stories' },
  { hue: 2, icon: 'wrench', word: 'Handbooks' },
  { hue: 3, icon: 'calendar-clock', word: 'Almanacs' },
  { hue: 4, icon: 'handshake', word: 'Letters' },
] as const

/** Marks, hues, people, icons, envelopes. */
export function SignSpecimens() {
  return (
    <Specimen title="Signs">
      <div class="row">
        <GrowthMark level={0}>Seed</GrowthMark>
        <GrowthMark level={1}>Sprout</GrowthMark>
        <GrowthMark level={2}>Leaf</GrowthMark>
        <GrowthMark level={3}>Tree</GrowthMark>
        <GrowthMark level={2} turn="turned">
          Grafted
        </GrowthMark>
        <GrowthMark level={1} turn="shoot">
          New shoot
        </GrowthMark>
        <GrowthMark level={1} turn="retired">
          Felled
        </GrowthMark>
        <GrowthMark level={3} size={32}>
          Large
        </GrowthMark>
      </div>
      <div class="columns hues">
        {hues.map(({ hue, icon, word }) => (
          <div class={`hue-${hue} hue-rule stack stack-tight`} key={hue}>
            <h3 class="row row-spread">
              <HueMark hue={hue} icon={icon}>
                {word}
              </HueMark>{' '}
              <Count n={12} />
            </h3>
            <p class="hue-edge hue-wash">On its own wash, with its own edge.</p>
          </div>
        ))}
      </div>
      <div class="row">
        <Tag>plain</Tag> <Tag icon="tag">with icon</Tag> <Tag href="#signs">link</Tag> <Tag kind="soft">soft</Tag>{' '}
        <Tag kind="needs" icon="circle-alert">
          overdue
        </Tag>
        <Count n={3}>books</Count>{' '}
        <Count n={2} needs>
          wait for you
        </Count>
        <Person name="Ana María Quispe" detail="reads aloud" href="#signs" /> <Person name="Jo Okafor" initialsOnly />{' '}
        <Person name="Šárka" />
      </div>
      <div class="row">
        <Count n={38} large>
          books on the shelf
        </Count>{' '}
        <Count n="2 of 7" large>
          have answered
        </Count>
      </div>
      <div class="columns">
        <Envelope title="Sealed until Friday">
          <p class="soft">Five of seven have answered. Nobody can read an answer yet.</p>
        </Envelope>
        <Envelope title="Opened on Friday" open>
          <p class="soft">All seven answers lie on the table.</p>
        </Envelope>
      </div>
      <div class="row icons">
        {iconNames.map((name) => (
          <Icon name={name} label={name} key={name} />
        ))}
      </div>
    </Specimen>
  )
}

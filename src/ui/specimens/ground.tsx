import { Specimen } from './specimen.tsx'

const inks = ['ink', 'soft', 'edge', 'hairline', 'blue', 'needs', 'hue-1', 'hue-2', 'hue-3', 'hue-4', 'sunk', 'raised']

/** Type and colour. */
export function GroundSpecimens() {
  return (
    <Specimen title="Type and ground">
      <div class="prose">
        <p class="statement">Every reader finds a book that changes what they do next, within a week of walking in.</p>
        <p class="lead">A lead says in one breath what the page is for, and then it stops.</p>
        <p>
          Body text is seventeen pixels on a line and a half, set no wider than a person can read back from the end of one line to the start
          of the next. <a href="#type-and-ground">A link</a> is blue, and <strong>weight</strong> is used for what one must not miss.
        </p>
        <p class="soft small">Secondary text: 12 loans · 4.5 of 7 · 1,234.50</p>
      </div>
      <ul class="swatches">
        {inks.map((ink) => (
          <li key={ink}>
            <svg width="56" height="40" aria-hidden="true">
              <rect class={`swatch-${ink}`} width="56" height="40" />
            </svg>
            <span class="small">{ink}</span>
          </li>
        ))}
      </ul>
    </Specimen>
  )
}

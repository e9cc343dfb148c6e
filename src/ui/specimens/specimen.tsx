import type { ComponentChildren } from 'preact'
import { Section } from '../page-parts.tsx'

/** A group of parts on the components page, with its name. */
export function Specimen({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <Section title={title} id={title.toLowerCase().replaceAll(' ', '-')}>
      <div class="stack stack-loose">{children}</div>
    </Section>
  )
}

import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import { Count } from '../../../ui/marks.tsx'
import { EmptyState, PageHead, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import type { Kind } from '../kinds/schema.ts'
import { KindMark } from '../parts/kind-mark.tsx'

export type ShownHit = { id: string; kind: Kind; name: string; description: string; unitName: string; href?: string }

export type SearchPageProps = { sought: string; count: number; groups: { name: string; hits: ShownHit[] }[] }

/** What there is anywhere in the district that one may read, under its schools. */
export function SearchPage({ sought, count, groups }: SearchPageProps) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('resources.search_title')} lead={sought ? text('resources.search_found', { n: count, sought }) : undefined} />
      <Form action={at(urls.search, {})} method="get" kind="line">
        <TextField name="q" type="search" label={text('resources.search_label')} value={sought} maxlength={100} autofocus={!sought} />
        <Button icon="search">{text('resources.search_button')}</Button>
      </Form>
      {sought !== '' && count === 0 && <EmptyState question={text('resources.search_none')} example={text('resources.search_example')} />}
      {groups.map(({ name, hits }) => (
        <Section title={name} count={<Count n={hits.length} />} key={name}>
          <ul class="lines">
            {hits.map((hit) => (
              <HitLine hit={hit} school={name} key={hit.id} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  )
}

function HitLine({ hit, school }: { hit: ShownHit; school: string }) {
  const { text } = usePage()
  return (
    <li>
      <div class="row">
        <KindMark kind={hit.kind} size={16} />
        {hit.href ? <a href={hit.href}>{hit.name}</a> : <b>{hit.name}</b>}
        {hit.unitName !== school && <span class="soft">{hit.unitName}</span>}
      </div>
      {hit.description && <p class="soft">{hit.description}</p>}
      {!hit.href && <p class="small soft">{text('resources.search_ask', { school })}</p>}
    </li>
  )
}

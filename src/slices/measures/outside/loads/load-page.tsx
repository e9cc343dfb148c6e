import { Button } from '../../../../ui/button.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Form } from '../../../../ui/form.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Banner, PageHead, Section } from '../../../../ui/page-parts.tsx'
import { urls } from '../../../../urls.ts'
import { ColumnChoices } from './parts/column-choices.tsx'
import { SourceFacts } from './parts/source-facts.tsx'
import { Defects } from './parts/defects.tsx'
import { WouldDo } from './parts/would-do.tsx'
import type { OutsideLoad, Preview } from './schema.ts'

export type LoadPageProps = { load: OutsideLoad; preview: Preview; publishers: string[]; names: string[]; state: FormState | undefined }

/** A file that was handed in: what is in it, what would come of it, and only then the button that loads it. */
export function LoadPage({ load, preview, publishers, names, state }: LoadPageProps) {
  const { text, at, format } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={load.fileName}
        above={<a href={at(urls.outsideSources)}>{text('measures.outside_title')}</a>}
        lead={text('measures.outside_nothing_loaded', {
          rows: load.profile.rows,
          columns: load.profile.columns.length,
          when: format.dateTime(load.recordedAt),
        })}
      />
      <Form action={at(urls.outsideLoad, { load: load.id })} state={state} version={load.version} kind="wide">
        <SourceFacts choices={load.choices} columns={load.profile.columns} publishers={publishers} names={names} />
        <ColumnChoices choices={load.choices} columns={load.profile.columns} />
        <Button icon="eye">{text('measures.outside_show_preview')}</Button>
      </Form>
      <Section title={text('measures.outside_would_do')} id="preview">
        <WouldDo choices={load.choices} preview={preview} />
        {preview.replaces && <Banner>{text('measures.outside_replaces', { time: preview.replaces })}</Banner>}
        <Form action={at(urls.outsideLoadApplication, { load: load.id })} version={load.version} kind="bare">
          <Button kind="main" icon="check" whyNot={preview.whyNotApply}>
            {text('measures.outside_apply')}
          </Button>
        </Form>
      </Section>
      <Defects defects={preview.defects} more={at(urls.outsideLoadReport, { load: load.id })} />
    </div>
  )
}

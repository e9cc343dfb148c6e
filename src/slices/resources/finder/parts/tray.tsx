import { ActionForm, Button } from '../../../../ui/button.tsx'
import { TextArea } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Ask } from '../../../../ui/menu.tsx'
import { Details } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { ToldTray } from '../telling/rules.ts'

const SHOWN = 2

/** What the school has and may not see, waiting to be taken or put aside. */
export function FoundTray({ tray }: { tray: ToldTray }) {
  const { text, at } = usePage()
  const { count, findings, missing, whyNot } = tray
  const later = count - findings.length
  return (
    <section class="res-tray no-print" aria-labelledby="tray">
      <h2 id="tray">
        <Icon name="compass" /> {text('resources.found_title', { n: count })}
      </h2>
      <Found findings={findings.slice(0, SHOWN)} whyNot={whyNot} />
      <div class="res-tray-more">
        {findings.length > SHOWN && (
          <Details summary={text('resources.found_more', { n: count - SHOWN })}>
            <Found findings={findings.slice(SHOWN)} whyNot={whyNot} />
            {later > 0 && <p class="soft">{text('resources.found_later', { n: later })}</p>}
          </Details>
        )}
        {missing.length > 0 && (
          <Details summary={text('resources.found_missing', { n: missing.length })}>
            <ul>
              {missing.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p>
              <a href={at(urls.bellSchedule)}>{text('resources.to_bell_schedule')}</a>
            </p>
          </Details>
        )}
      </div>
    </section>
  )
}

function Found({ findings, whyNot }: { findings: ToldTray['findings']; whyNot?: string }) {
  const { text, at } = usePage()
  return (
    <ul class="res-found">
      {findings.map(({ id, sentence, detail }) => (
        <li key={id}>
          <p>
            {sentence} <span class="soft">{detail}</span>
          </p>
          <div class="row-of-acts">
            <ActionForm
              action={at(urls.findingAcceptance, { finding: id })}
              label={text('resources.found_accept')}
              icon="plus"
              size="small"
              whyNot={whyNot}
            />
            {!whyNot && (
              <Ask
                id={`aside-${id}`}
                label={text('resources.found_dismiss')}
                title={text('resources.found_dismiss_title')}
                kind="quiet"
                size="small"
              >
                <DismissalForm id={id} sentence={sentence} />
              </Ask>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Why a finding is put aside: whoever wonders later finds the reason. */
export function DismissalForm({ id, sentence, state }: { id: string; sentence: string; state?: FormState }) {
  const { text, at } = usePage()
  return (
    <Form action={at(urls.findingDismissal, { finding: id })} id={`why-${id}`} state={state}>
      <p>{sentence}</p>
      <TextArea
        name="reason"
        label={text('resources.found_why_not')}
        hint={text('resources.found_why_not_hint')}
        rows={2}
        maxlength={600}
      />
      <Button kind="main">{text('resources.found_dismiss')}</Button>
    </Form>
  )
}

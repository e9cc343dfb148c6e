import { Button, LinkButton } from '../../../../ui/button.tsx'
import { Check, Choice, Choices } from '../../../../ui/choices.tsx'
import { DateField } from '../../../../ui/fields.tsx'
import { Fieldset, Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { PageHead } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { Instrument } from '../../instruments/schema.ts'
import { inLanguage } from '../../rules.ts'
import { MODES } from '../../schema.ts'
import { AskedPreview, type Preview } from './parts/asked-preview.tsx'
import { Reminding, type Suggested } from './parts/reminding.tsx'
import { Whom, type WhomProps } from './parts/whom.tsx'
import { FEWEST_CHOICES } from '../schema.ts'

export type OpeningPageProps = WhomProps & {
  instrument: Instrument
  /** The window that is offered. */
  offered: { opensOn: string; closesOn: string }
  suggested: Suggested | undefined
  /** The clock of the place, as people call it. */
  clock: string
  whyNot: string | undefined
  form?: FormState
  /** Whom it would ask, once that was looked at. */
  preview?: Preview
}

/** Whom to ask, when, and with which promise. */
export function OpeningPage({ instrument, whyNot, form, preview, offered, suggested, clock, ...whom }: OpeningPageProps) {
  const { text, at, language } = usePage()
  const look = `${at(urls.surveyNew, { instrument: instrument.id })}#preview`
  return (
    <div class="stack stack-loose">
      <PageHead title={text('surveys.open_title', { title: inLanguage(instrument.title, language) })} lead={text('surveys.open_lead')} />
      <Form action={preview ? at(urls.surveys) : look} state={form} fields={{ instrumentId: instrument.id, looked: preview?.looked }}>
        <Whom {...whom} />
        <When offered={offered} clock={clock} />
        <Modes />
        <Languages instrument={instrument} came={whom.came} />
        <Reminding suggested={suggested} />
        <Telling inParts={instrument.scales.length > 1} />
        {preview && <AskedPreview preview={preview} />}
        <div class="row-of-acts">
          {preview && (
            <Button kind="main" whyNot={whyNot}>
              {text('surveys.open')}
            </Button>
          )}
          <Button kind={preview ? 'plain' : 'main'} formaction={look} whyNot={preview ? undefined : whyNot}>
            {text(preview ? 'surveys.preview_again' : 'surveys.preview_look')}
          </Button>
          <LinkButton kind="quiet" href={at(urls.instrument, { instrument: instrument.id })}>
            {text('surveys.cancel')}
          </LinkButton>
        </div>
      </Form>
    </div>
  )
}

function When({ offered, clock }: Pick<OpeningPageProps, 'offered' | 'clock'>) {
  const { text } = usePage()
  return (
    <Fieldset legend={text('surveys.window')} title>
      <DateField
        name="opensOn"
        label={text('surveys.opens_on')}
        hint={text('surveys.opens_hint', { zone: clock })}
        value={offered.opensOn}
      />
      <DateField
        name="closesOn"
        label={text('surveys.closes_on')}
        hint={text('surveys.closes_hint', { zone: clock })}
        value={offered.closesOn}
      />
    </Fieldset>
  )
}

/** What is promised cannot be changed afterwards, so each mode says what it means where it is chosen. */
function Modes() {
  const { text } = usePage()
  return (
    <Fieldset legend={text('surveys.promise')} hint={text('surveys.promise_hint')} title>
      <div class="promises">
        <Choice
          name="mode"
          label={text('surveys.mode')}
          value="anonymous"
          options={MODES.map((mode) => ({
            value: mode,
            label: text(`surveys.mode_name_${mode}`),
            hint: text(`surveys.mode_means_${mode}`),
          }))}
        />
      </div>
    </Fieldset>
  )
}

function Languages({ instrument, came }: { instrument: Instrument; came: boolean }) {
  const { text } = usePage()
  if (instrument.languages.length < 2) return null
  return (
    <Choices
      name="languages"
      label={text('surveys.languages')}
      hint={text('surveys.languages_hint')}
      values={came ? [] : instrument.languages}
      options={instrument.languages.map((language) => ({ value: language, label: text(`surveys.language_choice_${language}`) }))}
    />
  )
}

function Telling({ inParts }: { inParts: boolean }) {
  const { text } = usePage()
  return (
    <Fieldset legend={text('surveys.telling')} title>
      <Choice
        name="fewest"
        label={text('surveys.fewest')}
        hint={text('surveys.fewest_hint')}
        value={FEWEST_CHOICES[0]}
        options={FEWEST_CHOICES.map((n) => ({
          value: n,
          label: text('surveys.fewest_people', { n: Number(n) }),
          hint: text(`surveys.fewest_means_${n}`),
        }))}
      />
      <Check name="byRole" label={text('surveys.by_role')} hint={text('surveys.by_role_hint')} />
      {inParts && <Check name="inParts" label={text('surveys.in_parts')} hint={text('surveys.in_parts_hint')} />}
    </Fieldset>
  )
}

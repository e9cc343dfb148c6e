import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { FormContext, useField } from './form-context.ts'
import { Icon } from './icon.tsx'
import { usePage, useSay } from './page-context.tsx'

/** What every field takes. A field is required unless it says otherwise, and then the label says so too. */
export type FieldProps = {
  name: string
  label: string
  hint?: string
  optional?: boolean
  /** Hides the label from the eye where the place already says it; it stays for everyone who listens. */
  labelUnseen?: boolean
  /** Only where the form around it does not know better. */
  error?: string
}

type Wiring = { id: string; name: string; required: boolean; 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined }

type FrameProps = FieldProps & {
  given?: string | number | null
  children: (wiring: Wiring, value: string | number | undefined) => ComponentChildren
}

/** Label, hint and error around an entry, wired to it by id: a field made with this cannot forget one. */
export function FieldFrame({ given, children, ...field }: FrameProps) {
  const { id, value, error } = useField(field.name, { value: given, error: field.error })
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const wiring: Wiring = {
    id,
    name: field.name,
    required: !field.optional,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? 'true' : undefined,
  }
  return (
    <div class={error ? 'field has-error' : 'field'}>
      <label for={id} class={field.labelUnseen ? 'unseen' : undefined}>
        {field.label} {field.optional && <Optional />}
      </label>
      {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {error && <FieldError id={`${id}-error`} error={error} />}
      {children(wiring, value)}
    </div>
  )
}

export function Hint({ id, children }: { id?: string; children?: ComponentChildren }) {
  return (
    <p class="hint" id={id}>
      {children}
    </p>
  )
}

/** What was expected of one field: a key or a sentence. */
export function FieldError({ id, error }: { id?: string; error: string }) {
  const say = useSay()
  return (
    <p class="field-error" id={id}>
      <Icon name="circle-alert" /> {say(error)}
    </p>
  )
}

export function Optional() {
  const { text } = usePage()
  return useContext(FormContext).asks && <span class="optional">({text('ui.optional')})</span>
}

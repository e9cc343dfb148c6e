import type { ComponentChildren } from 'preact'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext } from './form-context.ts'
import type { FormState } from './form-context.ts'
import { usePage } from './page-context.tsx'

type FormProps = {
  action: string
  method?: 'get' | 'post'
  /** Needed only where two forms of a page have fields of the same name. */
  id?: string
  /** What came back from a refused sending: typed values and errors reach their fields by name. */
  state?: FormState
  /** What goes along, unseen. */
  fields?: Record<string, string | number | undefined>
  /** The version of the row that the person has before them. */
  version?: number
  kind?: 'stack' | 'line' | 'wide' | 'bare'
  files?: boolean
  label?: string
  class?: string
  children?: ComponentChildren
}

const untouched: FormState = { values: {}, errors: {} }

/** A plain form: hidden fields, the row's version, a value that makes a doubled submit harmless, and the summary of what was wrong. */
export function Form({ action, method = 'post', id = '', state = untouched, kind = 'stack', files, label, children, ...rest }: FormProps) {
  const classes = ['form', kind !== 'stack' && `form-${kind}`, rest.class].filter(Boolean).join(' ')
  return (
    <FormContext.Provider value={{ id, asks: method === 'post', ...state }}>
      <form
        action={action}
        method={method}
        id={id || undefined}
        class={classes}
        aria-label={label}
        enctype={files ? 'multipart/form-data' : undefined}
        novalidate
      >
        <Unseen method={method} fields={rest.fields} version={rest.version} />
        <ErrorSummary errors={state.errors} formId={id} />
        {children}
      </form>
    </FormContext.Provider>
  )
}

function Unseen({ method, fields = {}, version }: Pick<FormProps, 'method' | 'fields' | 'version'>) {
  const once = usePage().once
  const all = { ...fields, version, once: method === 'post' && once ? once() : undefined }
  return (
    <>{Object.entries(all).map(([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} key={name} />)}</>
  )
}

type FieldsetProps = { legend: string; hint?: string; title?: boolean; children?: ComponentChildren }

/** Fields that belong together; `title` sets the legend as large as a heading. */
export function Fieldset({ legend, hint, title, children }: FieldsetProps) {
  return (
    <fieldset class={title ? 'group group-fields group-title' : 'group group-fields'}>
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </fieldset>
  )
}

import { FieldFrame } from './field.tsx'
import type { FieldProps } from './field.tsx'

type Width = 'short' | 'middle' | 'full'
type Common = FieldProps & { width?: Width }

type TextFieldProps = Common & {
  value?: string | null
  type?: 'text' | 'email' | 'password' | 'search' | 'url' | 'tel'
  autocomplete?:
    | 'on'
    | 'off'
    | 'name'
    | 'email'
    | 'username'
    | 'current-password'
    | 'new-password'
    | 'one-time-code'
    | 'organization'
    | 'tel'
    | 'url'
  maxlength?: number
  placeholder?: string
  autofocus?: boolean
  spellcheck?: boolean
  /** Things to pick from while typing something else stays possible. */
  suggestions?: string[]
}

export function TextField({ value, width = 'full', suggestions, type = 'text', ...props }: TextFieldProps) {
  const { autocomplete, maxlength, placeholder, autofocus, spellcheck, ...field } = props
  return (
    <FieldFrame {...field} given={value}>
      {(wiring, now) => (
        <>
          <input
            {...wiring}
            {...kindOf(type, suggestions && `${wiring.id}-list`)}
            value={type === 'password' ? undefined : now}
            class={entry(width)}
            autocomplete={autocomplete}
            maxlength={maxlength}
            placeholder={placeholder}
            autofocus={autofocus}
            spellcheck={spellcheck}
          />
          {suggestions && <Suggestions id={`${wiring.id}-list`} items={suggestions} />}
        </>
      )}
    </FieldFrame>
  )
}

type TextAreaProps = Common & { value?: string | null; rows?: number; maxlength?: number; placeholder?: string; large?: boolean }

/** Grows with what is written where the browser can do that; `large` sets it as the sentence of the page. */
export function TextArea({ value, rows = 3, maxlength, placeholder, large, width = 'full', ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field} given={value}>
      {(wiring, now) => (
        <textarea
          {...wiring}
          rows={rows}
          maxlength={maxlength}
          placeholder={placeholder}
          class={large ? `${entry(width)} entry-large` : entry(width)}
          value={String(now ?? '')}
        />
      )}
    </FieldFrame>
  )
}

type NumberFieldProps = Common & { value?: number | string | null; min?: number; max?: number; step?: number | 'any'; unit?: string }

/** Text with a number's keyboard: a number input loses what it does not understand, and then nobody can say what was wrong. */
export function NumberField({ value, min, max, step, unit, width = 'short', ...field }: NumberFieldProps) {
  const whole = step === undefined || (typeof step === 'number' && step % 1 === 0)
  return (
    <FieldFrame {...field} given={value}>
      {(wiring, now) => (
        <span class="with-unit">
          <input
            {...wiring}
            type="text"
            inputmode={whole && (min ?? 0) >= 0 ? 'numeric' : 'decimal'}
            value={now}
            class={entry(width)}
            data-min={min}
            data-max={max}
            autocomplete="off"
          />
          {unit && <span class="soft">{unit}</span>}
        </span>
      )}
    </FieldFrame>
  )
}

type DateFieldProps = Common & { value?: string | null; min?: string; max?: string; type?: 'date' | 'time' | 'datetime-local' }

export function DateField({ value, min, max, type = 'date', width = 'middle', ...field }: DateFieldProps) {
  return (
    <FieldFrame {...field} given={value}>
      {(wiring, now) => <input {...wiring} type={type} min={min} max={max} value={now} class={entry(width)} />}
    </FieldFrame>
  )
}

type FileFieldProps = Common & { accept?: string; multiple?: boolean }

export function FileField({ accept, multiple, width = 'full', ...field }: FileFieldProps) {
  return (
    <FieldFrame {...field}>
      {(wiring) => <input {...wiring} type="file" accept={accept} multiple={multiple} class={entry(width)} />}
    </FieldFrame>
  )
}

function kindOf(type: TextFieldProps['type'], list: string | undefined) {
  return { type, list } as { type: 'text'; list?: undefined } // the JSX types want one literal type per input; all of these are text inputs
}

function Suggestions({ id, items }: { id: string; items: string[] }) {
  return (
    <datalist id={id}>
      {items.map((item) => (
        <option value={item} key={item} />
      ))}
    </datalist>
  )
}

function entry(width: Width) {
  return width === 'full' ? 'entry' : `entry entry-${width}`
}

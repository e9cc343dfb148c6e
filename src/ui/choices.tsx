import type { ComponentChildren } from 'preact'
import { FieldError, FieldFrame, Hint, Optional } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { useField } from './form-context.ts'

export type Option = { value: string; label: ComponentChildren; hint?: string; disabled?: boolean }

type SelectProps = FieldProps & {
  value?: string | null
  options: { value: string; label: string; disabled?: boolean }[]
  groups?: { label: string; options: { value: string; label: string }[] }[]
  /** A first line that chooses nothing. */
  empty?: string
  width?: 'short' | 'middle' | 'full'
}

export function Select({ value, options, groups = [], empty, width = 'middle', ...field }: SelectProps) {
  return (
    <FieldFrame {...field} given={value}>
      {(wiring, now) => (
        <select {...wiring} class={width === 'full' ? 'entry' : `entry entry-${width}`}>
          {empty !== undefined && <option value="">{empty}</option>}
          <SelectOptions options={options} now={now} />
          {groups.map((group) => (
            <optgroup label={group.label} key={group.label}>
              <SelectOptions options={group.options} now={now} />
            </optgroup>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}

function SelectOptions({ options, now }: { options: SelectProps['options']; now: string | number | undefined }) {
  return (
    <>
      {options.map((option) => (
        <option value={option.value} selected={option.value === String(now ?? '')} disabled={option.disabled} key={option.value}>
          {option.label}
        </option>
      ))}
    </>
  )
}

type ChoiceProps = FieldProps & { value?: string | null; options: Option[]; line?: boolean }

/** One of several: radio buttons, all of them in sight. */
export function Choice({ value, options, line, ...field }: ChoiceProps) {
  const wired = useField(field.name, { value, error: field.error })
  return (
    <Group {...field} {...wired}>
      <Options
        type="radio"
        name={field.name}
        id={wired.id}
        options={options}
        chosen={[String(wired.value ?? '')]}
        line={line}
        required={!field.optional}
      />
    </Group>
  )
}

type ChoicesProps = FieldProps & { values?: string[]; options: Option[]; line?: boolean }

/** None, one or several: checkboxes. */
export function Choices({ values = [], options, line, ...field }: ChoicesProps) {
  const wired = useField(field.name, { error: field.error })
  const chosen = typeof wired.value === 'string' ? wired.value.split(', ') : values
  return (
    <Group {...field} optional={false} {...wired}>
      <Options type="checkbox" name={field.name} id={wired.id} options={options} chosen={chosen} line={line} required={false} />
    </Group>
  )
}

type CheckProps = { name: string; label: ComponentChildren; hint?: string; checked?: boolean; value?: string }

/** A single box to tick. */
export function Check({ name, label, hint, checked, value = 'yes' }: CheckProps) {
  const { id, value: typed } = useField(name, { value: checked ? value : undefined })
  return <Options type="checkbox" name={name} id={id} options={[{ value, label, hint }]} chosen={[String(typed ?? '')]} required={false} />
}

type GroupProps = FieldProps & { id: string; error?: string | undefined; children?: ComponentChildren }

function Group({ id, label, hint, error, optional, labelUnseen, children }: GroupProps) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <fieldset class={error ? 'group has-error' : 'group'} aria-describedby={described || undefined}>
      <legend id={`${id}-legend`} class={labelUnseen ? 'unseen' : undefined}>
        {label} {optional && <Optional />}
      </legend>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <FieldError id={`${id}-error`} error={error} />}
      {children}
    </fieldset>
  )
}

type OptionsProps = {
  type: 'radio' | 'checkbox'
  name: string
  id: string
  options: Option[]
  chosen: string[]
  line?: boolean
  required: boolean
}

/** The first option has the group's own id, so that a link from the error summary lands on it. */
function Options({ type, name, id, options, chosen, line, required }: OptionsProps) {
  return (
    <div class={line ? 'options options-line' : 'options'}>
      {options.map((option, index) => (
        <label class="option" key={option.value}>
          <input
            type={type}
            name={name}
            id={index === 0 ? id : `${id}-${index}`}
            value={option.value}
            checked={chosen.includes(option.value)}
            disabled={option.disabled}
            required={required}
            aria-describedby={option.hint && `${id}-${index}-hint`}
          />
          <span>{option.label}</span>
          {option.hint && (
            <span class="hint" id={`${id}-${index}-hint`}>
              {option.hint}
            </span>
          )}
        </label>
      ))}
    </div>
  )
}

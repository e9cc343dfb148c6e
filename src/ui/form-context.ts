import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** What was typed and what is wrong with it, by field; the same form comes back with both. */
export type FormState = { values: Record<string, string>; errors: Record<string, string> }

type FormAround = FormState & {
  id: string
  /** Whether it asks for something; a form that only filters has nothing to call optional. */
  asks: boolean
}

export const FormContext = createContext<FormAround>({ id: '', asks: true, values: {}, errors: {} })

/** The id of a field: fixed by form and name, so that the error summary can link to it. */
export function fieldId(formId: string, name: string) {
  return formId ? `${formId}-${name}` : name
}

/** A field's id, typed value and error, as the form around it knows them. */
export function useField(name: string, given: { value?: string | number | null; error?: string }) {
  const form = useContext(FormContext)
  const typed = Object.hasOwn(form.values, name) ? form.values[name] : undefined
  const error = given.error ?? (Object.hasOwn(form.errors, name) ? form.errors[name] : undefined)
  return { id: fieldId(form.id, name), value: typed ?? given.value ?? undefined, error }
}

import { fieldId } from './form-context.ts'
import { LABEL_OF } from './labels-in-summary.ts'
import { usePage, useSay } from './page-context.tsx'

/** Sentences that say nothing of the field at which they stand. */
const SAME_OF_ALL = ['web.required', 'web.not_a_number', 'web.not_a_day', 'web.not_a_choice'] as const

/** What has to be put right, each linked to its field. `autofocus` brings keyboard and screen reader here without script. */
export function ErrorSummary({ errors, formId = '' }: { errors: Record<string, string>; formId?: string }) {
  const { text } = usePage()
  const say = useSay()
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} autofocus aria-labelledby={fieldId(formId, 'errors')}>
      <h2 id={fieldId(formId, 'errors')}>{text('ui.errors_title', { n: all.length })}</h2>
      <ul>
        {all.map(([name, error]) => (
          <li key={name}>
            {name ? (
              <a href={`#${fieldId(formId, name)}`}>
                {SAME_OF_ALL.some((key) => text(key) === error) && <span {...{ [LABEL_OF]: fieldId(formId, name) }} />}
                {say(error)}
              </a>
            ) : (
              say(error)
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

import { textIn } from '../../../messages/text.ts'
import { Sheet } from './parts/sheet.tsx'

type NotePageProps = { language: string; title: string; note: string; outcome: 'arrived' | 'used' | 'closed' | 'none'; script?: string }

/** What there is to say where nothing is asked: thanks, too early, too late. */
export function NotePage({ language, title, note, outcome, script }: NotePageProps) {
  return (
    <Sheet language={language} title={title} outcome={outcome} script={script}>
      <h1 tabIndex={-1}>{title}</h1>
      <p>{note}</p>
    </Sheet>
  )
}

/** Where nothing can be looked up, a page that keeps what was sent, whatever it was, and sends the very same again. */
export function AwayPage({ language, sent }: { language: string; sent: readonly (readonly [string, string])[] }) {
  const title = textIn(language, 'surveys.title')
  return (
    <Sheet language={language} title={textIn(language, 'surveys.respond_title_fault', { title })} outcome="away">
      <h1>{title}</h1>
      <p role="alert">{textIn(language, 'surveys.respond_away_kept')}</p>
      <form method="post" action={`?lang=${language}`}>
        {sent.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="m">{textIn(language, 'surveys.respond_try_again')}</button>
      </form>
    </Sheet>
  )
}

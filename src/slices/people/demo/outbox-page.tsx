import { Details, EmptyState, PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'

export type OutboxLetter = { id: string; to: string; subject: string; text: string; sentAt: string }

/** The letters that a real installation would have sent. */
export function OutboxPage({ letters }: { letters: readonly OutboxLetter[] }) {
  const { text } = usePage()
  return (
    <>
      <PageHead title={text('people.outbox')} lead={text('people.outbox_lead')} />
      {letters.length === 0 && <EmptyState question={text('people.outbox_empty')} example={text('people.outbox_example')} />}
      {letters.map((letter, index) => (
        <Letter letter={letter} open={index === 0} key={letter.id} />
      ))}
    </>
  )
}

function Letter({ letter, open }: { letter: OutboxLetter; open: boolean }) {
  const { text, format } = usePage()
  const lines = letter.text.split('\n').filter((line) => line.trim() !== '')
  return (
    <Details
      summary={text('people.outbox_letter', { subject: letter.subject, to: letter.to, when: format.relative(letter.sentAt) })}
      open={open}
    >
      {lines.map((line, index) => (
        <p key={index}>{/^https?:\S+$/.test(line) ? <a href={line}>{line}</a> : line}</p>
      ))}
    </Details>
  )
}

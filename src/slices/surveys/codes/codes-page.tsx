import { PageHead } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'

type CodesPageProps = { codes: string[]; title: string; address: string; until: string }

/** Codes to print, cut apart and lay out, so that each takes one and nobody knows which. */
export function CodesPage({ codes, title, address, until }: CodesPageProps) {
  const { text, format } = usePage()
  return (
    <div class="stack stack-loose">
      <PageHead
        title={codes.length > 0 ? text('surveys.codes_title', { n: codes.length }) : text('surveys.codes')}
        lead={text(codes.length > 0 ? 'surveys.codes_how' : 'surveys.codes_none')}
      />
      <ul class="lines">
        {codes.map((code) => (
          <li key={code}>
            <p>
              <strong>{title}</strong> · {text('surveys.codes_until', { day: format.date(until) })}
            </p>
            <p>
              {address}
              <strong>{code}</strong>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

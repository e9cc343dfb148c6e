import { usePage } from '../../../../ui/page-context.tsx'
import type { News } from '../schema.ts'

/** What happened, the newest first, as one would tell it. */
export function NewsList({ news }: { news: News[] }) {
  const { text, format } = usePage()
  return (
    <ul class="lines">
      {news.map((one) => (
        <li class="news" key={one.id}>
          <span>
            {text(`now.told_${one.verb}`, { who: one.who || text('now.somebody') })} <a href={one.href}>{one.what}</a>
          </span>
          <span class="soft small">
            {one.placeName} · <time datetime={one.at.toISOString()}>{format.relative(one.at)}</time>
          </span>
        </li>
      ))}
    </ul>
  )
}

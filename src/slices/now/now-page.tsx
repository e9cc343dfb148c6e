import { EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { SchoolTable } from './schools/parts/school-table.tsx'
import type { SchoolLine } from './schools/schema.ts'
import { NewsList } from './feed/parts/news-list.tsx'
import type { News } from './feed/schema.ts'
import { GoalFigure } from './parts/goal-figure.tsx'
import type { GoalShown } from './schema.ts'
import { WaitingList } from './waiting/parts/waiting-list.tsx'
import { countOwn } from './waiting/rules.ts'
import type { Waiting } from './waiting/schema.ts'

export type NowProps = {
  name: string
  placeName: string
  waiting: Waiting[]
  news: News[]
  goal: GoalShown | undefined
  schools: SchoolLine[] | undefined
  canLead: boolean
}

/** What waits for me, what we are working on, what changed: one page to begin a day with. */
export function NowPage({ name, placeName, waiting, news, goal, schools, canLead }: NowProps) {
  const { text } = usePage()
  const own = countOwn(waiting)
  const hasAside = goal !== undefined || !schools
  return (
    <>
      <PageHead above={placeName} title={text('now.waits', { count: own, name })} />
      <div class={hasAside ? 'aside-right' : undefined}>
        <div class="stack stack-loose">
          {waiting.length > 0 ? (
            <WaitingList waiting={waiting} />
          ) : (
            <EmptyState question={text('now.nothing_waits')} example={text('now.nothing_waits_example')} small />
          )}
          {schools && (
            <Section title={text('now.schools')}>
              <SchoolTable schools={schools} />
            </Section>
          )}
          <Section title={text('now.news')}>
            {news.length > 0 ? <NewsList news={news} /> : <p class="soft">{text('now.no_news')}</p>}
          </Section>
        </div>
        {hasAside && (
          <aside>
            <GoalFigure goal={goal} canLead={canLead} />
          </aside>
        )}
      </div>
    </>
  )
}

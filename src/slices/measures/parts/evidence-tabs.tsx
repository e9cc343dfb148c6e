import { Tabs } from '../../../ui/navigation.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

/** The three views of a place's evidence: what is tried, what is watched, what is asked. */
export function EvidenceTabs({ view }: { view: 'cycles' | 'measures' | 'surveys' }) {
  const { text, at } = usePage()
  return (
    <Tabs
      label={text('measures.evidence_views')}
      tabs={[
        { label: text('measures.cycles_tab'), href: at(urls.cycles), current: view === 'cycles', icon: 'refresh-cw' },
        { label: text('measures.title'), href: at(urls.measures), current: view === 'measures', icon: 'chart-line' },
        { label: text('measures.surveys_tab'), href: at(urls.surveys), current: view === 'surveys', icon: 'users' },
      ]}
    />
  )
}

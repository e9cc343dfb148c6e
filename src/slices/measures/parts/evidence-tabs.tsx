import { Tabs } from '../../../ui/navigation.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

type EvidenceTabsProps = {
  view: 'cycles' | 'measures' | 'surveys' | 'variables'
  /** Whether the place has a page of variables. */
  variables: boolean
}

/** The views of a place's evidence: what is tried, what is watched, what is asked, and what all of it tells about. */
export function EvidenceTabs({ view, variables }: EvidenceTabsProps) {
  const { text, at } = usePage()
  return (
    <Tabs
      label={text('measures.evidence_views')}
      tabs={[
        { label: text('measures.cycles_tab'), href: at(urls.cycles), current: view === 'cycles', icon: 'refresh-cw' },
        { label: text('measures.title'), href: at(urls.measures), current: view === 'measures', icon: 'chart-line' },
        { label: text('measures.surveys_tab'), href: at(urls.surveys), current: view === 'surveys', icon: 'users' },
        ...(variables
          ? [
              {
                label: text('measures.variables_tab'),
                href: at(urls.measureVariables),
                current: view === 'variables',
                icon: 'layout-grid' as const,
              },
            ]
          : []),
      ]}
    />
  )
}

import { Tabs } from '../../../ui/navigation.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'

export type ViewName = 'board' | 'table' | 'coverage' | 'conversion'

/** The ways to look at the same resources; goal and year go along. */
export function Views({ now, query }: { now: ViewName; query?: Record<string, string | undefined> }) {
  const { text, at } = usePage()
  return (
    <Tabs
      label={text('resources.views')}
      tabs={[
        { label: text('resources.view_board'), href: at(urls.resources, {}, query), icon: 'layout-grid', current: now === 'board' },
        { label: text('resources.view_table'), href: at(urls.resourcesTable, {}, query), icon: 'table-2', current: now === 'table' },
        {
          label: text('resources.view_coverage'),
          href: at(urls.resourcesCoverage, {}, query),
          icon: 'target',
          current: now === 'coverage',
        },
        {
          label: text('resources.view_conversion'),
          href: at(urls.resourcesConversion, {}, query),
          icon: 'sprout',
          current: now === 'conversion',
        },
      ]}
    />
  )
}

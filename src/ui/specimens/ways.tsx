import { Breadcrumb, Steps, Tabs } from '../navigation.tsx'
import { Banner, Flash } from '../page-parts.tsx'
import { Specimen } from './specimen.tsx'

/** How one gets about, and what the page says to one. */
export function WaySpecimens() {
  return (
    <Specimen title="Ways and words">
      <Breadcrumb crumbs={[{ label: 'Shelves', href: '#ways' }, { label: 'Attic', href: '#ways-attic' }, { label: 'By the window' }]} />
      <Tabs
        label="Views of the shelf"
        tabs={[
          { label: 'Board', href: '#board', current: true, icon: 'layout-grid' },
          { label: 'Table', href: '#table', icon: 'table-2' },
          { label: 'Asked for', href: '#asked', count: 3 },
        ]}
      />
      <Steps steps={['Find', 'Choose', 'Agree', 'Lend', 'Look back']} now={3} />
      <Flash>The book is on the shelf.</Flash>
      <Banner>The house is closed on Monday. Books can be brought back through the door.</Banner>
      <Banner kind="needs">Two books have been away for more than a year.</Banner>
    </Specimen>
  )
}

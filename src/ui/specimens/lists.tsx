import { GrowthMark, HueMark, Person } from '../marks.tsx'
import { Pagination } from '../navigation.tsx'
import { Details, EmptyState, Timeline } from '../page-parts.tsx'
import { DescriptionList, Table } from '../table.tsx'
import { TextField } from '../fields.tsx'
import { Button } from '../button.tsx'
import { Form } from '../form.tsx'
import { Sparkline } from '../charts/sparkline.tsx'
import { Specimen } from './specimen.tsx'

const books = [
  { title: 'The Wind in the Reeds', who: 'Ana María Quispe', loans: 128, trend: [3, 4, 4, 6, 5, 8, 9] },
  { title: 'A Field Guide to Small Rivers', who: 'Jo Okafor', loans: 64, trend: [5, 4, 5, 3, 4, 3, 2] },
  { title: 'Bread, Slowly', who: 'Lin Wei', loans: 7, trend: [0, 0, 1, 1, 0, 2, 3] },
]

/** Tables, facts, lines, empty states. */
export function ListSpecimens() {
  return (
    <Specimen title="Lists">
      <Table
        caption="Books most asked for"
        stack
        rows={books}
        rowKey={({ title }) => title}
        total={['All', '', '199', '']}
        columns={[
          { label: 'Title', cell: ({ title }) => <a href="#lists">{title}</a>, sortHref: '#title' },
          { label: 'Brought by', cell: ({ who }) => <Person name={who} /> },
          { label: 'Loans', numeric: true, cell: ({ loans }) => loans, sortHref: '#loans', sorted: 'descending' },
          {
            label: 'Last weeks',
            cell: ({ title, trend }) => <Sparkline values={trend} label={`Loans of ${title} in the last weeks: ${trend.join(', ')}`} />,
          },
        ]}
      />
      <Pagination previous="#before" next="#after" from={51} to={100} total={1284} />
      <div class="columns">
        <DescriptionList
          facts={[
            { term: 'Shelf', value: 'Attic, by the window' },
            { term: 'Brought by', value: <Person name="Jo Okafor" detail="since spring" /> },
            { term: 'Length', value: '240 pages' },
            { term: 'Left out', value: '' },
          ]}
        />
        <Timeline
          label="The life of a book"
          events={[
            {
              when: 'September 1, 2026',
              title: 'Found in the attic',
              mark: <GrowthMark level={0} />,
              body: <p class="soft">“It was behind the encyclopedias.”</p>,
            },
            { when: 'September 14, 2026', title: 'Put on the open shelf', mark: <GrowthMark level={1} /> },
            {
              when: 'November 20, 2026',
              title: 'Read aloud on Fridays',
              mark: <GrowthMark level={2} />,
              body: <p>Twelve people came, and three brought a book of their own.</p>,
            },
          ]}
        />
      </div>
      <div>
        <Details
          kind="line"
          summary={
            <>
              <GrowthMark level={2} /> <span>The Wind in the Reeds</span>
            </>
          }
        >
          <p>Opens in its place, without script.</p>
        </Details>
        <Details
          kind="line"
          open
          summary={
            <>
              <GrowthMark level={1} /> <span>A Field Guide to Small Rivers</span>
            </>
          }
        >
          <p>
            An open line.{' '}
            <HueMark hue={2} icon="wrench">
              Handbook
            </HueMark>
          </p>
        </Details>
        <Details
          kind="line"
          summary={
            <>
              <GrowthMark level={0} /> <span>Bread, Slowly</span>
            </>
          }
        />
      </div>
      <EmptyState question="Which book do people here keep asking for?" example="the one with the river on its cover">
        <Form action="/specimen" kind="line" id="first">
          <TextField name="title" label="Title" labelUnseen placeholder="Title" width="middle" />
          <Button kind="main" icon="plus">
            Add it
          </Button>
        </Form>
      </EmptyState>
    </Specimen>
  )
}

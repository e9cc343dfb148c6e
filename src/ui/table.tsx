import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Icon } from './icon.tsx'
import { usePage } from './page-context.tsx'

export type Column<Row> = {
  label: string
  cell: (row: Row) => ComponentChildren
  numeric?: boolean
  /** Names the row; the first column does unless another says so. */
  header?: boolean
  /** Sorting is an address: the link that sorts by this column, and how it is sorted now. */
  sortHref?: string
  sorted?: 'ascending' | 'descending'
}

type TableProps<Row> = {
  caption: string
  captionUnseen?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey?: (row: Row, index: number) => string | number
  /** What stands there without rows. */
  empty?: ComponentChildren
  /** On a phone each row becomes a small block of label and value. */
  stack?: boolean
  roomy?: boolean
  total?: ComponentChildren[]
}

/** A table with its caption; wider than its place, it scrolls by itself and can be scrolled by keyboard. */
export function Table<Row>({
  caption,
  captionUnseen,
  columns,
  rows,
  rowKey = (_, index) => index,
  empty,
  stack,
  roomy,
  total,
}: TableProps<Row>) {
  const id = useId()
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>
  const headerAt = Math.max(
    0,
    columns.findIndex((column) => column.header),
  )
  return (
    <div class={stack ? 'table-frame table-stack' : 'table-frame'}>
      <div class="table-scroll" role="region" aria-labelledby={id} tabIndex={0}>
        <table class={roomy ? 'table-roomy' : undefined}>
          <caption id={id}>{captionUnseen ? <span class="unseen">{caption}</span> : caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head column={column} key={column.label} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={rowKey(row, index)}>
                {columns.map((column, at) => (
                  <Cell column={column} row={row} header={at === headerAt} key={column.label} />
                ))}
              </tr>
            ))}
          </tbody>
          {total && <Total columns={columns} cells={total} />}
        </table>
      </div>
    </div>
  )
}

function Head<Row>({ column }: { column: Column<Row> }) {
  const { text } = usePage()
  const { label, numeric, sortHref, sorted } = column
  const icon = sorted === 'ascending' ? 'arrow-up' : sorted === 'descending' ? 'arrow-down' : 'arrow-up-down'
  return (
    <th scope="col" class={numeric ? 'numeric' : undefined} aria-sort={sorted}>
      {sortHref ? (
        <a href={sortHref} aria-label={text('ui.sort_by', { column: label })}>
          {label} <Icon name={icon} size={16} />
        </a>
      ) : (
        label
      )}
    </th>
  )
}

function Cell<Row>({ column, row, header }: { column: Column<Row>; row: Row; header: boolean }) {
  const { label, numeric, cell } = column
  if (header)
    return (
      <th scope="row" class={numeric ? 'numeric' : undefined}>
        {cell(row)}
      </th>
    )
  return (
    <td class={numeric ? 'numeric' : undefined} data-label={label}>
      {cell(row)}
    </td>
  )
}

function Total<Row>({ columns, cells }: { columns: Column<Row>[]; cells: ComponentChildren[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map(({ label, numeric }, index) =>
          index === 0 ? (
            <th scope="row" key={label}>
              {cells[0]}
            </th>
          ) : (
            <td class={numeric ? 'numeric' : undefined} data-label={label} key={label}>
              {cells[index]}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}

type Fact = { term: string; value: ComponentChildren }

/** Terms and what they are; a fact without a value is left out. */
export function DescriptionList({ facts }: { facts: (Fact | false | undefined)[] }) {
  const known = facts.filter(isKnown)
  return (
    <dl class="facts">
      {known.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function isKnown(fact: Fact | false | undefined): fact is Fact {
  return fact !== false && fact !== undefined && fact.value !== undefined && fact.value !== null && fact.value !== ''
}

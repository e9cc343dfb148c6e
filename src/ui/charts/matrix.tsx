type MatrixCell = {
  /** How strongly: 0 is empty. */
  level: 0 | 1 | 2 | 3
  text: string
  href?: string
  /** Empty or too much, and somebody should look. */
  needs?: boolean
}

type MatrixProps = { caption: string; corner?: string; columns: string[]; rows: { label: string; href?: string; cells: MatrixCell[] }[] }

/** What covers what: a table whose cells say it in words, and by their ground at a glance. */
export function Matrix({ caption, corner, columns, rows }: MatrixProps) {
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td>{corner}</td>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, href, cells }) => (
            <tr key={label}>
              <th scope="row">{href ? <a href={href}>{label}</a> : label}</th>
              {cells.map((cell, index) => (
                <Cell {...cell} key={columns[index]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ level, text, href, needs }: MatrixCell) {
  return <td class={needs ? `cell-${level} cell-needs` : `cell-${level}`}>{href ? <a href={href}>{text}</a> : text}</td>
}

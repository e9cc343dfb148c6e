/** What some work took: by the wall, and of the processor, which holds on a busy machine too. In milliseconds. */
export type Took = { wall: number; processor: number }

export function timed<T>(work: () => T): { result: T } & Took {
  const [before, started] = [process.cpuUsage(), performance.now()]
  const result = work()
  return { result, ...since(before, started) }
}

export async function timedAsync<T>(work: () => Promise<T>): Promise<{ result: T } & Took> {
  const [before, started] = [process.cpuUsage(), performance.now()]
  const result = await work()
  return { result, ...since(before, started) }
}

/** The middle one of several turns, as a server that has run for a while would need it; the first is told apart. */
export function usual(turns: number, work: () => unknown): { first: Took; usual: Took } {
  const all = Array.from({ length: turns }, () => timed(work))
  const middle = (pick: (took: Took) => number) => all.map(pick).toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0
  return {
    first: all[0] ?? { wall: 0, processor: 0 },
    usual: { wall: middle((one) => one.wall), processor: middle((one) => one.processor) },
  }
}

const asTable = process.argv.includes('--markdown')

/** One line: name, processor, wall, goal, and a word more; `--markdown` makes it a row for docs/guide/statistics.md. */
export function show(name: string, { wall, processor }: Took, goal: string, more = ''): void {
  const [ours, theirs] = [duration(processor), duration(wall)]
  if (asTable) console.log(`| ${[name, ours, theirs, goal, more].join(' | ')} |`)
  else console.log(`${name.padEnd(64)} ${ours.padStart(9)} ${theirs.padStart(9)}   ${goal.padEnd(22)} ${more}`.trimEnd())
}

export function heading(): void {
  if (asTable) console.log('| | processor | wall | goal | |\n|---|---:|---:|---|---|')
  else console.log(`${''.padEnd(64)} ${'processor'.padStart(9)} ${'wall'.padStart(9)}   goal`)
}

function since(before: NodeJS.CpuUsage, started: number): Took {
  const { user, system } = process.cpuUsage(before)
  return { wall: performance.now() - started, processor: (user + system) / 1000 }
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(1)} ms` : `${(milliseconds / 1000).toFixed(2)} s`
}

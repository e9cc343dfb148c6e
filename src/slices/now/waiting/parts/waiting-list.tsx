import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import type { Waiting, WaitingKind } from '../schema.ts'

const ICONS: Record<WaitingKind, IconName> = {
  vote: 'vote',
  reveal: 'mail-open',
  late: 'circle-alert',
  commitment: 'flag',
  study: 'chart-line',
  decision: 'scale',
  late_of_others: 'hand',
  findings: 'lightbulb',
  no_resources: 'blocks',
  no_goal: 'target',
}

/** What waits, one line each, with the way to it. */
export function WaitingList({ waiting }: { waiting: Waiting[] }) {
  return (
    <ul class="lines waiting">
      {waiting.map((one) => (
        <li key={`${one.kind} ${one.key}`}>
          <WaitingLine waiting={one} />
        </li>
      ))}
    </ul>
  )
}

function WaitingLine({ waiting }: { waiting: Waiting }) {
  const { text, format } = usePage()
  const { kind, what, who, count, dueOn, href } = waiting
  return (
    <a href={href} class={kind === 'late' ? 'waiting-line needs' : 'waiting-line'}>
      <Icon name={ICONS[kind]} />
      <span>
        <b>{text(`now.waiting_${kind}`, { who, count })}</b>
        {what && <span class="waiting-what">{what}</span>}
      </span>
      {dueOn && (
        <time datetime={dueOn} class="soft small">
          {format.relative(dueOn)}
        </time>
      )}
    </a>
  )
}

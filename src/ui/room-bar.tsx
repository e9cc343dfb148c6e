import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { usePage } from './page-context.tsx'

export type Room = { label: string; href: string; icon: IconName; current?: boolean; count?: number }

/** The rooms: a column at the left, on a phone a bar at the foot. */
export function RoomBar({ rooms }: { rooms: Room[] }) {
  const { text } = usePage()
  return (
    <nav class="rooms" aria-label={text('ui.rooms')}>
      <ul>
        {rooms.map(({ label, href, icon, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <Icon name={icon} />
              <span>{label}</span>
              {Boolean(count) && <span class="count count-needs">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

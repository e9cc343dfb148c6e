import type { IconName } from './icon-names.ts'
import { drawings } from './icons.generated.ts'

export type { IconName } from './icon-names.ts'

type IconProps = { name: IconName; size?: 16 | 20 | 24 | 32 | 40; label?: string }

const onward = new Set<IconName>([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'external-link',
  'log-out',
  'send',
  'undo-2',
])

/** A drawing beside a word is decoration; give `label` only where it stands alone. */
export function Icon({ name, size = 20, label }: IconProps) {
  const role = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': 'true' as const }
  return (
    <svg
      class={onward.has(name) ? 'icon icon-onward' : 'icon'}
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size >= 32 ? 1.25 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      {...role}
      // The drawings are files of the build, never anybody's input.
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  )
}

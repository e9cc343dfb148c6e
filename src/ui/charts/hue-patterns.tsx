import type { Hue } from '../marks.tsx'

/** The four patterns by which the hues are told apart without colour; `prefix` keeps their ids to one drawing. */
export function HuePatterns({ prefix }: { prefix: string }) {
  return (
    <defs>
      <pattern id={patternId(prefix, 2)} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hue-2 fill-wash" width="7" height="7" />
        <rect class="hue-2 fill-hue" width="4" height="7" />
      </pattern>
      <pattern id={patternId(prefix, 3)} width="8" height="6" patternUnits="userSpaceOnUse">
        <rect class="hue-3 fill-wash" width="8" height="6" />
        <rect class="hue-3 fill-hue" width="8" height="3.500" />
      </pattern>
      <pattern id={patternId(prefix, 4)} width="7" height="7" patternUnits="userSpaceOnUse">
        <rect class="hue-4 fill-wash" width="7" height="7" />
        <circle class="hue-4 fill-hue" cx="3.500" cy="3.500" r="2.500" />
      </pattern>
    </defs>
  )
}

/** How a shape of a hue is filled: the first solid, the others by pattern. */
export function hueFill(prefix: string, hue: Hue | undefined) {
  if (hue === undefined) return { class: 'fill-soft' }
  return hue === 1 ? { class: 'hue-1 fill-hue' } : { fill: `url(#${patternId(prefix, hue)})` }
}

function patternId(prefix: string, hue: Hue) {
  return `${prefix}-hue-${hue}`
}

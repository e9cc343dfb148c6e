/** Writes src/ui/icons.generated.ts: the inner drawing of each chosen Lucide icon. Run again after changing icon-names.ts. */
import { readFileSync, writeFileSync } from 'node:fs'
import { iconNames } from '../src/ui/icon-names.ts'

const folder = new URL('icons/', import.meta.resolve('lucide-static/package.json'))
const target = new URL('../src/ui/icons.generated.ts', import.meta.url)

function drawingOf(name: string) {
  const svg = readFileSync(new URL(`${name}.svg`, folder), 'utf8')
  return svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
}

const lines = iconNames.map((name) => `  '${name}': '${drawingOf(name)}',`)
const head = '// Drawn by tools/make-icons.ts from lucide-static (ISC licence). Do not edit.\n'
writeFileSync(
  target,
  `${head}import type { IconName } from './icon-names.ts'\n\nexport const drawings: Record<IconName, string> = {\n${lines.join('\n')}\n}\n`,
)

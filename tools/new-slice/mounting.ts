import type { Names } from './names.ts'

type Edit = { file: string; before: RegExp; line: string }

/** Where a slice is made known: one line each, before the line that the pattern finds. */
export function mountingEdits({ slice, noun, Slice }: Names): Edit[] {
  const json = "with { type: 'json' }"
  return [
    { file: 'tools/slice-order.ts', before: /^ {2}'now',/m, line: `  '${slice}',` },
    { file: 'src/urls.ts', before: /^ {2}\/\/ API$/m, line: `  // ${Slice}\n  ${slice}: address(\`\${place}/${slice}\`),\n` },
    { file: 'src/access/policy.ts', before: /^\} as const satisfies/m, line: `  '${noun}.add': SCHOOL_STAFF,` },
    { file: 'src/app.ts', before: /^import .*'\.\/ui\//m, line: `import { ${noun}Routes } from './slices/${slice}/routes.ts'` },
    { file: 'src/app.ts', before: /(?<=^function mountSlices\(app: App\): void \{\n)/m, line: `  ${noun}Routes(app)` },
    { file: 'src/messages/text.ts', before: /^import enUi/m, line: `import en${Slice} from './en/${slice}.json' ${json}` },
    { file: 'src/messages/text.ts', before: /^import esUi/m, line: `import es${Slice} from './es/${slice}.json' ${json}` },
    { file: 'src/messages/text.ts', before: /^ {2}\.\.\.enUi/m, line: `  ...en${Slice},` },
    { file: 'src/messages/text.ts', before: /^ {2}\.\.\.esUi/m, line: `  ...es${Slice},` },
  ]
}

/** The text with the line added, or an error that says where a hand is needed. */
export function edited(text: string, { file, before, line }: Edit): string {
  const place = before.exec(text)
  if (!place) throw new Error(`${file} has changed its form: add this there by hand.\n${line}`)
  return `${text.slice(0, place.index)}${line}\n${text.slice(place.index)}`
}

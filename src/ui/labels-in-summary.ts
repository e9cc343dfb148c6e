const PLACE = /<span data-label-of="([^"]*)"><\/span>/g

/** Where the label of a field is to stand; an error summary comes before the fields, so their labels are not known to it yet. */
export const LABEL_OF = 'data-label-of'

/** Puts the labels of fields where a page that has been rendered asks for them: "Title: Please fill this in." */
export function withLabels(html: string): string {
  if (!html.includes(LABEL_OF)) return html
  return html.replaceAll(PLACE, (_, id: string) => labelOf(html, id))
}

/** The words of a label, or of the legend of a group, as they were rendered, escaped as they are, without what says that a field is optional. */
function labelOf(html: string, id: string): string {
  const begin = [`<label for="${id}"`, `<legend id="${id}-legend"`].find((tag) => html.includes(tag))
  const rest = begin ? html.slice(html.indexOf(begin) + begin.length) : ''
  const [, label = ''] = rest.match(/^[^>]*>([\s\S]*?)<\/(?:label|legend)>/) ?? []
  const words = label.replaceAll(/<span[\s\S]*?<\/span>|<[^>]+>/g, '').trim()
  return words && `${words}: `
}

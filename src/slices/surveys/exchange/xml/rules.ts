import { XMLParser, XMLValidator } from 'fast-xml-parser'

/** An element with its own text and what stands in it, in the order of the file. */
export type Element = { name: string; attributes: Record<string, string>; text: string; children: Element[] }

const ATTRIBUTES = ':@'
const TEXT = '#text'
const MOST_DEPTH = 40

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
  jPath: false,
  maxNestedTags: MOST_DEPTH,
})

/** The root of an XML text, or undefined where it is none or declares a document type: entities of its own could grow without end. */
export function readXml(text: string): Element | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return undefined
  try {
    const nodes: unknown = parser.parse(text)
    return elementsIn(nodes).find((one) => !one.name.startsWith('?'))
  } catch {
    return undefined
  }
}

/** The elements of a name that stand directly in another. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((child) => child.name === name) ?? []
}

/** The first of them. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name)
}

function elementsIn(nodes: unknown): Element[] {
  return listOf(nodes).flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT)
    return name === undefined ? [] : [elementOf(name, node)]
  })
}

function elementOf(name: string, node: Record<string, unknown>): Element {
  const inside = listOf(node[name])
  const attributes = Object.entries(recordOf(node[ATTRIBUTES])).map(([key, value]) => [key, String(value)])
  const text = inside.map((one) => (TEXT in one ? String(one[TEXT]) : '')).join('')
  return { name, attributes: Object.fromEntries(attributes), text, children: elementsIn(node[name]) }
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(recordOf) : []
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

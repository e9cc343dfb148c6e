import { render } from 'preact'
import { Icon } from '../../../ui/icon.tsx'

/** The server-made board, and what its moving parts need of each other. */
export type Board = {
  element: HTMLElement
  say: (key: string, values: Record<string, string | number>) => void
  /** Stores where a card now lies, or puts it back where it cannot be stored. */
  drop: (card: HTMLElement, putBack: () => void) => Promise<void>
  /** Says that something could not be stored. */
  failed: () => void
  /** Makes a board that came anew from the server movable again. */
  refresh: () => void
}

/** Gives each card a grip: a button, so that it can be reached and pressed by keyboard. */
export function addGrips(board: Board, labelFor: (name: string) => string): void {
  for (const card of cardsIn(board.element)) {
    if (card.querySelector(':scope > .res-grip')) continue
    const grip = document.createElement('button')
    grip.type = 'button'
    grip.className = 'res-grip'
    grip.setAttribute('aria-label', labelFor(nameOf(card)))
    render(<Icon name="grip-vertical" size={16} />, grip)
    card.classList.add('res-held')
    card.prepend(grip)
  }
}

export function cardsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('.res-card')]
}

export function nameOf(card: HTMLElement): string {
  return card.querySelector('summary > span')?.textContent ?? ''
}

/** The resource that a card shows. */
export function idOf(card: HTMLElement): string {
  return card.id.replace(/^r-/, '')
}

/** Where a card lies: its kind in words and as data, its group, and the card after it. */
export function placeOf(card: HTMLElement) {
  const quadrant = card.closest<HTMLElement>('.res-quadrant')
  const next = card.nextElementSibling instanceof HTMLElement ? idOf(card.nextElementSibling) : undefined
  const siblings = quadrant ? cardsIn(quadrant) : []
  return {
    kindKey: quadrant?.dataset['kind'] ?? '',
    kind: quadrant?.querySelector('h2 .hue-mark')?.textContent ?? '',
    groupLabel: card.closest<HTMLElement>('.res-cards')?.dataset['cards'] ?? '',
    before: next ?? 'end',
    position: siblings.indexOf(card) + 1,
    count: siblings.length,
  }
}

/** The list at a quadrant's end; an empty quadrant gets one. */
export function lastListOf(quadrant: Element): Element {
  const lists = quadrant.querySelectorAll('.res-cards')
  const last = lists[lists.length - 1]
  if (last) return last
  const list = document.createElement('ul')
  list.className = 'res-cards'
  list.dataset['cards'] = ''
  quadrant.append(list)
  return list
}

/** Remembers where a card lies; calling the answer puts it back. */
export function wayBack(card: HTMLElement): () => void {
  const [parent, next] = [card.parentElement, card.nextSibling]
  return () => void parent?.insertBefore(card, next)
}

import { type Board, lastListOf, wayBack } from './board-places.tsx'

type Drag = { card: HTMLElement; putBack: () => void; moved: boolean }

/** Dragging by mouse, pen or finger: the card itself goes along under the pointer, from list to list. */
export function letDrag(board: Board): () => void {
  let drag: Drag | undefined

  function begin(event: PointerEvent) {
    const grip = gripAt(event)
    const card = grip?.closest<HTMLElement>('.res-card')
    // What is being stored comes back as a new board: a card taken now would vanish from under the hand.
    if (!grip || !card || event.button !== 0 || board.element.ariaBusy === 'true') return
    grip.setPointerCapture(event.pointerId)
    drag = { card, putBack: wayBack(card), moved: false }
  }

  function go(event: PointerEvent) {
    if (!drag) return
    if (!drag.moved) show(drag.card, true)
    drag.moved = true
    placeUnder(drag.card, event)
    scrollNearEdge(event.clientY)
  }

  function end(event: PointerEvent) {
    if (!drag) return
    const { card, putBack, moved } = drag
    drag = undefined
    show(card, false)
    if (event.type === 'pointercancel') putBack()
    else if (moved) void board.drop(card, putBack)
  }

  board.element.addEventListener('pointerdown', begin)
  board.element.addEventListener('pointermove', go)
  board.element.addEventListener('pointerup', end)
  board.element.addEventListener('pointercancel', end)
  return () => {
    board.element.removeEventListener('pointerdown', begin)
    board.element.removeEventListener('pointermove', go)
    board.element.removeEventListener('pointerup', end)
    board.element.removeEventListener('pointercancel', end)
  }
}

function gripAt(event: Event): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>('.res-grip') : null
}

/** Before or after the card under the pointer, by its middle; over an empty stretch, to the end of the quadrant. */
function placeUnder(card: HTMLElement, event: PointerEvent): void {
  const under = document.elementsFromPoint(event.clientX, event.clientY).filter((one) => !card.contains(one))
  const other = under.map((one) => one.closest('.res-card')).find((one) => one && one !== card)
  if (other) {
    const { top, height } = other.getBoundingClientRect()
    if (event.clientY < top + height / 2) other.before(card)
    else other.after(card)
    return
  }
  const quadrant = under.map((one) => one.closest('.res-quadrant')).find(Boolean)
  if (quadrant && !quadrant.contains(card)) lastListOf(quadrant).append(card)
}

function show(card: HTMLElement, isDragged: boolean): void {
  card.classList.toggle('lifted', isDragged)
  document.documentElement.classList.toggle('dragging', isDragged)
}

const EDGE_PIXELS = 60
const SCROLL_PIXELS = 14

function scrollNearEdge(y: number): void {
  if (y < EDGE_PIXELS) scrollBy(0, -SCROLL_PIXELS)
  if (y > innerHeight - EDGE_PIXELS) scrollBy(0, SCROLL_PIXELS)
}

import { type Board, cardsIn, lastListOf, nameOf, placeOf, wayBack } from './board-places.tsx'

type Lift = { card: HTMLElement; grip: HTMLElement; putBack: () => void }

/** Moving by keyboard: Enter or Space lifts and puts down, arrows move, Escape puts back; each step is said. */
export function letLift(board: Board): () => void {
  let lift: Lift | undefined

  function press(event: KeyboardEvent) {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('.res-grip') : null
    const card = grip?.closest<HTMLElement>('.res-card')
    if (!grip || !card) return
    const isPress = event.key === 'Enter' || event.key === ' '
    if (!isPress && !lift) return
    if (isPress || event.key === 'Escape' || event.key.startsWith('Arrow')) event.preventDefault()
    if (isPress && !lift) begin(grip, card)
    else if (isPress && lift) putDown()
    else if (event.key === 'Escape') leave()
    else if (lift && step(board, lift.card, event.key)) stepped(lift)
  }

  function begin(grip: HTMLElement, card: HTMLElement) {
    lift = { card, grip, putBack: wayBack(card) }
    card.classList.add('lifted')
    grip.setAttribute('aria-pressed', 'true')
    board.say('resources.moving_lifted', { name: nameOf(card) })
  }

  function stepped({ card, grip }: Lift) {
    grip.focus()
    card.scrollIntoView({ block: 'nearest' })
    const { position, count, kind } = placeOf(card)
    board.say('resources.moving_at', { name: nameOf(card), position, count, kind })
  }

  function putDown() {
    const done = release()
    if (done) void board.drop(done.card, done.putBack)
  }

  function leave() {
    const left = release()
    if (!left) return
    left.putBack()
    left.grip.focus()
    board.say('resources.moving_left', { name: nameOf(left.card) })
  }

  function release() {
    const released = lift
    lift = undefined
    released?.card.classList.remove('lifted')
    released?.grip.removeAttribute('aria-pressed')
    return released
  }

  /** Who goes elsewhere has let go; moving the card itself takes the focus away for a moment only. */
  function away(event: FocusEvent) {
    if (lift && event.relatedTarget instanceof Element && !lift.card.contains(event.relatedTarget)) leave()
  }

  board.element.addEventListener('keydown', press)
  board.element.addEventListener('focusout', away)
  return () => {
    board.element.removeEventListener('keydown', press)
    board.element.removeEventListener('focusout', away)
  }
}

/** One step: up or down among the cards of its kind, left or right to another kind. */
function step(board: Board, card: HTMLElement, key: string): boolean {
  const quadrant = card.closest('.res-quadrant')
  if (!quadrant) return false
  if (key === 'ArrowLeft' || key === 'ArrowRight') return toNeighbour(board, card, quadrant, key === 'ArrowRight' ? 1 : -1)
  const cards = cardsIn(quadrant)
  const other = cards[cards.indexOf(card) + (key === 'ArrowDown' ? 1 : -1)]
  if (!other || (key !== 'ArrowDown' && key !== 'ArrowUp')) return false
  if (key === 'ArrowDown') other.after(card)
  else other.before(card)
  return true
}

function toNeighbour(board: Board, card: HTMLElement, quadrant: Element, by: 1 | -1): boolean {
  const quadrants = [...board.element.querySelectorAll('.res-quadrant')]
  const target = quadrants[quadrants.indexOf(quadrant) + by]
  if (!target) return false
  lastListOf(target).append(card)
  return true
}

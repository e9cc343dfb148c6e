import { useEffect, useRef } from 'preact/hooks'
import { usePage } from '../../../ui/page-context.tsx'
import { letDrag } from './board-drag.tsx'
import { letLift } from './board-keys.tsx'
import { addGrips, type Board, nameOf, placeOf } from './board-places.tsx'
import { letAdd, sendMove } from './board-sending.tsx'

/** The one sentence that everybody must see; the others are for who cannot see the board move. */
const FAILED = 'resources.moving_failed'

/** Wakes the board that the server made: dragging, moving by keyboard, adding without a new page. Without it the forms do the same. */
export default function BoardMover() {
  const { text } = usePage()
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const element = document.querySelector<HTMLElement>('[data-board]')
    if (!element) return undefined
    const say: Board['say'] = (key, values) => {
      status.current?.replaceChildren(text(key, values))
      status.current?.classList.toggle('unseen', key !== FAILED)
    }
    const board: Board = {
      element,
      say,
      drop: async (card, putBack) => {
        const { kind } = placeOf(card)
        if (await sendMove(board, card)) return say('resources.moving_dropped', { name: nameOf(card), kind })
        putBack()
        say(FAILED, {})
      },
      failed: () => say(FAILED, {}),
      refresh: () => addGrips(board, (name) => text('resources.moving_grip', { name })),
    }
    board.refresh()
    const ends = [letDrag(board), letLift(board), letAdd(board)]
    return () => ends.forEach((end) => end())
  }, [])
  return <p class="res-said unseen" role="status" ref={status} />
}

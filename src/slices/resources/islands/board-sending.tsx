import { type Board, idOf, placeOf } from './board-places.tsx'

/** Sends a card's new place to the address of the form, and takes the board that comes back. */
export async function sendMove(board: Board, card: HTMLElement): Promise<boolean> {
  const id = idOf(card)
  const { kindKey, groupLabel, before } = placeOf(card)
  const fields = { ...viewNow(), resource: id, kind: kindKey, groupLabel, before, once: crypto.randomUUID() }
  const done = await send(board, board.element.dataset['board'] ?? '', new URLSearchParams(fields))
  document.getElementById(`r-${id}`)?.querySelector<HTMLElement>('.res-grip')?.focus()
  return done
}

/** The entry lines add without a new page; the board that comes back holds the new card, or what was wrong. */
export function letAdd(board: Board): () => void {
  function submit(event: SubmitEvent) {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.classList.contains('res-entry')) return
    event.preventDefault()
    const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    )
    void send(board, form.action, new URLSearchParams(fields)).then((done) => {
      if (!done) board.failed()
      document.getElementById(`${form.id}-name`)?.focus()
    })
  }
  board.element.addEventListener('submit', submit)
  return () => board.element.removeEventListener('submit', submit)
}

/** Whether the server answered; its board holds what was done, or what was wrong. */
async function send(board: Board, address: string, body: URLSearchParams): Promise<boolean> {
  board.element.setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address, { method: 'POST', body })
    const came = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('[data-board]')
    if (came) take(board, came)
    else location.reload()
    return true
  } catch {
    return false // the line broke: what was typed stays where it is
  } finally {
    board.element.removeAttribute('aria-busy')
  }
}

/** Takes over the server's board; cards that were open stay open. */
function take(board: Board, came: Element): void {
  const open = [...board.element.querySelectorAll('details[open]')].map((one) => one.closest('.res-card')?.id)
  board.element.replaceChildren(...came.childNodes)
  for (const id of open) if (id) document.querySelector(`#${CSS.escape(id)} > details`)?.setAttribute('open', '')
  board.refresh()
}

function viewNow(): Record<string, string> {
  const kept = ['goal', 'year', 'state', 'unit', 'person']
  return Object.fromEntries([...new URLSearchParams(location.search)].filter(([name]) => kept.includes(name)))
}

/**
 * The respondent's script, which nobody needs: keeps what was typed on the device, sends it once the line is back, and forgets
 * it with the receipt. The same file is the service worker that opens the page again without a line. It stands alone: no other
 * file is fetched with it.
 */

type Fields = [name: string, value: string][]

/** What lies on the device under the link: the form as it stands, and what was sent of it without an answer yet. */
type Kept = { fields: Fields; sending?: { url: string; go: string; tries: number } }

/** As much of a service worker as is used; the types of pages and of workers cannot be had together. */
type Worker = {
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  addEventListener(type: string, listen: (event: WorkerEvent) => void): void
}
type WorkerEvent = { request: Request; waitUntil(done: Promise<void>): void; respondWith(answer: Promise<Response>): void }

const PAGES = 'respond'
const KEY = globalThis.location.pathname
const RETRY_MILLISECONDS = 20_000
const PATIENCE_MILLISECONDS = 30_000
// Later than everything that the first look at the page waits for.
const QUIET_MILLISECONDS = 2_000

const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"

let isBusy = false
let again: ReturnType<typeof setTimeout> | undefined

if (globalThis.document) beginPage()
else beWorker(globalThis as unknown as Worker) // without a document this file runs as the worker that it registered

function beginPage(): void {
  if (!canKeep()) return
  const html = `<!DOCTYPE html>${document.documentElement.outerHTML}`
  const outcome = outcomeOf(document)
  if (outcome === 'arrived' || outcome === 'used' || outcome === 'closed') return void forget()
  const form = document.forms[0]
  if (outcome !== 'ask' || !form) return
  const kept = read()
  if (kept) fill(form, kept.fields)
  attend(form)
  if (kept?.sending) void send()
  else if (kept) say(form, 'kept', ['delete'])
  addEventListener('online', () => void send())
  setTimeout(() => void keepPage(html), QUIET_MILLISECONDS)
}

/** Some browsers forbid it to pages opened in private; then the page is as it is without script. */
function canKeep(): boolean {
  try {
    localStorage.setItem('respond?', '')
    localStorage.removeItem('respond?')
    return true
  } catch {
    return false
  }
}

function attend(form: HTMLFormElement): void {
  form.addEventListener('input', () => {
    const sending = read()?.sending
    write({ fields: fieldsOf(form), ...(sending ? { sending } : {}) })
    if (!sending) say(form, 'kept', ['delete'])
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (isBusy) return
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter : undefined
    const url = button?.hasAttribute('formaction') ? button.formAction : form.action
    write({ fields: fieldsOf(form), sending: { url, go: button?.value ?? 'send', tries: 0 } })
    void send()
  })
}

/** Sends what waits, and comes back to it for as long as no answer came. */
async function send(): Promise<void> {
  const kept = read()
  const form = document.forms[0]
  if (!kept?.sending || !form || isBusy) return
  isBusy = true
  clearTimeout(again)
  const { url, go, tries } = kept.sending
  // Counted before it leaves: one whose answer is lost on the way may have arrived.
  write({ ...kept, sending: { url, go, tries: tries + 1 } })
  say(form, 'sending', [])
  try {
    const body = new URLSearchParams([...kept.fields, ['go', go]])
    await arrive(await ask(url, { method: 'POST', body }), tries > 0)
  } catch {
    say(form, 'unsent', ['try', 'delete'])
    again = setTimeout(() => void send(), RETRY_MILLISECONDS)
  } finally {
    isBusy = false
  }
}

async function ask(url: string, options: RequestInit): Promise<Document> {
  const answer = await fetch(url, { ...options, credentials: 'omit', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })
  if (answer.status === 429 || answer.status >= 500) throw new Error('The server cannot answer now.')
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

async function arrive(page: Document, isRepeated: boolean): Promise<void> {
  const outcome = outcomeOf(page)
  if (outcome === 'ask') return goOn(page)
  if (outcome !== 'none') await forget()
  // Of one's own answer that had arrived unheard: its receipt.
  const receipt = outcome === 'used' && isRepeated ? await ask(location.href, {}).catch(() => page) : page
  show(receipt)
}

/** The next part, or what has to be looked at. */
function goOn(page: Document): void {
  show(page)
  const form = document.forms[0]
  if (!form) return
  write({ fields: fieldsOf(form) })
  attend(form)
  say(form, 'kept', ['delete'])
}

function show(page: Document): void {
  const main = page.querySelector('main')
  if (!main) return
  document.querySelector('main')?.replaceWith(document.adoptNode(main))
  document.title = page.title
  document.documentElement.lang = page.documentElement.lang
  scrollTo(0, 0)
  const first = main.querySelector<HTMLElement>('[role=alert], h1')
  first?.setAttribute('tabindex', '-1')
  first?.focus()
}

/** A line below the form, in the words that the page brought for it. */
function say(form: HTMLFormElement, what: string, buttons: readonly string[]): void {
  const box = document.querySelector('#k') ?? form.appendChild(document.createElement('div'))
  box.id = 'k'
  const line = box.querySelector('p') ?? box.appendChild(document.createElement('p'))
  line.setAttribute('role', 'status')
  line.textContent = form.dataset[what] ?? ''
  for (const button of box.querySelectorAll('button')) button.remove()
  for (const name of buttons) {
    const button = box.appendChild(document.createElement('button'))
    button.type = 'button'
    button.textContent = form.dataset[name] ?? ''
    button.addEventListener('click', () => (name === 'try' ? void send() : void clear(form)))
  }
}

async function clear(form: HTMLFormElement): Promise<void> {
  clearTimeout(again)
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) field.value = ''
    if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = false
  }
  for (const carried of form.querySelectorAll('input[type=hidden][name^=q]')) carried.remove()
  await forget()
  say(form, 'deleted', [])
}

function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].flatMap(([name, value]): Fields => (typeof value === 'string' && value !== '' ? [[name, value]] : []))
}

/** What was typed in other parts travels along unseen, as the server lets it travel. */
function fill(form: HTMLFormElement, fields: Fields): void {
  for (const [name, value] of fields.filter(([one]) => /^q\d+$/.test(one))) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLTextAreaElement || field instanceof RadioNodeList) field.value = value
    else if (!field) {
      const carried = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
      form.prepend(carried)
    }
  }
}

function outcomeOf(page: Document): string {
  return page.querySelector('main')?.dataset['is'] ?? 'none'
}

function read(): Kept | undefined {
  const text = localStorage.getItem(KEY)
  return text ? (JSON.parse(text) as Kept) : undefined // written below
}

/** A full device keeps nothing, and the form goes on without. */
function write(kept: Kept): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    localStorage.removeItem(KEY)
  }
}

/** Lets the worker open this page without a line. It is kept as it came, before anything was typed. */
async function keepPage(html: string): Promise<void> {
  if (!navigator.serviceWorker || !globalThis.caches || outcomeOf(document) !== 'ask') return
  const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''
  const pages = await caches.open(PAGES)
  await pages.put(KEY, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY } }))
  await pages.add(script)
  await navigator.serviceWorker.register(script, { scope: KEY.replace(/[^/]*$/, '') })
}

/** Leaves nothing of this link on the device, and no worker where it was the last. */
async function forget(): Promise<void> {
  localStorage.removeItem(KEY)
  if (!navigator.serviceWorker || !globalThis.caches) return
  const pages = await caches.open(PAGES)
  await pages.delete(KEY)
  const others = (await pages.keys()).filter(({ url }) => !url.endsWith('.js'))
  if (others.length > 0) return
  await caches.delete(PAGES)
  const registration = await navigator.serviceWorker.getRegistration(KEY)
  await registration?.unregister()
}

/** The newest page wherever there is a line, the kept one where there is none; nothing else is touched. */
function beWorker(worker: Worker): void {
  worker.addEventListener('install', () => void worker.skipWaiting())
  worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
  worker.addEventListener('fetch', (event) => {
    const { method, url } = event.request
    if (method === 'GET') event.respondWith(fetch(event.request).catch((error) => keptPage(new URL(url).pathname, error)))
  })
}

async function keptPage(path: string, error: unknown): Promise<Response> {
  const kept = await caches.match(path)
  if (kept) return kept
  throw error
}

import type { ComponentChildren } from 'preact'

/** Something sealed: it is there, and nobody can read it yet. `open` draws it opened. */
export function Envelope({ title, open, children }: { title: string; open?: boolean; children?: ComponentChildren }) {
  return (
    <div class="envelope">
      <svg
        width="120"
        height="92"
        viewBox="0 0 120 92"
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        {open ? <Opened /> : <Sealed />}
      </svg>
      <h3>{title}</h3>
      {children}
    </div>
  )
}

function Sealed() {
  return (
    <>
      <path class="sheet" d="M8 14h104v70H8Z" />
      <path d="m8 84 42-36M112 84 70 48" />
      <path class="flap" d="M8 14h104L66 53a9 9 0 0 1-12 0Z" />
      <circle class="wax" cx="60" cy="48" r="10" />
      <path class="wax-mark" d="M56 48.500v-2a4 4 0 0 1 8 0v2M55 48.500h10v5H55Z" />
    </>
  )
}

function Opened() {
  return (
    <>
      <path class="flap" d="M8 36 54 3a10 10 0 0 1 12 0l46 33" />
      <path class="sheet" d="M22 18h76v50H22Z" />
      <path d="M34 30h52M34 40h40" />
      <path class="sheet" d="M8 36l46 32a10 10 0 0 0 12 0l46-32v50H8Z" />
    </>
  )
}

/** The name with its sign: a shoot above three layers of ground. */
export function Wordmark({ href }: { href: string }) {
  return (
    <a class="wordmark" href={href}>
      <svg
        width="22"
        height="22"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        aria-hidden="true"
      >
        <path d="M2 12h16M5 15.5h10M8 19h4M10 12V6" />
        <path d="M10 7.500C10 4.500 8 2.700 4.600 2.700 4.600 6 6.700 7.500 10 7.500Z" fill="currentColor" />
        <path d="M10 6C10 3.500 11.700 1.700 15 1.700 15 4.700 13 6 10 6Z" />
      </svg>
      Groundwork
    </a>
  )
}

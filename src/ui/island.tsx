import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { CompiledMessage } from '@lingui/message-utils/compileMessage'
import type { ComponentType } from 'preact'
import { PageProvider, usePage } from './page-context.tsx'
import type { PageFrame } from './page-context.tsx'

type IslandProps<Props extends object> = {
  /** `slice/file`: src/slices/shelves/islands/board.tsx is `shelves/board`. */
  name: `${string}/${string}`
  /** The default export of that file: rendered here, hydrated there. */
  component: ComponentType<Props>
  /** Plain data only, since it travels as JSON. */
  props: Props
  /** Messages that it says only later; those of the first rendering travel by themselves. */
  texts?: readonly string[]
}

/** What the browser needs to wake one island. */
export type IslandData = {
  props: object
  messages: Record<string, CompiledMessage>
  page: { language: string; direction: 'ltr' | 'rtl'; timeZone: string; now: string; here: { tenant?: string; place?: string } }
}

/** A piece of the page that wakes up in the browser. Without script it stays what the server made of it. */
export function Island<Props extends object>({ name, component: Component, props, texts = [] }: IslandProps<Props>) {
  const page = usePage()
  const said = new Set(texts)
  page.islands.add(name)
  return (
    <div class="island" data-island={name}>
      <div>
        <PageProvider frame={listening(page, said)}>
          <Component {...props} />
        </PageProvider>
      </div>
      <Luggage props={props} said={said} />
    </div>
  )
}

/** Rendered after the component, when it is known what it said. Data, not script: the browser runs none of it. */
function Luggage({ props, said }: { props: object; said: Set<string> }) {
  const { language, direction, timeZone, now, here, messages } = usePage()
  const compiled = Object.entries(messages([...said])).map(([key, message]) => [key, compileMessage(message)])
  const data: IslandData = {
    props,
    messages: Object.fromEntries(compiled),
    page: { language, direction, timeZone, now: now.toISOString(), here },
  }
  // `<` is written so that no text can close the element.
  return <script type="application/json" dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', String.raw`\u003c`) }} />
}

function listening(page: PageFrame, said: Set<string>): PageFrame {
  return {
    ...page,
    text: (key, values) => {
      said.add(key)
      return page.text(key, values)
    },
  }
}

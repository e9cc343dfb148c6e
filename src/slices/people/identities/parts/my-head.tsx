import { Tabs } from '../../../../ui/navigation.tsx'
import { PageHead } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'

type MyHeadProps = { current: 'me' | 'password' | 'sessions' | 'tokens'; title: string; lead?: string; name: string }

/** The head that the pages about oneself share. */
export function MyHead({ current, title, lead, name }: MyHeadProps) {
  const { text, at } = usePage()
  const tabs = [
    { label: text('people.me'), href: at(urls.me), current: current === 'me' },
    { label: text('people.password'), href: at(urls.myPassword), current: current === 'password' },
    { label: text('people.sessions'), href: at(urls.mySessions), current: current === 'sessions' },
    { label: text('people.tokens'), href: at(urls.myTokens), current: current === 'tokens' },
  ]
  return (
    <>
      <PageHead title={title} lead={lead} above={name} />
      <Tabs tabs={tabs} label={text('people.me_pages')} />
    </>
  )
}

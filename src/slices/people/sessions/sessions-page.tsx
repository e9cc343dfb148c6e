import { ActionForm } from '../../../ui/button.tsx'
import { Tag } from '../../../ui/marks.tsx'
import { Table } from '../../../ui/table.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { MyHead } from '../identities/parts/my-head.tsx'
import { deviceOf } from './rules.ts'
import type { SessionRow } from './schema.ts'

type SessionsPageProps = { sessions: SessionRow[]; currentId: string; name: string }

export function SessionsPage({ sessions, currentId, name }: SessionsPageProps) {
  const { text, at, format } = usePage()
  return (
    <>
      <MyHead current="sessions" title={text('people.sessions')} lead={text('people.sessions_lead')} name={name} />
      <Table
        caption={text('people.sessions_caption', { n: sessions.length })}
        rows={sessions}
        rowKey={(row) => row.id}
        stack
        columns={[
          { label: text('people.session_where'), cell: (row) => <Device row={row} current={row.id === currentId} /> },
          { label: text('people.session_began'), cell: (row) => format.relative(row.createdAt) },
          { label: text('people.session_used'), cell: (row) => format.relative(row.lastUsedAt) },
          { label: text('people.session_end'), cell: (row) => <EndSession row={row} current={row.id === currentId} /> },
        ]}
      />
      {sessions.length > 1 && <ActionForm action={at(urls.mySessions)} label={text('people.session_end_others')} icon="log-out" />}
    </>
  )
}

function Device({ row, current }: { row: SessionRow; current: boolean }) {
  const { text } = usePage()
  return (
    <>
      {useDeviceName(row)} {current && <Tag kind="soft">{text('people.session_this')}</Tag>}
    </>
  )
}

function EndSession({ row, current }: { row: SessionRow; current: boolean }) {
  const { text, at } = usePage()
  if (current) return <ActionForm action={at(urls.signOut)} label={text('people.sign_out')} size="small" />
  return (
    <ActionForm
      action={at(urls.mySessionEnd, { session: row.id })}
      label={text('people.session_end_named', { device: useDeviceName(row) })}
      size="small"
    />
  )
}

function useDeviceName(row: SessionRow): string {
  const { text } = usePage()
  const { browser, system } = deviceOf(row.userAgent)
  if (browser && system) return text('people.device', { browser, system })
  return browser ?? system ?? text('people.device_unknown')
}

import { ActionForm, Button } from '../../../ui/button.tsx'
import { Select } from '../../../ui/choices.tsx'
import { TextField } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Tag } from '../../../ui/marks.tsx'
import { Banner, EmptyState, Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { Table } from '../../../ui/table.tsx'
import { urls } from '../../../urls.ts'
import { MyHead } from '../identities/parts/my-head.tsx'
import type { Belonging } from '../identities/schema.ts'
import { isTokenOpen } from './rules.ts'
import { TOKEN_DAYS, type TokenRow } from './schema.ts'

type TokensPageProps = { tokens: TokenRow[]; belongings: Belonging[]; today: string; name: string; made?: string; state?: FormState }

export function TokensPage({ tokens, belongings, today, name, made, state }: TokensPageProps) {
  const { text } = usePage()
  return (
    <>
      <MyHead current="tokens" title={text('people.tokens')} lead={text('people.tokens_lead')} name={name} />
      {made && <MadeToken made={made} />}
      <Table
        caption={text('people.tokens_caption')}
        captionUnseen
        rows={tokens}
        rowKey={(row) => row.id}
        columns={useColumns(today, belongings)}
        stack
        empty={<EmptyState question={text('people.tokens_none')} small />}
      />
      <NewToken belongings={belongings} state={state} />
    </>
  )
}

/** Shown in the answer to the form and never again. */
function MadeToken({ made }: { made: string }) {
  const { text } = usePage()
  return (
    <>
      <Banner icon="key-round">{text('people.token_made')}</Banner>
      <pre class="secret">{made}</pre>
    </>
  )
}

function useColumns(today: string, belongings: Belonging[]) {
  const { text, format } = usePage()
  return [
    { label: text('people.token_name'), cell: (row: TokenRow) => row.name },
    { label: text('people.token_ending'), cell: (row: TokenRow) => <code>…{row.ending}</code> },
    {
      label: text('people.token_place'),
      cell: (row: TokenRow) => belongings.find((one) => one.tenantSlug === row.tenantSlug)?.tenantName ?? row.tenantSlug,
    },
    { label: text('people.token_expires'), cell: (row: TokenRow) => format.date(row.expiresOn) },
    {
      label: text('people.token_used'),
      cell: (row: TokenRow) => (row.lastUsedOn ? format.date(row.lastUsedOn) : text('people.token_never')),
    },
    { label: text('people.token_end'), cell: (row: TokenRow) => <EndToken row={row} today={today} /> },
  ]
}

function EndToken({ row, today }: { row: TokenRow; today: string }) {
  const { text, at } = usePage()
  if (!isTokenOpen(row, today)) return <Tag kind="soft">{text(row.revokedAt ? 'people.token_revoked' : 'people.token_expired')}</Tag>
  return (
    <ActionForm action={at(urls.myTokenEnd, { token: row.id })} label={text('people.token_end_named', { name: row.name })} size="small" />
  )
}

function NewToken({ belongings, state }: { belongings: Belonging[]; state?: FormState }) {
  const { text, at } = usePage()
  return (
    <Section title={text('people.token_new')}>
      <Form action={at(urls.myTokens)} state={state}>
        <TextField name="name" label={text('people.token_name')} hint={text('people.token_name_hint')} maxlength={80} autocomplete="off" />
        <Select
          name="tenantId"
          label={text('people.token_place')}
          options={belongings.map((one) => ({ value: one.tenantId, label: one.tenantName }))}
        />
        <Select
          name="days"
          label={text('people.token_days')}
          value="90"
          options={TOKEN_DAYS.map((days) => ({ value: String(days), label: text('people.token_days_n', { n: days }) }))}
        />
        <Button kind="main">{text('people.token_make')}</Button>
      </Form>
    </Section>
  )
}

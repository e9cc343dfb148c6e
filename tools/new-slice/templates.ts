import type { Names } from './names.ts'

/** The files of a slice that lists its nouns and adds one: the smallest that has every kind of file. */
export function sliceFiles(names: Names, migration: string): Record<string, string> {
  const folder = `src/slices/${names.slice}`
  return {
    [`db/migrations/${migration}_${names.slice}.sql`]: migrationText(names),
    [`${folder}/schema.ts`]: schemaText(names),
    [`${folder}/rules.ts`]: rulesText(names),
    [`${folder}/queries.ts`]: queriesText(names),
    [`${folder}/commands.ts`]: commandsText(names),
    [`${folder}/routes.ts`]: routesText(names),
    [`${folder}/${names.slice}-page.tsx`]: pageText(names),
    [`${folder}/${names.slice}.test.ts`]: testText(names),
    [`src/messages/en/${names.slice}.json`]: messagesText(names, [
      'Add',
      'Added.',
      'Name',
      'Nothing has been added here yet. What comes first?',
      'There is one with this name already.',
    ]),
    [`src/messages/es/${names.slice}.json`]: messagesText(names, [
      'Agregar',
      'Agregado.',
      'Nombre',
      'Aquí todavía no hay nada. ¿Qué va primero?',
      'Ya hay uno con este nombre.',
    ]),
  }
}

function migrationText({ noun }: Names): string {
  return `create table ${noun} (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null,
  version int not null default 1,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references unit (tenant_id, id)
);
create index ${noun}_unit on ${noun} (tenant_id, unit_id);
call wall('${noun}');
`
}

function schemaText({ noun, Noun }: Names): string {
  return `import { z } from 'zod'
import { line } from '../../web/fields.ts'

export const ${noun}Form = z.object({ name: line(120) })

export type ${Noun}Form = z.output<typeof ${noun}Form>

export type ${Noun} = { id: string; name: string }
`
}

function rulesText({ slice, noun, Noun }: Names): string {
  return `import type { ${Noun} } from './schema.ts'

/** Why a ${noun} of this name cannot be added, or undefined if it can. */
export function whyNotAdd(name: string, existing: readonly ${Noun}[]) {
  return existing.some((one) => one.name === name) ? '${slice}.name_taken' : undefined
}
`
}

function queriesText({ noun, Noun, Slice }: Names): string {
  return `import type { Tx } from '../../platform/database.ts'
import type { Scope } from '../../access/scope.ts'
import type { ${Noun} } from './schema.ts'

export async function list${Slice}(tx: Tx, scope: Scope, place: { id: string }): Promise<${Noun}[]> {
  return await tx
    .selectFrom('${noun}')
    .select(['id', 'name'])
    .where('tenantId', '=', scope.tenantId)
    .where('unitId', '=', place.id)
    .orderBy('name')
    .execute()
}
`
}

function commandsText({ noun, Noun, Slice }: Names): string {
  return `import type { Db } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { refuse } from '../../platform/problem.ts'
import { record } from '../../access/events.ts'
import { whyNotMay } from '../../access/policy.ts'
import { inTenant, type Scope } from '../../access/scope.ts'
import { list${Slice} } from './queries.ts'
import { whyNotAdd } from './rules.ts'
import type { ${Noun}Form } from './schema.ts'

export async function add${Noun}(db: Db, scope: Scope, place: { id: string; path: readonly string[] }, form: ${Noun}Form): Promise<void> {
  await inTenant(db, scope, async (tx) => {
    refuse(whyNotMay(scope, '${noun}.add', place))
    refuse(whyNotAdd(form.name, await list${Slice}(tx, scope, place)))
    const id = newId(scope.now.getTime())
    await tx
      .insertInto('${noun}')
      .values({ ...form, tenantId: scope.tenantId, id, unitId: place.id, recordedAt: scope.now })
      .execute()
    await record(tx, scope, { verb: '${noun}_added', noun: '${noun}', nounId: id, unitId: place.id, content: form })
  })
}
`
}

function routesText({ slice, noun, Noun, Slice }: Names): string {
  return `import { h } from 'preact'
import { whyNotMay } from '../../access/policy.ts'
import { urls } from '../../urls.ts'
import type { App } from '../../web/app-type.ts'
import type { FormState } from '../../web/form.ts'
import { type PlaceCtx, placePage } from '../../web/page.tsx'
import { add${Noun} } from './commands.ts'
import { list${Slice} } from './queries.ts'
import { ${noun}Form } from './schema.ts'
import { ${Slice}Page } from './${slice}-page.tsx'

export function ${noun}Routes(app: App): void {
  app.get(
    urls.${slice}.pattern,
    placePage((ctx) => show(ctx)),
  )
  app.post(urls.${slice}.pattern, placePage(add))
}

async function show(ctx: PlaceCtx, form?: FormState): Promise<Response> {
  const ${slice} = await list${Slice}(ctx.db, ctx.scope, ctx.place)
  const whyNotAdd = whyNotMay(ctx.scope, '${noun}.add', ctx.place)
  return await ctx.show(h(${Slice}Page, { ${slice}, whyNotAdd, form }), { title: ctx.text('${slice}.title'), status: form ? 422 : 200 })
}

async function add(ctx: PlaceCtx): Promise<Response> {
  const sent = ctx.form(${noun}Form)
  if (!sent.ok) return await show(ctx, sent.form)
  await add${Noun}(ctx.db, ctx.scope, ctx.place, sent.value)
  return ctx.go(ctx.at(urls.${slice}), '${slice}.added')
}
`
}

function pageText({ slice, noun, Noun, Slice }: Names): string {
  return `import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormState } from '../../ui/form-context.ts'
import { usePage } from '../../ui/page-context.tsx'
import { EmptyState, PageHead } from '../../ui/page-parts.tsx'
import { urls } from '../../urls.ts'
import type { ${Noun} } from './schema.ts'

type Props = { ${slice}: ${Noun}[]; whyNotAdd: string | undefined; form?: FormState }

export function ${Slice}Page({ ${slice}, whyNotAdd, form }: Props) {
  const { text, at } = usePage()
  return (
    <>
      <PageHead title={text('${slice}.title')} />
      {${slice}.length === 0 && <EmptyState question={text('${slice}.empty')} />}
      <ul class="lines">
        {${slice}.map((${noun}) => (
          <li key={${noun}.id}>{${noun}.name}</li>
        ))}
      </ul>
      <Form action={at(urls.${slice})} state={form}>
        <TextField name="name" label={text('${slice}.name')} />
        <Button kind="main" whyNot={whyNotAdd}>
          {text('${slice}.add')}
        </Button>
      </Form>
    </>
  )
}
`
}

function testText({ slice, noun, Noun }: Names): string {
  return `import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWorld, type World } from '../../../test/support/world.ts'
import { urls } from '../../urls.ts'

describe('${slice}', () => {
  let world: World
  const at = urls.${slice}({ tenant: 'cedar-valley', place: 'lincoln' })
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  it('are added, and then seen', async () => {
    assert.equal((await world.as('maria').post(at, { name: '${Noun} of ours' })).status, 303)
    assert.match(await (await world.as('maria').get(at)).text(), /${Noun} of ours/)
  })

  it('have a name, and no other ${noun} has it', async () => {
    assert.equal((await world.as('maria').post(at, { name: '' })).status, 422)
    assert.equal((await world.as('maria').post(at, { name: '${Noun} of ours' })).status, 409)
  })

  it('are not there for somebody from elsewhere', async () => {
    assert.equal((await world.as('stranger').get(at)).status, 404)
    assert.equal((await world.as('stranger').post(at, { name: 'Theirs' })).status, 404)
  })
})
`
}

function messagesText({ slice, Slice }: Names, [add, added, name, empty, taken]: string[]): string {
  const messages = { add, added, empty, name, name_taken: taken, title: Slice }
  return `${JSON.stringify(Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${slice}.${key}`, text])), null, 2)}\n`
}

import type { ComponentChildren } from 'preact'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Tag } from '../../ui/marks.tsx'
import { Details, EmptyState, PageHead, Section } from '../../ui/page-parts.tsx'
import { usePage } from '../../ui/page-context.tsx'
import { DescriptionList, Table } from '../../ui/table.tsx'
import { urls } from '../../urls.ts'
import { takesOf } from './board/parts/card.tsx'
import type { Kind, Marks, State } from './kinds/schema.ts'
import { LifeLine } from './life/parts/life-line.tsx'
import { RepurposingCard } from './life/parts/repurposing-card.tsx'
import { UseCard } from './life/parts/use-card.tsx'
import { eventsOf } from './life/rules.ts'
import type { Life } from './life/schema.ts'
import { KindMark } from './parts/kind-mark.tsx'
import { StateMark } from './parts/state-mark.tsx'

/** A resource in the reader's words. */
export type ShownResource = {
  id: string
  kind: Kind
  name: string
  description: string
  state: State
  marks: Marks
  units: string[]
  people: string[]
  circle: 'team' | 'school' | 'district'
  groupLabel: string
  tags: string[]
  links: string[]
  minutesPerWeek: number | null
  peopleCount: number | null
  annualCost: number | null
  fullTimeShare: number | null
}

export type ResourcePageProps = {
  resource: ShownResource
  life: Life
  goals: ReadonlyMap<string, string>
  languages: string[]
  /** Its state for each goal of the place, in the period that is told. */
  byGoal: { goal: string; state: State }[]
  when: string
  whyNot: { use?: string; change?: string; retire?: string; recognize?: string }
  /** The form that is open, with its title. */
  act?: { title: string; form: ComponentChildren }
}

export function ResourcePage(props: ResourcePageProps) {
  const { text, at } = usePage()
  const { resource, life, act, whyNot } = props
  const useHref = `${at(urls.resource, { resource: resource.id }, { do: 'use' })}#act`
  return (
    <>
      <PageHead
        above={
          <div class="row">
            <KindMark kind={resource.kind} />
            <StateMark state={resource.state} />
            {resource.marks.generated && resource.state !== 'generated' && (
              <Tag icon="sprout" kind="soft">
                {text('resources.state_generated')}
              </Tag>
            )}
            {resource.marks.repurposed && resource.state !== 'repurposed' && (
              <Tag icon="refresh-cw" kind="soft">
                {text('resources.state_repurposed')}
              </Tag>
            )}
          </div>
        }
        title={resource.name}
        lead={resource.description || undefined}
        action={act ? undefined : <PutToUse href={useHref} whyNot={whyNot.use} />}
      />
      {act && (
        <Section title={act.title} id="act">
          {act.form}
        </Section>
      )}
      <div class="aside-right">
        <div class="stack stack-loose">
          <Uses {...props} />
          {life.repurposings.length > 0 && (
            <Section title={text('resources.repurposings')}>
              <ul class="lines">
                {life.repurposings.map((one) => (
                  <RepurposingCard resourceId={resource.id} repurposing={one} canAct={!whyNot.use} key={one.id} />
                ))}
              </ul>
            </Section>
          )}
          <Section title={text('resources.life')}>{eventsLine(props)}</Section>
        </div>
        <ResourceAside {...props} />
      </div>
    </>
  )
}

/** The page's one main act; while a form is open, that form's button is it. */
function PutToUse({ href, whyNot }: { href: string; whyNot?: string }) {
  const { text } = usePage()
  const label = text('resources.put_to_use')
  if (!whyNot)
    return (
      <LinkButton kind="main" href={href}>
        {label}
      </LinkButton>
    )
  return (
    <Button kind="main" whyNot={whyNot}>
      {label}
    </Button>
  )
}

function eventsLine({ life, goals, languages }: ResourcePageProps) {
  const events = eventsOf(life)
  return events.length > 0 ? <LifeLine events={events} goals={goals} languages={languages} /> : <NoLife />
}

function NoLife() {
  const { text } = usePage()
  return <p class="soft">{text('resources.no_life_yet')}</p>
}

function Uses({ resource, life, goals, languages, whyNot }: ResourcePageProps) {
  const { text } = usePage()
  const running = life.uses.filter((use) => !use.ending)
  const ended = life.uses.filter((use) => use.ending)
  const card = (use: Life['uses'][number]) => (
    <UseCard
      resourceId={resource.id}
      use={use}
      goal={use.goalId ? goals.get(use.goalId) : undefined}
      languages={languages}
      canAct={!whyNot.use}
      key={use.id}
    />
  )
  return (
    <Section title={text('resources.uses_now')}>
      {running.length > 0 ? (
        <ul class="lines">{running.map(card)}</ul>
      ) : (
        <EmptyState small question={text('resources.unused_question')} example={text('resources.unused_example')} />
      )}
      {ended.length > 0 && (
        <Details summary={text('resources.uses_before', { n: ended.length })}>
          <ul class="lines">{ended.map(card)}</ul>
        </Details>
      )}
    </Section>
  )
}

function ResourceAside({ resource, byGoal, when, whyNot }: ResourcePageProps) {
  const page = usePage()
  const { text, format } = page
  return (
    <aside class="stack stack-loose res-aside">
      <DescriptionList
        facts={[
          { term: text('resources.where'), value: format.list(resource.units) },
          { term: text('resources.who'), value: format.list(resource.people) },
          { term: text('resources.takes'), value: takesOf(resource, page).join(' · ') },
          { term: text('resources.group'), value: resource.groupLabel },
          { term: text('resources.circle'), value: text(`resources.circle_${resource.circle}`) },
          resource.tags.length > 0 && {
            term: text('resources.tags'),
            value: (
              <span class="tags">
                {resource.tags.map((tag) => (
                  <Tag key={tag}>{tag}</Tag>
                ))}
              </span>
            ),
          },
          resource.links.length > 0 && { term: text('resources.links'), value: <Links links={resource.links} /> },
        ]}
      />
      {byGoal.length > 0 && (
        <Table
          caption={text('resources.state_by_goal', { when })}
          columns={[
            { label: text('resources.goal'), cell: (row: { goal: string; state: State }) => row.goal },
            { label: text('resources.state'), cell: (row) => <StateMark state={row.state} size={16} /> },
          ]}
          rows={byGoal}
        />
      )}
      <ResourceActs id={resource.id} whyNot={whyNot} />
    </aside>
  )
}

function Links({ links }: { links: string[] }) {
  return (
    <ul class="res-plain">
      {links.map((link) => (
        <li key={link}>
          <a href={link} rel="noreferrer">
            {link.replace(/^https?:\/\//, '')}
          </a>
        </li>
      ))}
    </ul>
  )
}

function ResourceActs({ id, whyNot }: { id: string; whyNot: ResourcePageProps['whyNot'] }) {
  const { text, at } = usePage()
  const act = (name: string) => `${at(urls.resource, { resource: id }, { do: name })}#act`
  const acts = [
    { label: text('resources.recognize_link'), href: act('recognize'), icon: 'eye' as const, whyNot: whyNot.recognize },
    { label: text('resources.repurpose_link'), href: act('repurpose'), icon: 'refresh-cw' as const, whyNot: whyNot.use },
    { label: text('resources.change'), href: at(urls.resourceEdit, { resource: id }), icon: 'pencil' as const, whyNot: whyNot.change },
    { label: text('resources.retire_link'), href: act('retire'), icon: 'archive' as const, whyNot: whyNot.retire },
  ]
  return (
    <ul class="res-plain stack stack-tight no-print">
      {acts.map(({ label, href, icon, whyNot }) => (
        <li key={label}>
          {whyNot ? (
            <Button icon={icon} size="small" kind="quiet" whyNot={whyNot}>
              {label}
            </Button>
          ) : (
            <a class="res-act" href={href}>
              <Icon name={icon} /> {label}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

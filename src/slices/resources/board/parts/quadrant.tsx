import { Button } from '../../../../ui/button.tsx'
import { TextField } from '../../../../ui/fields.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { FormState } from '../../../../ui/form-context.ts'
import { Count } from '../../../../ui/marks.tsx'
import { EmptyState } from '../../../../ui/page-parts.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { urls } from '../../../../urls.ts'
import type { Kind } from '../../kinds/schema.ts'
import { KIND_LOOKS, KindMark } from '../../parts/kind-mark.tsx'
import { StateMark } from '../../parts/state-mark.tsx'
import { type Group, keptOf, type Quadrant } from '../rules.ts'
import type { View } from '../schema.ts'
import { BoardCard, type Saying } from './card.tsx'
import type { MoveChoices } from './move-form.tsx'

export type Entry = { whyNot?: string; kind?: Kind; form?: FormState }

type QuadrantProps = {
  quadrant: Quadrant
  saying: Saying
  view: View
  entry: Entry
  moving?: MoveChoices
  isFiltered: boolean
}

/** One of the four: what there is, how grown it is, and a line to add to it. */
export function BoardQuadrant({ quadrant, saying, view, entry, moving, isFiltered }: QuadrantProps) {
  const { kind, count, groups } = quadrant
  return (
    <section class={`res-quadrant hue-rule hue-${KIND_LOOKS[kind].hue}`} data-kind={kind} aria-labelledby={`kind-${kind}`}>
      <header>
        <h2 id={`kind-${kind}`}>
          <KindMark kind={kind} size={24} /> <Count n={count} />
        </h2>
        <StateCounts quadrant={quadrant} view={view} />
      </header>
      <EntryLine kind={kind} entry={entry} view={view} />
      {count === 0 && <EmptyQuadrant kind={kind} isFiltered={isFiltered} />}
      {groups.map((group) => (
        <CardGroup group={group} saying={saying} view={view} moving={moving} key={group.label} />
      ))}
    </section>
  )
}

function StateCounts({ quadrant, view }: { quadrant: Quadrant; view: View }) {
  const { at } = usePage()
  const kept = keptOf(view)
  return (
    <ul class="res-states">
      {quadrant.states.map(({ state, count }) => (
        <li key={state}>
          <a href={at(urls.resources, {}, { ...kept, state: kept.state === state ? undefined : state })}>
            <StateMark state={state} count={count} size={16} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function CardGroup({ group, ...rest }: { group: Group; saying: Saying; view: View; moving?: MoveChoices }) {
  return (
    <>
      {group.label && <h3 class="res-group">{group.label}</h3>}
      <ul class="res-cards" data-cards={group.label}>
        {group.cards.map((card) => (
          <BoardCard {...rest} card={card} moving={rest.view.move === card.id ? rest.moving : undefined} key={card.id} />
        ))}
      </ul>
    </>
  )
}

/** One field and Enter; the question is its label. */
function EntryLine({ kind, entry, view }: { kind: Kind; entry: Entry; view: View }) {
  const { text, at } = usePage()
  const kept = keptOf(view)
  const state = entry.kind === kind && entry.form ? entry.form : undefined
  return (
    <Form action={at(urls.resources)} id={`add-${kind}`} kind="line" class="res-entry no-print" state={state} fields={{ kind, ...kept }}>
      <TextField
        name="name"
        label={text(`resources.question_${kind}`)}
        autocomplete="off"
        maxlength={160}
        autofocus={view.added === kind}
      />
      <Button icon="plus" whyNot={entry.whyNot}>
        {text('resources.add')}
      </Button>
    </Form>
  )
}

function EmptyQuadrant({ kind, isFiltered }: { kind: Kind; isFiltered: boolean }) {
  const { text } = usePage()
  if (isFiltered) return <p class="soft">{text('resources.none_here')}</p>
  return <EmptyState small question={text(`resources.empty_${kind}`)} example={text(`resources.example_${kind}`)} />
}

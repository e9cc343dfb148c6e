import { ActionForm, Button, LinkButton } from '../../../../../ui/button.tsx'
import { Popover } from '../../../../../ui/menu.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import { inLanguage } from '../../../rules.ts'
import type { Scale } from '../../../schema.ts'
import { AskedOf } from '../../parts/asked-of.tsx'
import { PartAnswers, PartItems } from '../../parts/part-preview.tsx'
import { isOfBank } from '../../rules.ts'
import { lackingIn } from '../rules.ts'
import type { Draft } from '../schema.ts'

type DraftPartProps = { draft: Draft; scale: Scale; index: number }

/** A part in its order, with what can be done to it. */
export function DraftPart({ draft, scale, index }: DraftPartProps) {
  const { text, language } = usePage()
  const { scales, languages } = draft.document
  const name = inLanguage(scale.name, language) || text('surveys.builder_part_unnamed')
  return (
    <article class="stack stack-tight">
      <h3>{text('surveys.builder_part', { n: index + 1, name })}</h3>
      <p class="small">
        {text(`surveys.builder_is_${scale.kind ?? 'scale'}`)} {isOfBank(scale) && text('surveys.builder_of_bank')}
      </p>
      <AskedOf when={scale.when} part={scale} scales={scales} />
      {scale.items.length > 0 ? <PartItems scale={scale} scales={scales} /> : <p class="needs">{text('surveys.builder_no_questions')}</p>}
      <PartAnswers scale={scale} />
      {lackingIn(scale, languages).map((one) => (
        <p class="needs small" key={one}>
          {text(`surveys.builder_lacks_${one}`)}
        </p>
      ))}
      <Acts draft={draft} scale={scale} name={name} index={index} />
    </article>
  )
}

function Acts({ draft, scale, name, index }: DraftPartProps & { name: string }) {
  const { text, at } = usePage()
  const params = { draft: draft.id, part: scale.key }
  const move = (direction: 'up' | 'down') => (
    <ActionForm
      size="small"
      icon={`arrow-${direction}`}
      iconOnly
      action={at(urls.instrumentDraftMove, params)}
      label={text(`surveys.builder_move_${direction}`, { name })}
      fields={{ direction }}
      version={draft.version}
    />
  )
  return (
    <div class="row-of-acts">
      <LinkButton size="small" href={at(urls.instrumentDraftPart, params)}>
        {text('surveys.builder_change')} <span class="unseen">{name}</span>
      </LinkButton>
      {index > 0 && move('up')}
      {index < draft.document.scales.length - 1 && move('down')}
      <Remove draft={draft} scale={scale} name={name} />
    </div>
  )
}

/** What was written here is asked for once more; a scale of the bank can be taken again. */
function Remove({ draft, scale, name }: Omit<DraftPartProps, 'index'> & { name: string }) {
  const { text, at } = usePage()
  const n = scale.items.length
  const label = text('surveys.builder_remove', { name })
  const act = { action: at(urls.instrumentDraftPartRemoval, { draft: draft.id, part: scale.key }), version: draft.version }
  if (n === 0 || isOfBank(scale)) return <ActionForm {...act} label={label} size="small" kind="quiet" icon="trash-2" iconOnly />
  const id = `remove-${scale.key}`
  return (
    <>
      <Button type="button" popovertarget={id} label={label} size="small" kind="quiet" icon="trash-2" />
      <Popover id={id} title={text('surveys.builder_remove_title', { name })} at="middle">
        <p>{text('surveys.builder_remove_means', { n })}</p>
        <ActionForm {...act} label={text('surveys.builder_remove_sure')} kind="needs" />
      </Popover>
    </>
  )
}

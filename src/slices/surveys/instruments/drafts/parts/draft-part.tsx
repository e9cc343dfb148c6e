import { ActionForm, LinkButton } from '../../../../../ui/button.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { urls } from '../../../../../urls.ts'
import { inLanguage } from '../../../rules.ts'
import type { Scale } from '../../../schema.ts'
import { AskedOf } from '../../parts/asked-of.tsx'
import { PartAnswers, PartItems } from '../../parts/part-preview.tsx'
import { isOfBank } from '../../rules.ts'
import type { Draft } from '../schema.ts'

type DraftPartProps = { draft: Draft; scale: Scale; index: number }

/** A part in its order, with what can be done to it. */
export function DraftPart({ draft, scale, index }: DraftPartProps) {
  const { text, language } = usePage()
  const { scales } = draft.document
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
      <ActionForm
        size="small"
        kind="quiet"
        icon="trash-2"
        iconOnly
        action={at(urls.instrumentDraftPartRemoval, params)}
        label={text('surveys.builder_remove', { name })}
        version={draft.version}
      />
    </div>
  )
}

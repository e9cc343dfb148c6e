import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choices.tsx'
import { DateField, TextArea } from '../../../ui/fields.tsx'
import { Form } from '../../../ui/form.tsx'
import type { FormState } from '../../../ui/form-context.ts'
import { Details, Section, Timeline } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { urls } from '../../../urls.ts'
import { OUTCOMES, type Review } from '../reviews/schema.ts'

type ReviewsProps = {
  strategyId: string
  reviews: readonly Review[]
  today: string
  whyNotWrite: string | undefined
  form: FormState | undefined
}

/** What was decided about the strategy, when, why and on what evidence. */
export function Reviews({ strategyId, reviews, today, whyNotWrite, form }: ReviewsProps) {
  const { text } = usePage()
  return (
    <Section title={text('strategy.reviews')} id="reviews">
      {reviews.length === 0 && <p class="soft">{text('strategy.no_reviews')}</p>}
      {reviews.length > 0 && <ReviewLine reviews={reviews} />}
      <div class="no-print">
        <Details summary={text('strategy.hold_review')} open={Boolean(form)}>
          <ReviewForm strategyId={strategyId} today={today} whyNotWrite={whyNotWrite} form={form} />
        </Details>
      </div>
    </Section>
  )
}

function ReviewLine({ reviews }: { reviews: readonly Review[] }) {
  const { text, format } = usePage()
  const events = reviews.map((review) => ({
    key: review.id,
    when: format.date(review.heldOn),
    datetime: review.heldOn,
    title: text(`strategy.outcome_${review.outcome}`),
    body: (
      <div class="stack stack-tight">
        <p>{review.reason}</p>
        <p class="small">
          <span class="soft">{text('strategy.evidence_was')}</span> {review.evidence}
        </p>
        {review.byName && <p class="soft small">{text('strategy.written_by', { name: review.byName })}</p>}
      </div>
    ),
  }))
  return <Timeline label={text('strategy.reviews')} events={events} />
}

function ReviewForm({ strategyId, today, whyNotWrite, form }: Omit<ReviewsProps, 'reviews'>) {
  const { text, at } = usePage()
  const options = OUTCOMES.map((value) => ({
    value,
    label: text(`strategy.outcome_${value}`),
    hint: text(`strategy.outcome_hint_${value}`),
  }))
  return (
    <Form action={at(urls.strategyReviews, { strategy: strategyId })} id="review" state={form}>
      <DateField name="heldOn" label={text('strategy.held_on')} value={today} max={today} />
      <Choice name="outcome" label={text('strategy.outcome')} options={options} />
      <TextArea name="reason" label={text('strategy.reason')} />
      <TextArea name="evidence" label={text('strategy.evidence')} hint={text('strategy.evidence_hint')} />
      <Button kind="main" whyNot={whyNotWrite}>
        {text('strategy.record_review')}
      </Button>
    </Form>
  )
}

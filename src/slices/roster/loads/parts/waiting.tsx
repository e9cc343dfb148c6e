import { LinkButton } from '../../../../ui/button.tsx'
import { usePage } from '../../../../ui/page-context.tsx'
import { Banner } from '../../../../ui/page-parts.tsx'
import { urls } from '../../../../urls.ts'
import type { ToDecide } from '../schema.ts'

/** What a load leaves to be decided by a person. */
export function Waiting({ toDecide }: { toDecide: ToDecide }) {
  const { text, at } = usePage()
  const { schoolsWithoutLeader, proposals } = toDecide
  return (
    <>
      {schoolsWithoutLeader > 0 && (
        <Banner kind="needs" action={<LinkButton href={at(urls.rosterLeaders)}>{text('roster.say_who_leads')}</LinkButton>}>
          {text('roster.schools_without_leader', { n: schoolsWithoutLeader })}
        </Banner>
      )}
      {proposals > 0 && (
        <Banner action={<LinkButton href={at(urls.rosterUnits)}>{text('roster.see_proposals')}</LinkButton>}>
          {text('roster.proposals_waiting', { n: proposals })}
        </Banner>
      )}
    </>
  )
}

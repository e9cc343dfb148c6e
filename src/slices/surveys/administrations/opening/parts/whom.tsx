import { Choices } from '../../../../../ui/choices.tsx'
import { Fieldset } from '../../../../../ui/form.tsx'
import { Details } from '../../../../../ui/page-parts.tsx'
import { usePage } from '../../../../../ui/page-context.tsx'
import { ASKED_ROLES } from '../../schema.ts'

export type WhomProps = {
  placeName: string
  /** The schools below the place that asks. */
  schools: { id: string; name: string }[]
  /** How many people have a role here. */
  roleCounts: ReadonlyMap<string, number>
  /** Whether the form came back, with its own ticks. */
  came: boolean
}

const USUAL: readonly string[] = ['teacher', 'teacher_leader', 'staff']

/** The roles that are asked, with how many people have them, and of a district the schools. */
export function Whom({ placeName, schools, roleCounts, came }: WhomProps) {
  const { text } = usePage()
  const options = ASKED_ROLES.map((role) => {
    const n = roleCounts.get(role) ?? 0
    return { value: role, label: text('surveys.role_count', { role: text(`surveys.role_${role}`), n }), disabled: n === 0 }
  })
  const usual = options.filter(({ value, disabled }) => !disabled && USUAL.includes(value)).map(({ value }) => value)
  return (
    <Fieldset legend={text('surveys.roles')} title>
      <Choices
        name="roles"
        label={text('surveys.roles_at', { place: placeName })}
        hint={text('surveys.roles_hint')}
        values={came ? [] : usual}
        options={options}
      />
      {schools.length > 1 && <Schools schools={schools} />}
    </Fieldset>
  )
}

/** So many stand in sight; more are unfolded. */
const IN_SIGHT = 12

function Schools({ schools }: Pick<WhomProps, 'schools'>) {
  const { text } = usePage()
  const choices = (
    <Choices
      name="units"
      label={text('surveys.units')}
      hint={text('surveys.units_hint')}
      options={schools.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
  return schools.length > IN_SIGHT ? <Details summary={text('surveys.units_only_some')}>{choices}</Details> : choices
}

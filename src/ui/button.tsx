import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Form } from './form.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { useSay } from './page-context.tsx'

type Look = { kind?: 'main' | 'plain' | 'quiet' | 'needs'; size?: 'small'; icon?: IconName }

type ButtonProps = Look & {
  children?: ComponentChildren
  /** The name of a button that is drawn as an icon alone. */
  label?: string
  /** The reason (key or sentence) why this cannot be done now; the button stays, disabled, with the reason beside it. */
  whyNot?: string
  type?: 'submit' | 'button'
  name?: string
  value?: string
  form?: string
  formaction?: string
  popovertarget?: string
  id?: string
}

export function Button({ whyNot, ...props }: ButtonProps) {
  return whyNot ? <Unavailable {...props} whyNot={whyNot} /> : <PlainButton {...props} />
}

type LinkButtonProps = Look & {
  href: string
  children?: ComponentChildren
  label?: string
  accesskey?: string
  download?: boolean
  /** As for a button: where it leads cannot be reached now, and this is why. */
  whyNot?: string
}

export function LinkButton({ href, children, icon, kind, size, label, whyNot, ...rest }: LinkButtonProps) {
  if (whyNot)
    return (
      <Unavailable type="button" {...{ icon, kind, size, label, whyNot }}>
        {children}
      </Unavailable>
    )
  return (
    <a
      href={href}
      class={lookOf({ kind, size }, !children)}
      aria-label={children ? undefined : label}
      title={children ? undefined : label}
      {...rest}
    >
      <Face icon={icon}>{children}</Face>
    </a>
  )
}

type ActionFormProps = Look & {
  /** Where the button posts to. */
  action: string
  label: string
  /** What goes along, unseen. */
  fields?: Record<string, string | number | undefined>
  version?: number
  whyNot?: string
  /** Draws the icon alone; the label is then its name. */
  iconOnly?: boolean
}

/** One button that posts: a change of state as a form, so that it works before any script does. */
export function ActionForm({ action, label, fields, version, iconOnly, ...look }: ActionFormProps) {
  return (
    <Form action={action} fields={fields} version={version} kind="bare">
      <Button {...look} label={iconOnly ? label : undefined}>
        {iconOnly ? undefined : label}
      </Button>
    </Form>
  )
}

function Unavailable({ whyNot, ...props }: ButtonProps & { whyNot: string }) {
  const id = useId()
  const say = useSay()
  return (
    <span class="act">
      <PlainButton {...props} disabled describedby={id} />
      <span class="why-not" id={id}>
        {say(whyNot)}
      </span>
    </span>
  )
}

function PlainButton({
  children,
  icon,
  kind,
  size,
  label,
  type = 'submit',
  describedby,
  ...rest
}: Omit<ButtonProps, 'whyNot'> & { disabled?: boolean; describedby?: string }) {
  const name = children ? {} : { 'aria-label': label, title: label }
  return (
    <button type={type} class={lookOf({ kind, size }, !children)} aria-describedby={describedby} {...name} {...rest}>
      <Face icon={icon}>{children}</Face>
    </button>
  )
}

/** What points onward stands after the word. */
const onward: IconName[] = ['arrow-right', 'chevron-right', 'chevron-down', 'external-link']

function Face({ icon, children }: { icon?: IconName; children?: ComponentChildren }) {
  const after = icon !== undefined && onward.includes(icon)
  return (
    <>
      {icon && !after && <Icon name={icon} />}
      {children && <span>{children}</span>}
      {icon && after && <Icon name={icon} />}
    </>
  )
}

function lookOf({ kind = 'plain', size }: Look, alone: boolean) {
  return ['button', kind !== 'plain' && `button-${kind}`, size && `button-${size}`, alone && 'button-icon'].filter(Boolean).join(' ')
}

import { StackBar } from '../../../ui/charts/stack-bar.tsx'
import { Section } from '../../../ui/page-parts.tsx'
import { usePage } from '../../../ui/page-context.tsx'
import { DescriptionList } from '../../../ui/table.tsx'
import type { ScaleReading, Shares } from '../reports/schema.ts'
import { inLanguage } from '../rules.ts'
import { VALUES } from '../schema.ts'

/** A scale: how the answers lie, then their mean, then how far to trust it. */
export function ScaleReport({ reading }: { reading: ScaleReading }) {
  const { text, language } = usePage()
  const { scale, said } = reading
  return (
    <Section title={inLanguage(scale.name, language)}>
      <p class="soft">{inLanguage(scale.purpose, language)}</p>
      {said ? <Said reading={reading} said={said} /> : <p>{text('surveys.too_few_to_say')}</p>}
    </Section>
  )
}

function Said({ reading, said }: { reading: ScaleReading; said: NonNullable<ScaleReading['said']> }) {
  const { text, format } = usePage()
  const figure = (value: number) => format.number(value, 2)
  const between = (low: number, high: number) => text('surveys.between', { low: figure(low), high: figure(high) })
  const { reliability } = said
  return (
    <>
      {said.shares ? <Distribution shares={said.shares} /> : <p>{text('surveys.distribution_few')}</p>}
      <DescriptionList
        facts={[
          {
            term: text('surveys.mean', { most: reading.scale.answers?.length ?? VALUES.length }),
            value: `${figure(said.mean)} (${between(said.lower, said.upper)})`,
          },
          {
            term: text('surveys.alpha'),
            value: reliability
              ? `${figure(reliability.alpha)} (${between(reliability.lower, reliability.upper)})`
              : text('surveys.alpha_few'),
          },
          { term: text('surveys.people'), value: format.number(reading.n) },
        ]}
      />
    </>
  )
}

function Distribution({ shares }: { shares: Shares }) {
  const { text } = usePage()
  const part = (band: keyof Shares, hue: 1 | 2 | 3) => {
    const share = shares[band]
    return share === undefined ? [] : [{ label: text(`surveys.share_${band}`), value: Math.round(10 * share), hue }]
  }
  const sentence = text('surveys.distribution', { n: Math.round(10 * shares.high) })
  return <StackBar sentence={sentence} parts={[...part('low', 2), ...part('middle', 1), ...part('high', 3)]} />
}

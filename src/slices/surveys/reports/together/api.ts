import { z } from 'zod'
import type { SaidTogether } from '../schema.ts'

const figure = z.number().nullable()

const correlationFields = {
  one: z.string().meta({ description: 'The key of a part.' }),
  other: z.string().meta({ description: 'The key of a later part.' }),
  correlation: z.number().meta({ description: 'Pearson’s r.' }),
  lower: figure.meta({ description: 'Fisher’s interval of 95 %.' }),
  upper: figure,
}

export const correlationsJson = z.object({
  staff: z
    .array(
      z.object({
        ...correlationFields,
        n: figure.meta({ description: 'How many have both scores; null where the figure is rounded.' }),
        step: figure.meta({ description: 'The correlation is to the nearest step; null where it is exact.' }),
      }),
    )
    .meta({ description: 'Over people, between their scores; of thirty people or more who have both.' }),
  school_means: z
    .array(z.object({ ...correlationFields, schools: z.number().int() }))
    .meta({ description: 'Over all schools below, between their means, each school counting once; not what holds between people.' }),
})

/** How the parts go together, as the API hands it out. */
export function correlationsOf(together: readonly SaidTogether[]): z.input<typeof correlationsJson> {
  const keys = ({ one, other }: SaidTogether) => ({ one: one.key, other: other.key })
  return {
    staff: together.flatMap((pair) => {
      if (!pair.people) return []
      const { value, ...rest } = pair.people
      return [{ ...keys(pair), correlation: value, ...rest }]
    }),
    school_means: together.flatMap((pair) => {
      if (!pair.schools) return []
      const { value, count, ...rest } = pair.schools
      return [{ ...keys(pair), correlation: value, schools: count, ...rest }]
    }),
  }
}

/** What came of using the others: new resources, with the uses that they grew from. */
export const GENERATED = [
  {
    from: ['wednesday'],
    kind: 'tools',
    on: 130,
    by: 'noor',
    en: 'One page for looking at pupils’ work together',
    es: 'Una página para mirar juntos el trabajo del alumnado',
    reason: 'Written down after the third meeting, when we noticed that we always asked the same four questions.',
  },
  {
    from: ['talks', 'explain'],
    kind: 'knowledge',
    on: 160,
    by: 'tomas',
    en: 'What grade 5 hopes that grade 4 will bring',
    es: 'Lo que quinto espera que traiga cuarto',
    reason: 'Came up when both grades led the same number talk.',
  },
  {
    from: ['team'],
    kind: 'structures',
    on: 180,
    by: 'maria',
    en: 'A learning walk in the first week of each month',
    es: 'Un recorrido de aprendizaje en la primera semana de cada mes',
    reason: 'The team wanted to see the talks and not only hear of them.',
  },
  {
    from: ['fourfive'],
    kind: 'relationships',
    on: 210,
    by: 'lucia',
    en: 'Doors stay open while somebody watches',
    es: 'Las puertas siguen abiertas mientras alguien observa',
    reason: 'After two visits nobody asked any more whether it was for evaluation.',
  },
] as const

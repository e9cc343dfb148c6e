import type { Kind } from '../../../src/slices/resources/schema.ts'

/** What happens to a resource later in the year. */
export type Fate = 'named' | 'unnamed' | 'used' | 'well_used' | 'repurposed' | 'retired'

export type Item = {
  key: string
  kind: Kind
  en: string
  es: string
  aboutEn?: string
  aboutEs?: string
  by: string
  on: number
  fate: Fate
  minutes?: number
  people?: number
  held?: string[]
  group?: string
}

/** What Lincoln knows and the tools that it has, as its team named them over the autumn. Ravi and Dana, who are not of the school, saw some that nobody there had named. */
export const KNOWN_AND_TOOLS: readonly Item[] = [
  {
    key: 'talks',
    kind: 'knowledge',
    en: 'How Lucia leads number talks',
    es: 'Cómo Lucia dirige las charlas numéricas',
    aboutEn: 'Ten minutes in which pupils compare ways of thinking before anybody writes.',
    aboutEs: 'Diez minutos en los que el alumnado compara formas de pensar antes de escribir.',
    by: 'tomas',
    on: 12,
    fate: 'well_used',
    held: ['lucia'],
  },
  {
    key: 'reading',
    kind: 'knowledge',
    en: 'What June knows of early reading trouble',
    es: 'Lo que June sabe de las dificultades al empezar a leer',
    by: 'june',
    on: 12,
    fate: 'named',
    held: ['june'],
  },
  {
    key: 'explain',
    kind: 'knowledge',
    en: 'Ben’s way of asking for a second explanation',
    es: 'La manera en que Ben pide una segunda explicación',
    by: 'ben',
    on: 14,
    fate: 'used',
    held: ['ben'],
  },
  {
    key: 'data',
    kind: 'knowledge',
    en: 'Reading the district’s fraction tasks item by item',
    es: 'Leer una por una las tareas de fracciones del distrito',
    by: 'noor',
    on: 14,
    fate: 'named',
    held: ['noor'],
  },
  {
    key: 'coach',
    kind: 'knowledge',
    en: 'Noor’s years as a mathematics coach',
    es: 'Los años de Noor como asesora de matemáticas',
    by: 'maria',
    on: 15,
    fate: 'well_used',
    held: ['noor'],
  },
  {
    key: 'languages',
    kind: 'knowledge',
    en: 'Which languages our families think in',
    es: 'En qué idiomas piensan nuestras familias',
    by: 'ravi',
    on: 40,
    fate: 'unnamed',
  },
  {
    key: 'models',
    kind: 'knowledge',
    en: 'Showing fractions on a number line first',
    es: 'Mostrar primero las fracciones en una recta',
    by: 'lucia',
    on: 20,
    fate: 'named',
    held: ['lucia', 'tomas'],
  },
  {
    key: 'tickets',
    kind: 'tools',
    en: 'Exit tickets for fractions',
    es: 'Boletos de salida sobre fracciones',
    aboutEn: 'One question at the end of a lesson; three minutes to write, two to sort.',
    aboutEs: 'Una pregunta al final de la clase; tres minutos para escribir, dos para ordenar.',
    by: 'tomas',
    on: 12,
    fate: 'well_used',
  },
  {
    key: 'tiles',
    kind: 'tools',
    en: 'Fraction tiles from the storeroom',
    es: 'Fichas de fracciones del almacén',
    by: 'ben',
    on: 16,
    fate: 'repurposed',
  },
  {
    key: 'camera',
    kind: 'tools',
    en: 'A camera for filming one’s own lesson',
    es: 'Una cámara para grabar la propia clase',
    by: 'noor',
    on: 16,
    fate: 'named',
  },
  {
    key: 'cards',
    kind: 'tools',
    en: 'Mathematics word cards in two languages',
    es: 'Tarjetas de palabras matemáticas en dos idiomas',
    by: 'lucia',
    on: 18,
    fate: 'used',
  },
  {
    key: 'oldtests',
    kind: 'tools',
    en: 'The old benchmark tests',
    es: 'Las antiguas pruebas de referencia',
    by: 'tomas',
    on: 18,
    fate: 'retired',
  },
  {
    key: 'folder',
    kind: 'tools',
    en: 'The shared folder of unit plans',
    es: 'La carpeta compartida de planes de unidad',
    by: 'june',
    on: 21,
    fate: 'named',
  },
  {
    key: 'board',
    kind: 'tools',
    en: 'Whiteboards for every pupil',
    es: 'Pizarras para cada estudiante',
    by: 'dana',
    on: 42,
    fate: 'unnamed',
  },
]

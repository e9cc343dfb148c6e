import { z } from 'zod'

/** Control characters say nothing on a page, and PostgreSQL refuses NUL and half a letter (a lone surrogate). */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
}

/** One line of text that must be there. */
export function line(max = 200) {
  return z
    .string()
    .transform((text) => cleaned(text).replace(/\s+/g, ' '))
    .pipe(z.string().min(1).max(max))
}

/** One line of text that may be empty. */
export function optionalLine(max = 200) {
  return z
    .string()
    .default('')
    .transform((text) => cleaned(text).replace(/\s+/g, ' '))
    .pipe(z.string().max(max))
}

/** Several lines of text that must be there. */
export function paragraph(max = 4000) {
  return z.string().transform(cleaned).pipe(z.string().min(1).max(max))
}

/** Several lines of text that may be empty. */
export function optionalParagraph(max = 4000) {
  return z.string().default('').transform(cleaned).pipe(z.string().max(max))
}

/** A day, `YYYY-MM-DD`, of a time in which there are schools; PostgreSQL has no year 0. */
export const day = z.iso.date().refine((text) => text >= '1900-01-01' && text < '2200-01-01', { error: 'web.not_a_day' })

/** A day that may be left empty. */
export const optionalDay = orEmpty(day)

/** A whole number from a form. */
export function wholeNumber(min: number, max: number) {
  return z.preprocess(asNumber, z.number().int().min(min).max(max))
}

/** A whole number that may be left empty. */
export function optionalWholeNumber(min: number, max: number) {
  return orEmpty(wholeNumber(min, max))
}

/** A number from a form; a decimal comma is read as a point. */
export function decimal(min: number, max: number) {
  return z.preprocess(asNumber, z.number().min(min).max(max))
}

/** A number that may be left empty. */
export function optionalNumber(min: number, max: number) {
  return orEmpty(decimal(min, max))
}

/** An identifier, as the program writes it: two spellings of one would pass for two. */
export const id = z.uuid().toLowerCase()

/** An identifier that may be left empty. */
export const optionalId = orEmpty(id)

/** Boxes of one name, none, one or several of them ticked. */
export function several<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]), z.array(item))
}

/** The version of the row that the person had before them. */
export const version = wholeNumber(1, 2_000_000_000)

/** What a form leaves empty is nothing, not an empty text. */
function orEmpty<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => (value === '' || value === undefined ? null : value), item.nullable())
}

function asNumber(value: unknown): unknown {
  if (typeof value !== 'string' || value.trim() === '') return value
  return Number(value.trim().replace(',', '.'))
}

import { broughtFrom } from './rules.ts'
import { readLss } from './limesurvey/rules.ts'
import { readSurveyJs } from './surveyjs/rules.ts'
import type { Brought, Reading, Refusal } from './schema.ts'
import { openWorkbook } from './workbook/queries.ts'
import { readXlsform } from './xlsform/rules.ts'

/** What will be made of a file of somebody else's; which of the three kinds it is, its first letters say. */
export async function readQuestionnaire(name: string, bytes: Buffer, language: string): Promise<Brought> {
  return broughtFrom(await read(name, bytes, language))
}

async function read(name: string, bytes: Buffer, language: string): Promise<Reading> {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    const sheets = await openWorkbook(bytes)
    return sheets ? readXlsform(sheets, language) : nothing(name, 'readable')
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (text.startsWith('{')) return readSurveyJs(text, language)
  if (text.startsWith('<')) return readLss(text)
  return nothing(name, 'file_kind')
}

function nothing(name: string, expected: Refusal['expected']): Reading {
  return { title: {}, questions: [], refusals: [{ at: name, found: '', expected, loses: 'file' }] }
}

import assert from 'node:assert/strict'
import { urls } from '../../src/urls.ts'
import { idIn, LINCOLN } from './asked-staff.ts'
import type { World } from './world.ts'

type Fields = Record<string, string | string[]>

/** A questionnaire that Maria builds at Lincoln; its forms are sent with the version that their page had, as a browser would. */
export function draftingIn(open: () => World) {
  let draft = ''
  let version = 1
  const at = () => ({ ...LINCOLN, draft })
  const post = async (url: string, fields: Fields = {}) => await open().as('maria').post(url, fields)
  async function change(url: string, fields: Fields = {}): Promise<Response> {
    const answer = await post(url, { ...fields, version: String(version) })
    if (answer.status === 303) version += 1
    return answer
  }
  return {
    at,
    post,
    change,
    version: () => String(version),
    page: async (url = urls.instrumentDraft(at())) => await (await open().as('maria').get(url)).text(),
    /** Begins another one, from which on everything is about that. */
    async begin(url: string, fields: Fields = {}): Promise<void> {
      draft = idIn(await post(url, fields), 'drafts')
      version = 1
    },
    async newPart(kind: string, fields: Fields): Promise<string> {
      const added = await change(urls.instrumentDraftParts(at()), { kind })
      const part = /parts\/(\w+)/.exec(added.headers.get('location') ?? '')?.[1] ?? ''
      assert.equal((await change(urls.instrumentDraftPart({ ...at(), part }), fields)).status, 303)
      return part
    },
  }
}

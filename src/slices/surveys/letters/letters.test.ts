import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { inspect } from 'node:util'
import type { Email } from 'postal-mime'
import { LINCOLN, surveysIn } from '../../../../test/support/asked-staff.ts'
import { linkIn } from '../../../../test/support/letters.ts'
import { type Mailbox, openMailbox } from '../../../../test/support/smtp.ts'
import { openWorld, type World } from '../../../../test/support/world.ts'
import { smtpMail } from '../../../platform/mail.ts'
import { urls } from '../../../urls.ts'
import { sendSurveyLetters, sendSurveyReminders } from './commands.ts'
import { languageFor } from './rules.ts'

/** Seven in the morning in California, as planned. */
const at = (day: string) => ({ now: () => new Date(`${day}T14:00:00Z`) })

describe('reminders', () => {
  let world: World
  let surveys: ReturnType<typeof surveysIn>
  let box: Mailbox
  let survey: string
  let people: string[]
  const first = new Map<string, string>()
  const texts: string[] = []
  before(async () => {
    world = await openWorld()
    surveys = surveysIn(world)
    box = await openMailbox()
    people = await surveys.hire('lincoln', 6)
    await surveys.rows("update person set language = 'es' where email = 'teacher.1.lincoln@cedar-valley.example'")
    survey = await surveys.open('maria', 'lincoln', { roles: 'teacher', reminders: ['2026-10-09', '2026-10-13', '2026-10-16'] })
    for (const letter of await letters(() => sendSurveyLetters(post(), of()))) {
      texts.push(letter.text ?? '')
      first.set(addressOf(letter), linkIn({ text: letter.text ?? '' }))
    }
  })
  after(async () => {
    await box.close()
    await world.close()
  })

  const of = (id = survey) => ({ tenantId: world.ids.tenants['cedar-valley'], surveyId: id })
  const post = (clock: { now(): Date } = world.clock) => ({
    ...world.deps,
    clock,
    mail: smtpMail({ url: box.url, from: 'groundwork@cedar-valley.example' }),
  })
  const remind = async (day: string, id = survey) => await letters(() => sendSurveyReminders(post(at(day)), of(id)))
  async function letters(act: () => Promise<void>): Promise<Email[]> {
    const before = box.letters.length
    await act()
    return box.letters.slice(before).map(({ email }) => email)
  }
  const addressOf = (email: Email) => email.to?.[0]?.address ?? ''
  const teacher = (number: number) => `teacher.${number}.lincoln@cedar-valley.example`
  const textTo = (sent: Email[], address: string) => sent.find((one) => addressOf(one) === address)?.text ?? ''

  it('follow a first letter in the language of each person, where the survey has it', () => {
    assert.equal(first.size, 8)
    const languages = [teacher(0), teacher(1)].map((address) => /lang=(..)/.exec(first.get(address) ?? '')?.[1])
    assert.deepEqual(languages, ['en', 'es'])
    assert.ok(
      texts.every((text) => /^(Good morning,|Buenos días:)\n\nLincoln /.test(text)),
      texts.join('\n'),
    )
    assert.equal(languageFor({ language: 'es', languages: ['en'] }), 'en')
    assert.equal(languageFor({ language: null, languages: ['es', 'en'] }), 'es')
  })

  it('do not leave before their day', async () => {
    assert.deepEqual(await remind('2026-10-08'), [])
  })

  it('go to those alone from whom no answer came, and say what the program knows', async () => {
    assert.equal((await surveys.answer(first.get(teacher(0)) ?? '', [4])).status, 303)
    const sent = await remind('2026-10-09')
    assert.equal(sent.length, 7)
    assert.equal(textTo(sent, teacher(0)), '')
    assert.match(textTo(sent, teacher(2)), /knows whether an answer came, and only that\. It does not know which answer it was/)
    assert.match(textTo(sent, teacher(1)), /sabe si llegó una respuesta, y solo eso/)
    assert.match(sent[0]?.subject ?? '', /October 20|20 de octubre/)
  })

  it('leave once, however often the job runs', async () => {
    assert.deepEqual(await remind('2026-10-09'), [])
    assert.deepEqual(await remind('2026-10-12'), [])
  })

  it('bring a link of their own, beside which the first works too, for one answer', async () => {
    const sent = await remind('2026-10-13')
    const second = linkIn({ text: textTo(sent, teacher(2)) })
    assert.notEqual(second, first.get(teacher(2)))
    assert.equal((await surveys.answer(first.get(teacher(2)) ?? '', [2])).status, 303)
    assert.equal((await surveys.answer(second, [5])).status, 409)
    const third = linkIn({ text: textTo(sent, teacher(3)) })
    assert.equal((await surveys.answer(third, [5])).status, 303)
    assert.equal((await surveys.answer(first.get(teacher(3)) ?? '', [1])).status, 409)
  })

  it('go on where a fault stopped them, and one refused letter keeps nobody else from theirs', async () => {
    const sends = post(at('2026-10-16'))
    let failures = 0
    const mail = {
      send: async (letter: Parameters<typeof sends.mail.send>[0]) => {
        if (letter.to === teacher(4) && failures++ === 0) throw new Error('refused')
        await sends.mail.send(letter)
      },
    }
    const before = box.letters.length
    await assert.rejects(sendSurveyReminders({ ...sends, mail }, of()), /refused/)
    assert.equal(box.letters.length - before, 4)
    const [links] = await surveys.rows<{ n: number }>('select count(*)::int as n from survey_link where reminder = 3')
    assert.equal(links?.n, 4)
    await sendSurveyReminders({ ...sends, mail }, of())
    const rest = box.letters.slice(before + 4).map(({ email }) => addressOf(email))
    assert.deepEqual(rest, [teacher(4)])
  })

  it('tell the queue that one was refused and not whose, which would say who has not answered', async () => {
    const id = await surveys.open('maria', 'lincoln', { roles: 'teacher', reminders: ['2026-10-09'] })
    const send = async ({ to }: { to: string }) => {
      throw Object.assign(new Error(`550 <${to}> unknown`), { code: 'EENVELOPE', responseCode: 550, rejected: [to] })
    }
    const fault: unknown = await sendSurveyReminders({ ...post(at('2026-10-09')), mail: { send } }, of(id)).catch((error: unknown) => error)
    assert.match(inspect(fault, { depth: 9, showHidden: true }), /refused\. EENVELOPE 550/)
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /@|teacher\.\d/)
  })

  it('stop where an answer comes while letters are leaving', async () => {
    const id = await surveys.open('maria', 'lincoln', { roles: 'teacher', reminders: ['2026-10-09'] })
    const links = new Map(
      (await letters(() => sendSurveyLetters(post(), of(id)))).map((one) => [addressOf(one), linkIn({ text: one.text ?? '' })]),
    )
    const told: string[] = []
    const mail = {
      send: async ({ to }: { to: string }) => {
        told.push(to)
        if (told.length > 1) return
        for (const [address, link] of links) if (address !== to) assert.equal((await surveys.answer(link, [3])).status, 303)
      },
    }
    await sendSurveyReminders({ ...post(at('2026-10-09')), mail }, of(id))
    assert.equal(told.length, 1)
  })

  it('never go to somebody who has left, nor after the close', async () => {
    const id = await surveys.open('maria', 'lincoln', { roles: 'teacher', reminders: ['2026-10-09', '2026-10-13'] })
    await letters(() => sendSurveyLetters(post(), of(id)))
    await surveys.rows("update person set ended_on = '2026-10-08' where id = $1", [people[4]])
    await surveys.rows("update membership set ends_on = '2026-10-08' where person_id = $1", [people[5]])
    const sent = await remind('2026-10-09', id)
    assert.equal(sent.length, 6)
    assert.deepEqual(
      [4, 5].map((number) => textTo(sent, teacher(number))),
      ['', ''],
    )
    await world.as('maria').post(urls.surveyClosure({ ...LINCOLN, survey: id }))
    assert.deepEqual(await remind('2026-10-13', id), [])
    assert.deepEqual(await remind('2026-10-21'), [])
  })

  it('keep nothing but the link, and show nobody whom they went to', async () => {
    const columns = await surveys.rows<{ name: string }>(
      "select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'survey_link'",
    )
    assert.deepEqual(columns.map(({ name }) => name).toSorted(), ['id', 'invitation_id', 'reminder', 'tenant_id', 'token_hash'])
    const page = await (await world.as('maria').get(urls.survey({ ...LINCOLN, survey }))).text()
    assert.doesNotMatch(page, /Given\d|teacher\.\d/)
  })
})

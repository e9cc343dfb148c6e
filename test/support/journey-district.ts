import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { urls } from '../../src/urls.ts'
import { followLink, hear, look, openWalker, pressButton, type Walker, type Way } from './journey.ts'
import { repository } from './server.ts'
import type { Mailbox } from './smtp.ts'
import { zip } from './zip.ts'

export const DISTRICT = { name: 'Cedar Ridge Unified', slug: 'cedar-ridge', school: 'Alder ES' } as const

const PASSWORD = 'nine herons over the mill pond'

const BELLS = ['1,Mon,08:15,09:05', '1,Tue,08:15,09:05', '2,Mon,09:10,10:00', '2,Tue,09:10,10:00', 'Lunch,Mon,10:00,10:40,no']

export type RosterPerson = { name: string; email: string; org: string; role: string }

/** The roster as its files stand: the shared set where it is there, else this project's own copy. Namesakes at one school are left out. */
export function readRoster(): { archive: Buffer; withGrades: Buffer; people: RosterPerson[] } {
  const shared = join(repository, '../shared/data/oneroster/synthetic_v1p1_good')
  const folder = existsSync(shared) ? shared : join(repository, 'test/fixtures/oneroster/synthetic_v1p1_good')
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  const users: Record<string, string>[] = parse(files.find(({ name }) => name === 'users.csv')?.bytes ?? '', { columns: true, bom: true })
  const staff = users.filter((user) => ['administrator', 'teacher', 'aide'].includes(user['role'] ?? ''))
  const people = staff.map((user) => ({
    name: `${user['givenName']} ${user['familyName']}`,
    email: user['email'] ?? '',
    org: user['orgSourcedIds'] ?? '',
    role: user['role'] ?? '',
  }))
  const namesakes = Map.groupBy(people, (person) => `${person.org} ${person.name}`)
  return {
    archive: zip(files),
    withGrades: zip(files.map(withGrades)),
    people: people.filter((person) => namesakes.get(`${person.org} ${person.name}`)?.length === 1),
  }
}

/** The same export once somebody has filled in which grade the classes of a school are. */
function withGrades(file: { name: string; bytes: Buffer }) {
  if (file.name !== 'classes.csv') return file
  return { ...file, bytes: Buffer.from(file.bytes.toString().replaceAll(/^(K-S01-\d+,,,[^,]*),,/gm, '$1,04,')) }
}

/** Seen before it is applied, applied, and the report read. */
export async function loadRoster(admin: Walker, address: string, archive: Buffer): Promise<void> {
  const { page } = admin
  await page.goto(address + urls.roster({ tenant: DISTRICT.slug }))
  await look(admin)
  await page.getByLabel('OneRoster file').setInputFiles({ name: 'roster.zip', mimeType: 'application/zip', buffer: archive })
  await pressButton(admin, 'See what it would change')
  await hear(admin, 'What this load would do')
  await look(admin)
  await pressButton(admin, 'Apply this load')
  await hear(admin, 'Applied. The report stays here.')
  await look(admin)
}

/** The classes show who teaches a grade together; what fits is taken over by a click. */
export async function acceptGrades(admin: Walker): Promise<void> {
  await followLink(admin, 'See them')
  await look(admin)
  await pressButton(admin, 'Set up Grade 4')
  await hear(admin, 'Done. Its teachers are members now.')
  await look(admin)
}

/** A roster calls principals administrators; a person says who leads. */
export async function nameLeader(admin: Walker, leader: string): Promise<void> {
  const { page } = admin
  await followLink(admin, 'Say who leads')
  await look(admin)
  await page.getByLabel(`Who leads ${DISTRICT.school}?`).selectOption({ label: leader })
  await pressButton(admin, 'Make them principals')
  await hear(admin, 'Done. They can see their schools now.')
  await look(admin)
}

/** Gives somebody of the roster a role where the roster does not say it, and sends the invitation. */
export async function invite(admin: Walker, address: string, person: RosterPerson, role?: [role: string, place: string]): Promise<void> {
  const { page } = admin
  await page.goto(address + urls.adminPeople({ tenant: DISTRICT.slug }))
  await page.getByLabel(/^Name or e-mail/).fill(person.email)
  await pressButton(admin, 'Find')
  await page.waitForURL(/q=/)
  await followLink(admin, person.name)
  if (role) {
    await page.getByLabel('Role', { exact: true }).selectOption({ label: role[0] })
    await page.getByLabel('Place', { exact: true }).selectOption({ label: role[1] })
    await pressButton(admin, 'Give this role')
    await page.getByRole('cell', { name: role[1] }).first().waitFor()
  }
  await look(admin)
  await followLink(admin, 'Invite to sign in')
  await look(admin)
  await pressButton(admin, 'Send the invitation')
  await hear(admin, 'The invitation is on its way.')
}

/** The link of the invitation that came by mail. */
export async function invitationOf(mailbox: Mailbox, person: RosterPerson): Promise<string> {
  return linkIn((await mailbox.letterTo(person.email)).text)
}

export function linkIn(text: string | undefined): string {
  return /https?:\/\/\S+/.exec(text ?? '')?.[0] ?? ''
}

/** Follows an invitation, chooses a password, and is in. */
export async function comeIn(browser: Browser, name: string, invitation: string, way: Way): Promise<Walker> {
  const walker = await openWalker(browser, name, way)
  await walker.page.goto(invitation)
  await look(walker)
  await walker.page.getByLabel('New password').fill(PASSWORD)
  await pressButton(walker, 'Accept the invitation')
  await hear(walker, 'Welcome. You can begin.')
  await look(walker)
  return walker
}

/** The principal says when which period is, from a file. */
export async function uploadBells(leader: Walker): Promise<void> {
  const { page } = leader
  await page.goto(`${page.url().replace(/\/in\/([^/?#]+).*/, '/in/$1')}/schedule`)
  await look(leader)
  const csv = ['period,weekday,begins_at,ends_at,teaching', ...BELLS].join('\n')
  await page.getByLabel('File').setInputFiles({ name: 'bells.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await pressButton(leader, 'Replace the schedule')
  await hear(leader, 'The schedule is replaced.')
  await look(leader)
}

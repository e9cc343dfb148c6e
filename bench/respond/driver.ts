// A process of its own, so that it does not take time from the one who answers: opens links and answers them, so many at once.
import { Agent, request } from 'node:http'
import { repeatable } from '../../db/demo/repeatable.ts'
import { urls } from '../../src/urls.ts'
import { QUESTIONS, tokenOf } from './people.ts'

/** What a drive found; durations in milliseconds. */
export type Driven = { flows: number; seconds: number; p50: number; p95: number; failed: string[] }

const [address = '', survey = '', first = '0', count = '0', atOnce = '1'] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: Number(atOnce) })
const last = Number(first) + Number(count)
const durations: number[] = []
const failed = new Set<string>()
let next = Number(first)

const begun = performance.now()
await Promise.all(Array.from({ length: Number(atOnce) }, answerOneAfterTheOther))
const seconds = (performance.now() - begun) / 1000
durations.sort((a, b) => a - b)
const at = (share: number) => durations[Math.floor(share * durations.length)] ?? 0
const driven: Driven = { flows: durations.length, seconds, p50: at(0.5), p95: at(0.95), failed: [...failed] }
process.stdout.write(JSON.stringify(driven))
agent.destroy()

async function answerOneAfterTheOther(): Promise<void> {
  while (next < last) {
    const number = next++
    const path = urls.respond({ token: tokenOf(survey, number) })
    const start = performance.now()
    const page = await ask('GET', path)
    const sent = await ask('POST', path, answersOf(number))
    durations.push(performance.now() - start)
    if (page !== 200 || sent !== 303) failed.add(`${page} ${sent}`)
  }
}

/** All questions, by a fixed seed. */
function answersOf(number: number): string {
  const random = repeatable(number)
  return Array.from({ length: QUESTIONS }, (_, at) => `q${at}=${1 + Math.floor(5 * random())}`).join('&')
}

async function ask(method: 'GET' | 'POST', path: string, body?: string): Promise<number> {
  const headers: Record<string, string> = { 'accept-encoding': 'gzip, deflate, br', 'accept-language': 'en' }
  if (body) headers['content-type'] = 'application/x-www-form-urlencoded'
  return await new Promise((resolve, reject) => {
    const asking = request(address + path, { method, agent, headers }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode ?? 0))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

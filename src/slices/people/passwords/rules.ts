import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../../../web/sign-in.ts'
import { COMMON_PHRASES, COMMON_WORDS, RUNS } from './blocklist/schema.ts'

/** What somebody who guesses would try first: words about the person and the program. */
export type About = { email: string; name: string }

/** Why a password cannot be chosen, after NIST SP 800-63B-4: length and what is commonly guessed, no rules of composition. */
export function whyNotPassword(password: string, about: About) {
  const length = [...password].length
  if (length < PASSWORD_MIN_LENGTH) return 'people.password_short'
  if (password.length > PASSWORD_MAX_LENGTH) return 'people.password_long'
  const readings = readingsOf(password)
  const own = ownWords(about)
  if (isRepetition(password) || readings.some(isRun)) return 'people.password_pattern'
  if (readings.some((plain) => isMadeOf(plain, own, own.length))) return 'people.password_about_you'
  const common = [...own, ...COMMON_WORDS]
  if (readings.some((plain) => COMMON_PHRASES.has(plain.replace(/\d/g, '')) || isMadeOf(plain, common, WORDS_OF_A_GUESS)))
    return 'people.password_common'
  return undefined
}

// Four words from a list of this length are a fair passphrase; three are a guess.
const WORDS_OF_A_GUESS = 3
const STAND_INS: Record<string, string> = { '@': 'a', $: 's', '!': 'i', 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/** Letters and digits without case and accents: as typed, with signs read as letters, and with digits read so as well. */
function readingsOf(password: string): string[] {
  const text = unaccented(password)
  const signs = text.replace(/[@$!]/g, (sign) => STAND_INS[sign] ?? sign)
  const digits = signs.replace(/[013457]/g, (digit) => STAND_INS[digit] ?? digit)
  return [text, signs, digits].map((reading) => reading.replace(/[^\p{L}\p{N}]/gu, ''))
}

function unaccented(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** One piece of up to five characters again and again, or hardly any different characters at all. */
function isRepetition(password: string): boolean {
  const all = [...password]
  if (new Set(all).size <= 3) return true
  return [4, 5].some((size) => all.every((character, index) => character === all[index % size]))
}

/** At least four fifths lie on one run of a keyboard, an alphabet or of counting. */
function isRun(plain: string): boolean {
  const enough = Math.ceil(plain.length * 0.8)
  const backwards = [...plain].reverse().join('')
  return RUNS.some((run) => longestShared(plain, run) >= enough || longestShared(backwards, run) >= enough)
}

function longestShared(text: string, run: string): number {
  let longest = 0
  for (let start = 0; start < text.length; start++) {
    while (run.includes(text.slice(start, start + longest + 1)) && start + longest < text.length) longest++
  }
  return longest
}

function ownWords({ email, name }: About): string[] {
  const parts = [...email.split(/[@.+_-]/), ...name.split(/\s+/), email.replace(/@.*/, ''), email]
  const own = parts.map((part) => unaccented(part).replace(/[^\p{L}\p{N}]/gu, '')).filter((part) => part.length >= 3)
  return [...own, 'groundwork']
}

/** Whether nothing is left once so many different words, and the digits between them, are taken away. */
function isMadeOf(plain: string, words: readonly string[], most: number): boolean {
  return /\D/.test(plain) && isSpelt(plain, { words, most, tried: new Set() }, [])
}

// `tried` keeps words that contain each other from being tried in every combination.
type Spelling = { words: readonly string[]; most: number; tried: Set<string> }

function isSpelt(text: string, spelling: Spelling, used: readonly string[]): boolean {
  if (used.length > spelling.most) return false
  const rest = text.replace(/^\d+/, '')
  if (rest === '') return true
  const state = `${rest.length} ${used.toSorted().join(' ')}`
  if (spelling.tried.has(state)) return false
  spelling.tried.add(state)
  return spelling.words.some((word) => rest.startsWith(word) && isSpelt(rest.slice(word.length), spelling, [...new Set([...used, word])]))
}

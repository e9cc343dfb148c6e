import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
// Containers often have 64 MB there, which a handful of databases fill.
const ENOUGH_BYTES = 2 * 1024 ** 3

/**
 * Where databases lie that nobody keeps. A new one writes a thousand files: on some disks that takes half a second of processor time, in
 * memory a twentieth of it. The size of the whole decides and not what is free, so that all test files choose the same folder.
 */
export function quickFolder(): string {
  return isRoomy(MEMORY) ? MEMORY : tmpdir()
}

function isRoomy(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { blocks, bsize } = statfsSync(folder)
    return blocks * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}

// Unpacks Chromium into TMPDIR, which is where its package unpacks to; run as a process so that TMPDIR is ours alone.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflate } from '@sparticuz/chromium'

const packed = join(fileURLToPath(import.meta.resolve('@sparticuz/chromium')), '../../bin')
for (const name of ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']) await inflate(join(packed, name))

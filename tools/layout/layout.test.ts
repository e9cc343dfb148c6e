import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findFaults } from './faults.ts'
import { source } from './sources.ts'

type Planted = [what: string, path: string, text: string, expected: RegExp]

const planted: Planted[] = [
  ['the floor importing a slice', 'src/web/a.ts', "import { x } from '../slices/goals/rules.ts'", /floor knows no slice/],
  ['platform importing web', 'src/platform/a.ts', "import { x } from '../web/page.tsx'", /never back/],
  ['access importing web, even a type', 'src/access/a.ts', "import type { X } from '../web/page.tsx'", /never back/],
  ['a later slice', 'src/slices/goals/rules.ts', "import { x } from '../resources/rules.ts'", /later slice/],
  ["another slice's commands", 'src/slices/goals/jobs.ts', "import { x } from '../votes/commands.ts'", /only schema, rules, queries, part/],
  ['a page reading by itself', 'src/slices/goals/goal-page.tsx', "import { x } from './queries.ts'", /function of its data/],
  [
    "a page using an earlier slice's query",
    'src/slices/goals/goal-page.tsx',
    "import { x } from '../votes/queries.ts'",
    /only schema, rules, part/,
  ],
  ['an import over several lines', 'src/slices/goals/goal-page.tsx', "import {\n  x,\n} from './queries.ts'", /function of its data/],
  ['a rule that asks the database', 'src/slices/goals/rules.ts', "import { sql } from 'kysely'", /no I\/O/],
  ['a slice importing the app', 'src/slices/goals/routes.ts', "import { x } from '../../app.ts'", /below app\.ts/],
  ['ui with a slice in it', 'src/ui/a.tsx', "import { x } from '../slices/goals/rules.ts'", /another product/],
  ['an address that knows more', 'src/urls.ts', "import { x } from './ui/format.ts'", /know nothing else/],
  ['measures leaning on the program', 'packages/measures/src/a.ts', "import { x } from '../../../src/urls.ts'", /stand alone/],
  ['a query in a route', 'src/slices/goals/routes.ts', "tx.selectFrom('goal')", /belong in queries/],
  ['a write in queries', 'src/slices/goals/queries.ts', "tx.insertInto('goal')", /belongs in commands/],
  ['a file outside the vocabulary', 'src/slices/goals/goal-store.ts', '', /vocabulary/],
  ['a name that says nothing', 'src/platform/utils.ts', '', /says nothing/],
  ['a slice not in the list', 'src/slices/gaols/rules.ts', '', /slice-order/],
  ['a long file', 'src/platform/a.ts', '\n'.repeat(301), /301 lines/],
  ['an assertion without its reason', 'src/platform/a.ts', 'const x = y as Row', /line 1 overrules/],
  ['a claim that something is there without its reason', 'src/platform/a.ts', 'call()\nconst x = y!.z', /line 2 overrules/],
  ['a lint exception without its reason', 'src/platform/a.ts', '// oxlint-disable-next-line no-console', /line 1 overrules/],
  ['a second reader of the environment', 'src/platform/a.ts', 'process.env.PORT', /only src\/main\.ts/],
]

describe('the layout check', () => {
  for (const [what, path, text, expected] of planted)
    it(`finds ${what}`, () => {
      assert.match(findFaults([source(path, text)]).join('\n'), expected)
    })

  it('finds a cycle, through types as well', () => {
    const one = source('src/platform/a.ts', "import { b } from './b.ts'")
    const other = source('src/platform/b.ts', "import type { A } from './a.ts'")
    assert.match(findFaults([one, other]).join('\n'), /a\.ts → src\/platform\/b\.ts → src\/platform\/a\.ts: an import cycle/)
  })

  it('accepts what the rules allow', () => {
    const fine = [
      source(
        'src/slices/goals/goal-page.tsx',
        "import { x } from '../votes/parts/spread.tsx'\nimport { y } from './rules.ts'\nimport { z } from '../../ui/form.tsx'",
      ),
      source(
        'src/slices/goals/commands.ts',
        "import { x } from '../votes/commands.ts'\nimport { y } from '../../access/events.ts'\ntx.insertInto('goal')",
      ),
      source(
        'src/slices/goals/steps/rules.ts',
        "import { x } from '@groundwork/measures'\nimport type { Tx } from '../../../platform/database.ts'",
      ),
    ]
    const reasoned =
      "const x = y as Row // the query asks for it\nconst known = ['a'] as const\n// As said above.\nconst z = y!.z\nsql`select x as Name`"
    assert.deepEqual(findFaults([...fine, source('src/platform/a.ts', reasoned)]), [])
  })
})

import { LANGUAGES } from '../../messages/text.ts'
import type { Framework, FrameworkDocument, ToldFramework, ToldVariable, VariableChoices, VariableRef } from './schema.ts'

/** What is wrong with a document, a sentence each: for whoever writes the migration that publishes it. */
export function faultsIn(document: FrameworkDocument, variableKeys: readonly string[]): string[] {
  return [...keyFaults(document, variableKeys), ...linkFaults(document), ...wordFaults(document)]
}

/** A framework in the reader's language, each variable under its step and beside those that it is linked with. */
export function tell({ document, ...framework }: Framework, language: string): ToldFramework {
  const { title, summary, source, linksNote, steps, variables } = document
  const told = variables.map((one) => ({
    step: one.step,
    key: one.key,
    title: inLanguage(one.title, language),
    description: inLanguage(one.description, language),
    ...linkedWith(document, one.key),
  }))
  return {
    ...framework,
    source,
    title: inLanguage(title, language),
    summary: inLanguage(summary, language),
    linksNote: inLanguage(linksNote, language),
    steps: steps.map(({ key, place, title }) => ({
      key,
      place,
      title: inLanguage(title, language),
      variables: told.filter((one) => one.step === key).map(({ step: _, ...variable }) => variable),
    })),
  }
}

/** A variable of the frameworks as they stand now, with the framework and the step that it belongs to. */
export function findTold(frameworks: readonly ToldFramework[], of: VariableRef) {
  const framework = frameworks.find((one) => one.key === of.framework)
  const step = framework?.steps.find((one) => one.variables.some(({ key }) => key === of.variable))
  const variable = step?.variables.find(({ key }) => key === of.variable)
  return framework && step && variable ? { framework, step, variable } : undefined
}

/** The variables as one chooses among them: by their steps, which name their framework where there are several. */
export function choicesOf(frameworks: readonly ToldFramework[]): VariableChoices[] {
  const isNamed = frameworks.length > 1
  return frameworks.flatMap((framework) =>
    framework.steps.map((step) => ({
      label: isNamed ? `${framework.title}: ${step.title}` : step.title,
      options: step.variables.map(({ key, title }) => ({ value: refText({ framework: framework.key, variable: key }), label: title })),
    })),
  )
}

/** A variable in one word, as forms and addresses carry it. */
export function refText({ framework, variable }: VariableRef): string {
  return `${framework}/${variable}`
}

function linkedWith({ links }: FrameworkDocument, key: string): Pick<ToldVariable, 'restsOn' | 'carries' | 'together'> {
  const below = links.filter((link) => link.to === key).map((link) => link.from)
  const above = links.filter((link) => link.from === key).map((link) => link.to)
  return {
    restsOn: below.filter((one) => !above.includes(one)),
    carries: above.filter((one) => !below.includes(one)),
    together: below.filter((one) => above.includes(one)),
  }
}

function inLanguage(texts: Record<string, string>, language: string): string {
  return texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? ''
}

function keyFaults({ steps, variables }: FrameworkDocument, variableKeys: readonly string[]): string[] {
  const stepKeys = steps.map(({ key }) => key)
  const own = variables.map(({ key }) => key)
  return [
    ...twice(stepKeys).map((key) => `The step "${key}" is there twice.`),
    ...twice(own).map((key) => `The variable "${key}" is there twice.`),
    ...variables
      .filter(({ step }) => !stepKeys.includes(step))
      .map(({ key, step }) => `"${key}" stands in the step "${step}", which is none.`),
    ...steps.filter(({ key }) => !variables.some(({ step }) => step === key)).map(({ key }) => `The step "${key}" has no variable.`),
    ...variableKeys.filter((key) => !own.includes(key)).map((key) => `"${key}" is missing, and measures may refer to it.`),
    ...own
      .filter((key) => !variableKeys.includes(key))
      .map((key) => `"${key}" is not among the framework's variables, so no measure could refer to it.`),
  ]
}

function linkFaults({ variables, links }: FrameworkDocument): string[] {
  const own = new Set(variables.map(({ key }) => key))
  const ends = links.flatMap(({ from, to }) => [from, to])
  return [
    ...[...new Set(ends)].filter((end) => !own.has(end)).map((end) => `A link ends at "${end}", which is no variable.`),
    ...links.filter(({ from, to }) => from === to).map(({ from }) => `"${from}" is linked with itself.`),
    ...twice(links.map(({ from, to }) => `${from} → ${to}`)).map((link) => `The link ${link} is there twice.`),
  ]
}

function wordFaults(document: FrameworkDocument): string[] {
  const { title, summary, linksNote, steps, variables } = document
  const told = [
    { of: 'the title', texts: title },
    { of: 'the summary', texts: summary },
    { of: 'the note on links', texts: linksNote },
    ...steps.map((step) => ({ of: `the step "${step.key}"`, texts: step.title })),
    ...variables.flatMap((one) => [one.title, one.description].map((texts) => ({ of: `"${one.key}"`, texts }))),
  ]
  return told.flatMap(({ of, texts }) => LANGUAGES.filter((language) => !texts[language]).map((language) => `No "${language}" for ${of}.`))
}

function twice(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
}

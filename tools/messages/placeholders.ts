import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage'

/** The names that a message wants values for, sorted; throws where the message is not ICU. */
export function placeholdersOf(message: string): string[] {
  return [...new Set(namesIn(compileMessageOrThrow(message)))].sort()
}

function namesIn(tokens: CompiledMessage): string[] {
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return []
    const [name, , choices] = token
    return [name, ...(isChoices(choices) ? Object.values(choices).flatMap(namesInChoice) : [])]
  })
}

/** A choice is a compiled message; `offset` stands among them as a number. */
function namesInChoice(choice: unknown): string[] {
  return Array.isArray(choice) ? namesIn(choice) : []
}

function isChoices(format: unknown): format is Record<string, unknown> {
  return typeof format === 'object' && format !== null
}

/** The language of a letter: the person's where the survey can be answered in it, or else the first that it has. */
export function languageFor({ language, languages }: { language: string | null; languages: readonly string[] }): string {
  return language && languages.includes(language) ? language : (languages[0] ?? 'en')
}

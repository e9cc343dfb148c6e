/** Columns of the survey sheet that are read; the rest is refused by name, in the cell or at the head. */
export const READ_COLUMNS = ['type', 'name', 'label', 'purpose', 'reversed', 'kind', 'relevant', 'relevance']

/** Columns whose cells would change who is asked, or what: a question with one of them is not the same without it. */
export const DECISIVE_COLUMNS: Record<string, 'everybody' | 'text_alone' | 'plain_text'> = {
  choice_filter: 'everybody',
  constraint: 'everybody',
  calculation: 'plain_text',
  image: 'text_alone',
  'media::image': 'text_alone',
  audio: 'text_alone',
  'media::audio': 'text_alone',
  video: 'text_alone',
  'media::video': 'text_alone',
}

/** Columns of the settings that say something about the file alone. */
export const READ_SETTINGS = ['form_title', 'form_id', 'version', 'default_language', 'purpose', 'allow_choice_duplicates']

export const READ_CHOICES = ['list_name', 'name', 'label']

/** The icons that the product uses, by their Lucide names; `node tools/make-icons.ts` draws them into icons.generated.ts. */
export const iconNames = [
  'archive', 'arrow-down', 'arrow-left', 'arrow-right', 'arrow-up', 'arrow-up-down', 'bell', 'blocks', 'book-open', 'brain', 'building-2', 'calendar-clock',
  'calendar-days', 'chart-line', 'check', 'chevron-down', 'chevron-left', 'chevron-right', 'chevrons-up-down', 'circle-alert', 'circle-dot', 'circle-help', 'clock',
  'compass', 'copy', 'download', 'ellipsis', 'external-link', 'eye', 'file-text', 'filter', 'flag', 'footprints', 'git-branch', 'globe', 'graduation-cap',
  'grip-vertical', 'hammer', 'hand', 'handshake', 'history', 'house', 'inbox', 'info', 'key-round', 'landmark', 'languages', 'layers', 'layout-grid', 'lightbulb',
  'link', 'list', 'lock', 'lock-open', 'log-out', 'mail', 'mail-open', 'map', 'messages-square', 'milestone', 'minus', 'moon', 'move', 'network', 'paperclip',
  'pencil', 'plus', 'printer', 'refresh-cw', 'route', 'scale', 'school', 'search', 'send', 'settings', 'share-2', 'shield-check', 'sprout', 'sun', 'table-2', 'tag',
  'target', 'timer', 'trash-2', 'triangle-alert', 'undo-2', 'upload', 'user-plus', 'user-round', 'users', 'vote', 'wrench', 'x',
] as const

export type IconName = (typeof iconNames)[number]

/** The pages of a signed-in viewer, in the order of their menu and tabs. */
export const viewerPages = [
  { page: 'inbox', href: '/me/inbox', label: 'Inbox' },
  { page: 'repositories', href: '/me', label: 'Repositories' },
  { page: 'board', href: '/me/board', label: 'Board' },
  { page: 'settings', href: '/me/settings', label: 'Settings' },
] as const

export type ViewerPage = (typeof viewerPages)[number]['page']

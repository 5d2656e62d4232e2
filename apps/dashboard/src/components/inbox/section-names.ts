/** The sections of the inbox, the most urgent first. */
export const inboxSections = [
  { id: 'awaiting-response', title: 'Awaiting first response' },
  { id: 'review-requested', title: 'Review requested' },
  { id: 'changes-requested', title: 'Changes requested' },
  { id: 'approved', title: 'Approved but not merged' },
  { id: 'stale', title: 'Stale' },
] as const

export type InboxSectionId = (typeof inboxSections)[number]['id']

/** The path of the inbox. */
export const INBOX_PATH = '/me/inbox'

/** The viewer's own sections, each of which is a search. */
export const MAX_OWN_SECTIONS = 3

/** Ends a page's reads before proxies and visitors give up, so that the page can report the failure. */
export const PAGE_DEADLINE_MS = 4000

/** Longer than a page's deadline, because programs wait longer than people do. */
export const API_DEADLINE_MS = 8000

/** Shorter than the timeout of GitHub's image proxy, which is a few seconds. */
export const IMAGE_DEADLINE_MS = 3500

/** Ends the reads of a social card, so that time is left to render what is known. */
export const SOCIAL_CARD_DEADLINE_MS = 1000

/** Programs that preview links wait for two seconds or so; after that the card of the site is sent. */
export const MAX_SOCIAL_CARD_MS = 1800

/** Short, because a visitor watches while the lesson's requests fail. */
export const LESSON_DEADLINE_MS = 3000

/** Tells clients when to request a page again that GitHub did not respond to, if it names no time. */
export const RETRY_AFTER_SECONDS = 30

/** `Retry-After` of a page that is rejected because too many requests are queued. */
export const OVERLOAD_RETRY_AFTER_SECONDS = 5

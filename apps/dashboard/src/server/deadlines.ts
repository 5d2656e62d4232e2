/** A page is sent with what is there by then, so that it can still report a failure itself. */
export const PAGE_DEADLINE_MS = 4000

/** Programs wait longer than people do. */
export const API_DEADLINE_MS = 8000

/** Image proxies give up after a few seconds. */
export const BADGE_DEADLINE_MS = 3500

/** A lesson about failures has to end while its reader is still watching. */
export const LESSON_DEADLINE_MS = 3000

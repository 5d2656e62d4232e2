/** Who has signed in, as `/api/session` says it; empty for nobody. */
export type SignedIn = { login: string; avatarUrl: string | null } | Record<string, never>

/** The response of `/api/session`: the signed-in viewer, or empty. */
export type SignedIn = { login: string; avatarUrl: string | null } | Record<string, never>

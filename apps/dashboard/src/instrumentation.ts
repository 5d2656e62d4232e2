/** Runs once when a server starts. */
export async function register(): Promise<void> {
  // Next builds this file for the Edge Runtime too, which cannot end a process.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkEnv } = await import('#server/check-env.ts')
    checkEnv()
  }
}

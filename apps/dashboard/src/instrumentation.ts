import type { Instrumentation } from 'next'

/** Runs once when a server starts. */
export async function register(): Promise<void> {
  // Next builds this file for the Edge Runtime too, which cannot end a process.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { start } = await import('#server/process/start.ts')
    await start()
    const { checkRequests } = await import('#server/check-requests.ts')
    // `next dev` has endpoints of its own, which receive POST.
    if (process.env.NODE_ENV === 'production') checkRequests()
  }
}

/** Logs an error of this site; pages handle GitHub's failures themselves. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#server/process/log.ts')
    const { name, message } =
      error instanceof Error ? error : { name: 'Error', message: String(error) }
    log({ event: 'error', route: context.routePath, path: request.path, name, message })
  }
}

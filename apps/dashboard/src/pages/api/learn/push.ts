import type { PageConfig } from 'next'
import { canPush, pushCommit } from '#lessons/push-commit.server.ts'
import { log } from '#server/process/log.ts'
import { serveForm } from '#server/serve-form.ts'
import { lessons } from '#tutorial/lessons.ts'

export const config = { api: { bodyParser: false } } satisfies PageConfig

/** Pushes a commit at the sample GitHub. With any other GitHub, the address does not exist. */
export default serveForm(async (_req, res) => {
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  if (!canPush()) return res.status(404).send('There is no sample GitHub to push to.\n')
  try {
    const id = await pushCommit()
    return res.redirect(303, `${lessons.revalidation.path}?push=${id}#result`)
  } catch (error) {
    log({ event: 'push', message: error instanceof Error ? error.message : String(error) })
    return res.status(503).send('The sample GitHub does not respond.\n')
  }
})

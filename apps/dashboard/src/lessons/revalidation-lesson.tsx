import { Banner } from '@repo/ui/banner'
import { Button } from '@repo/ui/button'
import { DataTable } from '@repo/ui/data-table'
import Link from 'next/link'
import { ClockTime } from '#components/clock-time.tsx'
import { repoPath } from '#components/repo/paths.ts'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import { isrLessonFor } from '#tutorial/lessons.ts'
import type { Reading } from './example-repo.server.ts'
import styles from './lesson.module.css'
import type { ChangedPage, Push, Visit } from './push-commit.server.ts'
import { PushTime } from './push-time.tsx'
import { ResponseLog } from './response-log.tsx'
import type { SharedCache } from './shared-cache.server.ts'

type RevalidationLessonProps = {
  reading: Reading
  push: Push | null
  pushing: 'possible' | 'needs-secret' | 'needs-sample'
  hasRedis: boolean
  sharedCache: SharedCache | null
}

/** The lesson about a push that every layer learns of at once. */
export function RevalidationLesson(props: RevalidationLessonProps) {
  const { reading, push, pushing } = props
  const hasScripts = useHasScripts()
  return (
    <>
      <p>
        The last push to <Link href={repoPath(reading.fullName)}>{reading.fullName}</Link>, as this
        page knows it:{' '}
        <strong>
          <PushTime time={reading.pushedAt} />
        </strong>
        . Caches may store the page for 11 minutes. A webhook removes it as soon as there is a new
        commit.
      </p>
      {pushing === 'possible' ? (
        <form action="/api/learn/push" method="post">
          <Button>Push a commit</Button>
        </form>
      ) : (
        <HowToPush pushing={pushing} fullName={reading.fullName} />
      )}

      <h2 id="result">What a push changes</h2>
      {push ? <PushResult {...props} push={push} /> : <PushPreview pushing={pushing} />}

      <h2>Two functions, two ways</h2>
      <ul>
        <li>
          <strong>
            <code>getStaticProps</code>
          </strong>
          : Next stores{' '}
          <Link href={isrLessonFor(reading.fullName).path} prefetch={false}>
            the ISR page
          </Link>{' '}
          itself, so it can replace it. The webhook calls <code>res.revalidate</code> with its path,
          and Next renders the page again. If that fails, the old page stays.
        </li>
        <li>
          <strong>
            <code>getServerSideProps</code>
          </strong>
          : Next stores nothing, so there is nothing that it could revalidate. The page tells the
          shared cache in a tag what it shows, and the webhook tells the cache to remove that tag.
        </li>
      </ul>
      <p>
        Both read the same stored data. So the webhook marks that data as stale first: otherwise
        both would be rendered from old data, and stored again.
      </p>

      <h2>Request it again</h2>
      <p>
        The page is stored again now. Request it a few times, push a commit, and compare the time at
        which it was rendered.
      </p>
      <div className={styles.responseLog}>{hasScripts && <ResponseLog />}</div>
    </>
  )
}

function HowToPush({
  pushing,
  fullName,
}: {
  pushing: RevalidationLessonProps['pushing']
  fullName: string
}) {
  if (pushing === 'needs-secret') {
    return (
      <Banner tone="info" title="This server accepts no webhooks">
        Start it with <code>WEBHOOK_SECRET</code>, the output of <code>openssl rand -hex 32</code>,
        or use <code>pnpm dev</code>, which has one.
      </Banner>
    )
  }
  return (
    <Banner tone="info" title="This server reads GitHub itself">
      Only the sample GitHub takes commits from a button. Here, add a webhook to a repository of
      yours, as <a href="/learn/on-demand-revalidation">the chapter</a> describes, open its page,
      push a commit, and reload. {fullName} shows its next push in the same way if its owner has
      added the webhook.
    </Banner>
  )
}

function PushPreview({ pushing }: { pushing: RevalidationLessonProps['pushing'] }) {
  return (
    <p>
      {pushing === 'possible' ? 'Push a commit, and this table fills: ' : 'In this order: '}
      GitHub reports the commit to the webhook of this site, the stored data becomes stale, Next
      renders the ISR page again, the shared cache removes both pages, and the next visitor gets the
      new commit.
    </p>
  )
}

function PushResult(props: RevalidationLessonProps & { push: Push }) {
  const { push } = props
  return (
    <>
      <p role="status">
        Commit <code>{push.sha.slice(0, 7)}</code> was pushed at <ClockTime time={push.pushedAt} />.{' '}
        {push.page.milliseconds === null
          ? 'The next visitor did not get it in time: the lifetimes of the caches apply.'
          : `The next visitor got it ${push.page.milliseconds} ms later.`}
      </p>
      <DataTable
        label="Layers"
        columns={['Layer', 'Before', 'After', 'ms']}
        rows={layersOf(props).map(({ name, before, after, milliseconds }) => ({
          key: name,
          name,
          cells: [before, after, milliseconds ?? '–'],
        }))}
      />
      <p>
        Each time is in milliseconds since the push. Events within 100 ms are purged together, so a
        purge takes at least that long.
      </p>
    </>
  )
}

type Layer = { name: string; before: string; after: string; milliseconds: number | null }

function layersOf({
  push,
  hasRedis,
  sharedCache,
}: RevalidationLessonProps & { push: Push }): Layer[] {
  const { steps, page, isrPage, sha, webhookStatus } = push
  const commit = `commit ${sha.slice(0, 7)}`
  return [
    { name: 'Sample GitHub', before: showPush(page.before), after: commit, milliseconds: 0 },
    {
      name: 'Webhook',
      before: 'waits',
      after: webhookStatus === null ? 'not delivered' : `received, status ${webhookStatus}`,
      milliseconds: steps.received,
    },
    {
      name: 'Stored data in memory',
      before: 'fresh',
      after: steps.marked === null ? 'marked by another instance' : 'stale',
      milliseconds: steps.marked,
    },
    hasRedis
      ? { name: 'Redis', before: 'no mark', after: 'has the mark', milliseconds: steps.marked }
      : { name: 'Redis', before: 'none', after: 'set REDIS_URL', milliseconds: null },
    {
      name: 'ISR page, stored by Next',
      before: showPush(isrPage.before),
      after: 'rendered by res.revalidate',
      milliseconds: steps.regenerated,
    },
    sharedCacheLayer(push, sharedCache),
    visitorLayer('Next visitor of this page', page),
    visitorLayer('Next visitor of the ISR page', isrPage),
  ]
}

function sharedCacheLayer({ steps, page }: Push, sharedCache: SharedCache | null): Layer {
  if (sharedCache === null) {
    return {
      name: 'Shared cache in front',
      before: 'none',
      after: 'run pnpm preview nginx | varnish',
      milliseconds: null,
    }
  }
  return {
    name: `Shared cache in front: ${sharedCache}`,
    before: showCache(page.before),
    after: steps.purged === null ? 'not purged: 5 s old at most' : 'purged',
    milliseconds: steps.purged,
  }
}

function visitorLayer(name: string, { before, after, milliseconds }: ChangedPage): Layer {
  const show = (visit: Visit) => [showPush(visit), showCache(visit)].filter(Boolean).join(', ')
  return { name, before: show(before), after: show(after), milliseconds }
}

function showPush({ pushedAt }: Visit): string {
  return pushedAt === null ? 'unknown' : `push of ${pushedAt.slice(11, 19)}`
}

function showCache({ cacheStatus, age }: Visit): string {
  return [cacheStatus, age !== null && `age ${age} s`].filter(Boolean).join(', ')
}

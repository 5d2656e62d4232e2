import { Button } from '@repo/ui/button'
import { Stat, StatList } from '@repo/ui/stat'
import Link from 'next/link'
import { useRouter } from 'next/router'
import { ClockTime } from '#components/clock-time.tsx'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import styles from './lesson.module.css'
import { RouterLog } from './router-log.tsx'

type NavigationLessonProps = { renderedAt: string; requestKind: 'document' | 'data' }

const lessonPath = '/learn/navigation'

/** The lesson about ways to navigate, each of which leads to this page again. */
export function NavigationLesson({ renderedAt, requestKind }: NavigationLessonProps) {
  const { asPath, pathname } = useRouter()
  // The server encodes the query differently, and does not receive the fragment.
  const path = useHasScripts() ? asPath : pathname
  return (
    <>
      <StatList label="This page">
        <Stat label="Rendered at" value={<ClockTime time={renderedAt} />} />
        <Stat label="Request" value={requestKind} />
        <Stat label="Path" value={<code>{path}</code>} />
      </StatList>
      <RouterLog />

      <h2>Links</h2>
      <ul>
        <li>
          <Link href={`${lessonPath}?by=link`}>A link</Link>: one request for the props, as JSON,
          from <code>/_next/data</code>. The browser loads no document, and getServerSideProps runs
          as for a document.
        </li>
        <li>
          <a href={`${lessonPath}?by=document`}>
            A plain <code>&lt;a&gt;</code>
          </a>
          : the browser loads the document again, with all of its HTML.
        </li>
        <li>
          <Link href={`${lessonPath}?by=shallow`} shallow>
            A shallow link
          </Link>
          : another URL of the same page. The props and the state of the page stay, and the router
          makes no request. It makes one if you go back to that URL from another page.
        </li>
        <li>
          <Link href="#what-the-router-does">A link to a section of the page</Link>: no request.
        </li>
        <li>
          <Link href={`${lessonPath}?pace=slow`}>A slow page</Link>: its getServerSideProps waits
          two seconds. The previous page stays, and a progress bar shows at the top.
        </li>
      </ul>
      <RouterButtons />

      <h2 id="what-the-router-does">How the router works</h2>
      <ul>
        <li>
          It requests the data of a page with <code>getServerSideProps</code> on the click, not
          before. For visible links it prefetches only the script of the page.
        </li>
        <li>It does not cache props: Back and Forward request them again.</li>
        <li>
          A navigation that is replaced by another ends with <code>routeChangeError</code> and{' '}
          <code>cancelled: true</code>. Its response still arrives, and is ignored.
        </li>
        <li>
          If a data request fails, the browser loads the document instead, and its status shows what
          went wrong.
        </li>
      </ul>
    </>
  )
}

function RouterButtons() {
  const router = useRouter()
  const hasScripts = useHasScripts()
  if (!hasScripts) return <div className={styles.routerButtons} />

  async function replaceSlowNavigation() {
    const slow = router.push(`${lessonPath}?pace=slow`)
    // Without a delay, the second navigation starts before the router has begun the first.
    await new Promise((resolve) => setTimeout(resolve, 500))
    await Promise.all([slow, router.push(`${lessonPath}?by=replacing`)])
  }

  return (
    <div className={styles.routerButtons}>
      <h2>Navigation from code</h2>
      <p className={styles.buttons}>
        <Button onClick={() => router.push(`${lessonPath}?by=push`)}>router.push</Button>
        <Button onClick={() => router.replace(router.asPath, undefined, { scroll: false })}>
          Refresh: router.replace(router.asPath)
        </Button>
        <Button onClick={replaceSlowNavigation}>Start a slow navigation, then replace it</Button>
      </p>
      <p>
        <code>push</code> does what a link does. Replace the current URL with itself to request new
        props: the page and its state stay, and no history entry is added.
      </p>
    </div>
  )
}

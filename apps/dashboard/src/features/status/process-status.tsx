import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import type { Status } from './process-status.server.ts'

/** What this server remembers, and what went wrong last. */
export function ProcessStatus({ status }: { status: Status }) {
  return (
    <>
      {status.isTokenRejected && (
        <Banner tone="warning" title="GitHub refuses this server’s token">
          Public data is read without it, which GitHub answers far less often. Check{' '}
          <code>GITHUB_TOKEN</code>.
        </Banner>
      )}
      <ThisServer status={status} />
      <Answers status={status} />
      <Store status={status} />
      <LastErrors errors={status.lastErrors} />
    </>
  )
}

function ThisServer({ status: { buildId } }: { status: Status }) {
  const hasScripts = useHasScripts()
  const inBrowser = hasScripts ? window.__NEXT_DATA__.buildId : '–'
  return (
    <Panel title="This server">
      <Rows>
        <Row main="Build" end={<code>{buildId ?? inBrowser}</code>} />
      </Rows>
    </Panel>
  )
}

function Answers({ status: { lookups } }: { status: Status }) {
  const total = Object.values(lookups).reduce((sum, count) => sum + count, 0)
  const asked = lookups.miss + lookups.revalidated
  return (
    <Panel title="Answers since the start">
      <Rows>
        <Row main="Remembered and fresh" end={<Count value={lookups.hit} />} />
        <Row main="Remembered and old" end={<Count value={lookups.stale} />} />
        <Row main="Waited with another reader" end={<Count value={lookups.coalesced} />} />
        <Row main="Unchanged at GitHub (304)" end={<Count value={lookups.revalidated} />} />
        <Row main="Read anew" end={<Count value={lookups.miss} />} />
        <Row
          main="Answered without asking GitHub"
          end={total === 0 ? 'nothing yet' : `${Math.round(((total - asked) / total) * 100)} %`}
        />
      </Rows>
    </Panel>
  )
}

function Store({ status: { store, shared } }: { status: Status }) {
  return (
    <Panel title="Store">
      <Rows>
        <Row main="Entries in memory" end={<Count value={store.entries} />} />
        <Row main="Kilobytes in memory" end={<Count value={Math.round(store.bytes / 1000)} />} />
        <Row main="Kilobytes at most" end={<Count value={Math.round(store.maxBytes / 1000)} />} />
        <Row main="Shared by Redis" end={shared ? 'yes' : 'no'} />
      </Rows>
    </Panel>
  )
}

function LastErrors({ errors }: { errors: Status['lastErrors'] }) {
  return (
    <Panel title="Last errors">
      {errors.length === 0 ? (
        <PanelMessage>GitHub has answered everything.</PanelMessage>
      ) : (
        <Rows>
          {errors.map(({ at, kind, path }, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: two errors may be alike in all that they say
              key={index}
              main={`${kind}: ${path}`}
              end={<Timestamp date={at} format="datetime" />}
            />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

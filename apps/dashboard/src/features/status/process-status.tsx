import { Banner } from '@repo/ui/banner'
import { Count } from '@repo/ui/count'
import { Row, Rows } from '@repo/ui/list-rows'
import { Panel, PanelMessage } from '@repo/ui/panel'
import { Timestamp } from '@repo/ui/timestamp'
import { useHasScripts } from '#components/shell/use-has-scripts.ts'
import type { ProcessState } from './process-status.server.ts'

/** This server's build, cache, store and last errors. */
export function ProcessStatus({ status }: { status: ProcessState }) {
  return (
    <>
      {status.isTokenRejected && (
        <Banner tone="warning" title="GitHub rejected the server’s token">
          Public data is requested without it, with a much lower rate limit. Check{' '}
          <code>GITHUB_TOKEN</code>.
        </Banner>
      )}
      <ThisServer status={status} />
      <CacheLookups status={status} />
      <Store status={status} />
      <LastErrors errors={status.lastErrors} />
    </>
  )
}

function ThisServer({ status: { buildId } }: { status: ProcessState }) {
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

function CacheLookups({ status: { lookups } }: { status: ProcessState }) {
  const total = Object.values(lookups).reduce((sum, count) => sum + count, 0)
  const requested = lookups.miss + lookups.revalidated
  return (
    <Panel title="Cache since startup">
      <Rows>
        <Row main="Fresh hits" end={<Count value={lookups.hit} />} />
        <Row main="Stale hits" end={<Count value={lookups.stale} />} />
        <Row main="Coalesced" end={<Count value={lookups.coalesced} />} />
        <Row main="Revalidated (304)" end={<Count value={lookups.revalidated} />} />
        <Row main="Misses" end={<Count value={lookups.miss} />} />
        <Row
          main="Hit rate"
          end={total === 0 ? 'unknown' : `${Math.round(((total - requested) / total) * 100)}%`}
        />
      </Rows>
    </Panel>
  )
}

function Store({ status: { store, isShared } }: { status: ProcessState }) {
  return (
    <Panel title="Store">
      <Rows>
        <Row main="Entries in memory" end={<Count value={store.entries} />} />
        <Row
          main="Memory"
          end={`${toMegabytes(store.bytes).toFixed(1)} of ${Math.round(toMegabytes(store.maxBytes))} MB`}
        />
        <Row main="Shared through Redis" end={isShared ? 'yes' : 'no'} />
      </Rows>
    </Panel>
  )
}

function toMegabytes(bytes: number): number {
  return bytes / 1_000_000
}

function LastErrors({ errors }: { errors: ProcessState['lastErrors'] }) {
  return (
    <Panel title="Last errors">
      {errors.length === 0 ? (
        <PanelMessage>No recent errors.</PanelMessage>
      ) : (
        <Rows>
          {errors.map(({ at, kind, status }, index) => (
            <Row
              // biome-ignore lint/suspicious/noArrayIndexKey: two errors may be identical
              key={index}
              main={status === undefined ? kind : `${kind} (${status})`}
              end={<Timestamp date={at} format="datetime" />}
            />
          ))}
        </Rows>
      )}
    </Panel>
  )
}

import type { EdgePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { Probe } from '#lessons/runtime/probe.tsx'
import { getProbeResult, type ProbeParams } from '#lessons/runtime/probe-result.server.ts'

export const config = { runtime: 'experimental-edge' } satisfies EdgePage

export const getServerSideProps = (async (context) =>
  getProbeResult(context)) satisfies GetServerSideProps<Record<string, never>, ProbeParams>

export default function EdgeProbePage() {
  return <Probe />
}

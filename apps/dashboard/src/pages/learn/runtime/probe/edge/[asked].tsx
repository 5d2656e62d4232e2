import type { EdgePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { Probe } from '#features/learn/runtime/probe.tsx'
import { answerProbe, type ProbeParams } from '#server/answer-probe.ts'

export const config = { runtime: 'experimental-edge' } satisfies EdgePage

export const getServerSideProps = (async (context) =>
  answerProbe(context)) satisfies GetServerSideProps<Record<string, never>, ProbeParams>

export default function EdgeProbePage() {
  return <Probe />
}

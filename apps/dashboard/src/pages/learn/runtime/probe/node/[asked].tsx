import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { Probe } from '#features/learn/runtime/probe.tsx'
import { answerProbe, type ProbeParams } from '#server/answer-probe.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = (async (context) =>
  answerProbe(context)) satisfies GetServerSideProps<Record<string, never>, ProbeParams>

export default function NodeProbePage() {
  return <Probe />
}

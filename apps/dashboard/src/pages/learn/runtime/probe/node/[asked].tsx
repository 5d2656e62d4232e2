import type { NodePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { Probe } from '#lessons/runtime/probe.tsx'
import { answerProbe, type ProbeParams } from '#lessons/runtime/answer-probe.server.ts'

export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage

export const getServerSideProps = (async (context) =>
  answerProbe(context)) satisfies GetServerSideProps<Record<string, never>, ProbeParams>

export default function NodeProbePage() {
  return <Probe />
}

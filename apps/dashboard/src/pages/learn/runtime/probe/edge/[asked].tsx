import type { EdgePage } from '@repo/page-runtime'
import type { GetServerSideProps } from 'next'
import { answerProbe, type ProbeParams } from '#lessons/runtime/answer-probe.server.ts'
import { Probe } from '#lessons/runtime/probe.tsx'

export const config = { runtime: 'experimental-edge' } satisfies EdgePage

export const getServerSideProps = (async (context) =>
  answerProbe(context)) satisfies GetServerSideProps<Record<string, never>, ProbeParams>

export default function EdgeProbePage() {
  return <Probe />
}

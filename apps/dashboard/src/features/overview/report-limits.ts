import type { Judgment } from '#components/report/report-line.tsx'
import type { reportSubjects } from './report-subjects.ts'

/** The numbers by which a report card judges. The table of limits and the cards follow them. */
export const LIMITS = {
  /** Days since the last commit by a human: up to the first, maintained; after the second, dormant. */
  maintainedDays: 90,
  dormantDays: 365,
  /** Days since the latest release while there are unreleased commits. */
  releaseGoodDays: 365,
  releaseRiskDays: 730,
  /** The median days to the first response, and the issues below which it says nothing. */
  responseGoodDays: 7,
  responseRiskDays: 30,
  minIssues: 5,
  /** The shares of the last workflow runs that passed, and the runs below which they say nothing. */
  passedGood: 0.8,
  passedRisk: 0.5,
  minRuns: 5,
  /** The people who made half of the past year's commits. */
  busFactorGood: 3,
  busFactorRisk: 1,
  /** Days for which an advisory with a high or critical severity counts as recent. */
  severeAdvisoryDays: 365,
} as const

type Subject = (typeof reportSubjects)[number]

/** The limits of a subject in words; null where no value is a risk. */
type SubjectLimits = Record<Exclude<Judgment, 'unknown' | 'risk'>, string> & {
  risk: string | null
  /** What defines the metric, or the limit itself. */
  source: { name: string; url: string }
}

const scorecard = (check: string) => ({
  name: `OpenSSF Scorecard, ${check}`,
  url: `https://github.com/ossf/scorecard/blob/main/docs/checks.md#${check.toLowerCase()}`,
})
const chaoss = (metric: string) => ({
  name: `CHAOSS, ${metric}`,
  url: `https://chaoss.community/kb/metric-${metric.toLowerCase().replaceAll(' ', '-')}/`,
})
const percent = (share: number) => `${share * 100}%`

/** The table of limits: what each judgment of a subject means, and the source. */
export const reportLimits: Readonly<Record<Subject, SubjectLimits>> = {
  Maintenance: {
    good: `human commit within ${LIMITS.maintainedDays} days`,
    attention: `no human commit for ${LIMITS.maintainedDays} days`,
    risk: `none for ${LIMITS.dormantDays} days, archived or deprecated`,
    source: scorecard('Maintained'),
  },
  Releases: {
    good: `within ${LIMITS.releaseGoodDays} days, or nothing unreleased`,
    attention: `no release for ${LIMITS.releaseGoodDays} days, or none at all`,
    risk: `unreleased commits, and no release for ${LIMITS.releaseRiskDays} days`,
    source: chaoss('Release Frequency'),
  },
  Response: {
    good: `a median of at most ${LIMITS.responseGoodDays} days`,
    attention: `over ${LIMITS.responseGoodDays} days, or most issues unanswered`,
    risk: `over ${LIMITS.responseRiskDays} days`,
    source: chaoss('Time to First Response'),
  },
  CI: {
    good: `passing, and ${percent(LIMITS.passedGood)} of recent runs`,
    attention: `checks fail or are missing, or under ${percent(LIMITS.passedGood)} of runs pass`,
    risk: `checks fail, and under ${percent(LIMITS.passedRisk)} of runs pass`,
    source: scorecard('CI-Tests'),
  },
  License: {
    good: 'a standard license',
    attention: 'a license that is not standard',
    risk: 'no license',
    source: scorecard('License'),
  },
  People: {
    good: `${LIMITS.busFactorGood} or more people`,
    attention: `fewer than ${LIMITS.busFactorGood} people`,
    risk: `${LIMITS.busFactorRisk} person, or nobody active`,
    source: chaoss('Contributor Absence Factor'),
  },
  Security: {
    good: `all patched, none severe for ${LIMITS.severeAdvisoryDays} days`,
    attention: `a high or critical advisory in the past ${LIMITS.severeAdvisoryDays} days`,
    risk: 'an advisory without a patch',
    source: scorecard('Vulnerabilities'),
  },
  'Community files': {
    good: 'all files present, license aside',
    attention: 'a file is missing',
    risk: null,
    source: {
      name: 'GitHub, community profiles',
      url: 'https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/about-community-profiles-for-public-repositories',
    },
  },
}

import { linkFolder } from '../deployments/link-folder.ts'
import { reportCheck, reportSummary } from '../deployments/report.ts'
import { responseChecks } from '../deployments/response-checks.ts'
import { startSampleGitHub } from '../deployments/servers.ts'
import { createTemporaryFolder } from '../repository-copy.ts'
import { type BrokenOutput, brokenOutputs } from './broken-outputs.ts'
import { buildCopy } from './build-copy.ts'
import { type BuildOutput, readBuildOutput } from './build-output.ts'
import { installVercelCli } from './cli.ts'
import { outputChecks } from './output-checks.ts'
import { visitOutput } from './visit-output.ts'

const BUILD_TITLE = 'Vercel’s CLI builds the repository'
const LOG_TITLE = 'no function logs an error'

function build(): BuildOutput | undefined {
  try {
    const output = readBuildOutput(buildCopy(installVercelCli()))
    reportCheck(BUILD_TITLE, [])
    return output
  } catch (error) {
    reportCheck(BUILD_TITLE, [String(error)])
    return undefined
  }
}

/** Checks the files of an output, and what it serves. */
async function checkOutput(output: BuildOutput, githubUrl: string): Promise<void> {
  for (const [title, check] of Object.entries(outputChecks)) reportCheck(title, check(output))
  await visitOutput(output, {
    githubUrl,
    async use({ results, errors, compare }) {
      for (const [title, check] of Object.entries(responseChecks)) {
        reportCheck(title, check(results))
      }
      reportCheck(LOG_TITLE, errors)
      reportCheck('every response has the headers of `next start`', await compare())
    },
  })
}

/** Breaks a copy of an output. Returns a line for each check that does not report it. */
function findUnreported(
  output: BuildOutput,
  { change, paths, reports }: BrokenOutput,
  githubUrl: string,
): Promise<string[]> {
  const folder = createTemporaryFolder('broken-output')
  linkFolder(output.folder, folder)
  change(folder)
  const broken = readBuildOutput(output.copy, folder)
  return visitOutput(broken, {
    githubUrl,
    paths,
    use({ results, errors }) {
      return Object.entries(reports).flatMap(([title, start]) => {
        const problems =
          title === LOG_TITLE
            ? errors
            : (responseChecks[title]?.(results) ?? outputChecks[title]?.(broken) ?? [])
        if (problems.some((problem) => problem.startsWith(start))) return []
        return [`"${title}" reports ${JSON.stringify(problems)}, not "${start}…"`]
      })
    },
  })
}

const output = build()
if (output) {
  const github = await startSampleGitHub()
  await checkOutput(output, github.url)
  for (const broken of brokenOutputs) {
    const unreported = await findUnreported(output, broken, github.url)
    reportCheck(`the checks report ${broken.title}`, unreported)
  }
  await github.end()
}
reportSummary()

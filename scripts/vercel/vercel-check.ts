import { type Broken, findUnreported } from '../deployments/broken.ts'
import { linkFolder } from '../deployments/link-folder.ts'
import { reportCheck, reportSummary } from '../deployments/report.ts'
import { responseChecks } from '../deployments/response-checks.ts'
import { startSampleGitHub } from '../deployments/servers.ts'
import { createTemporaryFolder } from '../repository-copy.ts'
import { brokenOutputs } from './broken-outputs.ts'
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
function findUnreportedIn(
  output: BuildOutput,
  broken: Broken,
  githubUrl: string,
): Promise<string[]> {
  const folder = createTemporaryFolder('broken-output')
  linkFolder(output.folder, folder)
  broken.change(folder)
  const brokenOutput = readBuildOutput(output.copy, folder)
  return visitOutput(brokenOutput, {
    githubUrl,
    paths: broken.paths,
    use: ({ results, errors }) =>
      findUnreported(broken, (title) => {
        if (title === LOG_TITLE) return errors
        return responseChecks[title]?.(results) ?? outputChecks[title]?.(brokenOutput) ?? []
      }),
  })
}

const output = build()
if (output) {
  const github = await startSampleGitHub()
  await checkOutput(output, github.url)
  for (const broken of brokenOutputs) {
    const unreported = await findUnreportedIn(output, broken, github.url)
    reportCheck(`the checks report ${broken.title}`, unreported)
  }
  await github.end()
}
reportSummary()

/** A way to break a deployment, and the checks that must report it. */
export type Broken = {
  title: string
  /** Breaks the files of a deployment, as the same mistake in the sources would. */
  change: (folder: string) => void
  /** What is visited. */
  paths: string[]
  /** The title of each check that reports it, with the starts of problems that are among its own. */
  reports: Record<string, readonly string[]>
}

/** Returns a line for each problem that its check does not report. */
export function findUnreported(
  { reports }: Broken,
  problemsOf: (title: string) => readonly string[],
): string[] {
  return Object.entries(reports).flatMap(([title, starts]) => {
    const problems = problemsOf(title)
    return starts
      .filter((start) => !problems.some((problem) => problem.startsWith(start)))
      .map((start) => `"${title}" reports ${JSON.stringify(problems)}, not "${start}…"`)
  })
}

/** A way to break a deployment, and the checks that must report it. */
export type Broken = {
  title: string
  /** Breaks the files of a deployment, as the same mistake in the sources would. */
  change: (folder: string) => void
  /** What is visited. */
  paths: string[]
  /** The title of each check that reports it, with the start of one of its problems. */
  reports: Record<string, string>
}

/** Returns a line for each check that does not report what is broken. */
export function findUnreported(
  { reports }: Broken,
  problemsOf: (title: string) => readonly string[],
): string[] {
  return Object.entries(reports).flatMap(([title, start]) => {
    const problems = problemsOf(title)
    if (problems.some((problem) => problem.startsWith(start))) return []
    return [`"${title}" reports ${JSON.stringify(problems)}, not "${start}…"`]
  })
}

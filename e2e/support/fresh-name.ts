/** A name that no other test has used, nor an earlier try of the same one: nothing is kept of it. */
export function freshName({ testId, retry }: { testId: string; retry: number }): string {
  return `${testId}-${retry}`
}

/** A name that no other test uses, nor an earlier try of the same test: no cache has data for it. */
export function uniqueName({ testId, retry }: { testId: string; retry: number }): string {
  return `${testId}-${retry}`
}

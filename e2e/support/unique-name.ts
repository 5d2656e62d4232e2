/** Returns a name that is unique to a test and its retry, so that no cache has data for it. */
export function uniqueName({ testId, retry }: { testId: string; retry: number }): string {
  return `${testId}-${retry}`
}

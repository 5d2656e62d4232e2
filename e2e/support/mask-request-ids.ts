/** Replaces the IDs of requests, which are random, so that two responses can be compared. */
export function maskRequestIds(text: string): string {
  return text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, 'a request ID')
}

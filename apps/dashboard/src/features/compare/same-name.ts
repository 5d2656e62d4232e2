/** Whether GitHub takes two names as the same, which it does in any letter case. */
export function isSameName(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase()
}

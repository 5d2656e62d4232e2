/** Says whole seconds in the largest unit that they are whole in; from an hour on, in several. */
export function duration(seconds: number): string {
  if (seconds >= 3600) {
    const hours = Math.floor(seconds / 3600)
    const rest = seconds % 3600
    return rest === 0 ? `${hours} h` : `${hours} h ${duration(rest)}`
  }
  return seconds > 0 && seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`
}

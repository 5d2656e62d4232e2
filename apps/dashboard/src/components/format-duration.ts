/** Formats a duration in its largest unit: `4.7 days`, `58 minutes`, `less than a minute`. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return 'less than a minute'
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return formatCount(minutes, 'minute')
  const hours = roundToTwoDigits(seconds / 3600)
  if (hours < 24) return formatCount(hours, 'hour')
  return formatCount(roundToTwoDigits(seconds / 86_400), 'day')
}

function roundToTwoDigits(count: number): number {
  return count < 9.95 ? Math.round(count * 10) / 10 : Math.round(count)
}

function formatCount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

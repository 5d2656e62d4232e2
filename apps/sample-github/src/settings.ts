type Environment = Record<string, string | undefined>

export type Settings = {
  port: number
  basePath: string
  redirectOrigin: string
  isAnonymous: boolean
  /** Milliseconds since 1970. */
  now: () => number
}

/** Reads the settings; an empty value counts as unset. Throws a one-line error that names the variable. */
export function settingsFrom(environment: Environment): Settings {
  const portName = environment.SAMPLE_GITHUB_PORT ? 'SAMPLE_GITHUB_PORT' : 'PORT'
  return {
    port: portFrom(environment, portName, 4001),
    basePath: basePathFrom(environment),
    redirectOrigin: `http://127.0.0.2:${portFrom(environment, 'REDIRECT_ELSEWHERE_PORT', 9)}`,
    isAnonymous: isAnonymousFrom(environment),
    now: clockFrom(environment),
  }
}

function portFrom(environment: Environment, name: string, fallback: number): number {
  const value = environment[name] || String(fallback)
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new Error(`${name} must be a whole number from 0 to 65535, not "${value}"`)
  }
  return Number(value)
}

function basePathFrom(environment: Environment): string {
  const value = environment.BASE_PATH || ''
  if (value !== '' && !/^(?:\/[\w.-]+)+$/.test(value)) {
    throw new Error(`BASE_PATH must be a path such as /api/v3, not "${value}"`)
  }
  return value
}

function isAnonymousFrom({ SAMPLE_ANONYMOUS: value = '' }: Environment): boolean {
  if (!['', '0', '1'].includes(value)) {
    throw new Error(`SAMPLE_ANONYMOUS must be 1 or 0, not "${value}"`)
  }
  return value === '1'
}

/** A clock that starts at SAMPLE_NOW and advances with real time; the system clock when it is unset. */
function clockFrom({ SAMPLE_NOW: value }: Environment): () => number {
  if (!value) return Date.now
  const start = instantFrom(value)
  if (start === undefined) {
    throw new Error(
      `SAMPLE_NOW must be an ISO 8601 date-time with a zone, such as 2028-02-29T12:00:00Z, not "${value}"`,
    )
  }
  const offset = start - Date.now()
  return () => Date.now() + offset
}

function instantFrom(text: string): number | undefined {
  const pattern = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/
  const day = pattern.exec(text)?.[1]
  const instant = Date.parse(text)
  if (day === undefined || Number.isNaN(instant)) return undefined
  // `Date.parse` turns 30 February into 1 March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? instant : undefined
}

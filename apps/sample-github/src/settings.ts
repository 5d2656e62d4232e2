type Environment = Record<string, string | undefined>

export type Settings = { port: number; basePath: string; elsewhere: string }

/** Reads the settings; an empty value counts as unset. Throws one line that names the variable. */
export function settingsFrom(environment: Environment): Settings {
  return {
    port: portFrom(environment, 'PORT', 4001),
    basePath: basePathFrom(environment),
    elsewhere: `http://127.0.0.2:${portFrom(environment, 'REDIRECT_ELSEWHERE_PORT', 9)}`,
  }
}

function portFrom(environment: Environment, name: string, usual: number): number {
  const value = environment[name] || String(usual)
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

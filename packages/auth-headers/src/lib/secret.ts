// Next instantiates this module once each for pages, API routes and instrumentation; the symbol makes
// `instanceof` work across the instances.
const BRAND = Symbol.for('@repo/auth-headers Secret')

const PLACEHOLDER = '[redacted]'

/**
 * A text that cannot be serialized, printed or logged by accident. `toJSON` throws, so a secret in
 * the props of a page is an error and not a leak.
 */
export class Secret {
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value
  }

  // A private field is not a property: object spread, `Object.values` and loggers skip it.
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get [BRAND](): true {
    return true
  }

  /** Returns the text itself; call it only where the secret is sent. */
  reveal(): string {
    return this.#text
  }

  toJSON(): never {
    throw new TypeError('A secret must not be serialized')
  }

  toString(): string {
    return PLACEHOLDER
  }

  [Symbol.toPrimitive](): string {
    return PLACEHOLDER
  }

  // https://nodejs.org/api/util.html#utilinspectcustom
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PLACEHOLDER
  }
}

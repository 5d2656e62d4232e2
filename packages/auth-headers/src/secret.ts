// Next gives pages, API routes and instrumentation an instance of this module each: a secret that
// one of them made is a secret to the others.
const brand = Symbol.for('@repo/auth-headers Secret')

const shown = '[redacted]'

/**
 * A text that cannot be serialised, printed or logged by accident. Its `toJSON` throws: in the props
 * of a page it becomes an error, and not a leak.
 */
export class Secret {
  static [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }

  // What is private is no property: nothing that walks over an object finds it.
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get [brand](): true {
    return true
  }

  /** The text itself, for the one line that sends it. */
  reveal(): string {
    return this.#text
  }

  toJSON(): never {
    throw new TypeError('A secret must not be serialised')
  }

  toString(): string {
    return shown
  }

  [Symbol.toPrimitive](): string {
    return shown
  }

  // https://nodejs.org/api/util.html#utilinspectcustom
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return shown
  }
}

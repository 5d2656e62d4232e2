/** The properties of https://github.com/http-tests/cache-tests that these tests read. */
declare module 'http-cache-tests/tests/index.mjs' {
  export type CacheTest = {
    id: string
    kind?: 'required' | 'optimal' | 'check'
    browser_only?: boolean
    requests: ({
      request_headers?: [name: string, value: string | number][]
      response_headers?: [name: string, value: string | number, checked?: boolean][]
      response_status?: [status: number, phrase: string]
      expected_type?: 'cached' | 'not_cached' | 'lm_validated' | 'etag_validated'
      pause_after?: boolean
    } & Record<string, unknown>)[]
  }
  const suites: { id: string; tests: CacheTest[] }[]
  export default suites
}

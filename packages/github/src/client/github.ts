import { type ClientOptions, createClient, type RequestOptions } from './client.ts'
import type { GitHub } from '../resources/index.ts'

/** Binds the reads to one base URL, one identity and one deadline; nothing is remembered between them. */
export function createGitHub(options: ClientOptions & RequestOptions): GitHub {
  return createClient(options).forRequest(options)
}

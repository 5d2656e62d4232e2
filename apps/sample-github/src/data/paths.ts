import { accountById } from './accounts.ts'
import { repositoryById } from './repositories.ts'

/** Converts a path by id, as in Link headers and redirects, to the path by name. */
export function pathByName(path: string): string | undefined {
  const [, kind, id, rest = ''] =
    /^\/(repositories|user|organizations)\/(\d+)(\/.*)?$/.exec(path) ?? []
  switch (kind) {
    case 'repositories': {
      const repo = repositoryById(Number(id))
      return repo && `/repos/${repo.fullName}${rest}`
    }
    case 'user':
      return prefixed('/users/', accountById(Number(id))?.login, rest)
    case 'organizations':
      return prefixed('/orgs/', accountById(Number(id))?.login, rest)
    default:
      return undefined
  }
}

function prefixed(start: string, login: string | undefined, rest: string): string | undefined {
  return login === undefined ? undefined : `${start}${login}${rest}`
}

import { accountById } from './accounts.ts'
import { repositoryById } from './repositories.ts'

/** The path by name of a path by id, such as Link headers and redirects use. */
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

export { type Challenge, challengeFor, tokenFrom } from './authorization.ts'
export {
  type Cookie,
  clearCookie,
  cookieName,
  mayKeepCookies,
  type ReadCookie,
  readCookie,
  setCookie,
} from './cookies.ts'
export { localPath } from './local-path.ts'
export { redact } from './redact.ts'
export type { RequestHeaders } from './request-headers.ts'
export { sameOrigin } from './same-origin.ts'
export { type Opened, type Sealing, seal, unseal } from './seal.ts'
export { Secret } from './secret.ts'
export {
  type OpenedSession,
  openSession,
  type Session,
  sealSession,
  sessionLifetime,
} from './session.ts'
export {
  endedSessionCookies,
  hintName,
  type SessionKeys,
  type SessionOver,
  sessionCookies,
  sessionFrom,
} from './session-cookie.ts'
export { type Viewer, viewerFrom } from './viewer.ts'
export {
  type GeoHeaders,
  type GeoTrust,
  type Visitor,
  vercelGeoHeaders,
  visitorFrom,
} from './visitor.ts'

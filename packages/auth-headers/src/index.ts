export { formatChallenge, parseToken } from './lib/authorization.ts'
export {
  type Cookie,
  type CookieResult,
  clearCookie,
  getCookieName,
  listCookieNames,
  readCookie,
  serializeCookie,
} from './lib/cookies.ts'
export { isSameOrigin, isSecureOrigin, parseLocalPath } from './lib/origin.ts'
export { createRedactor, type RedactOptions } from './lib/redact.ts'
export type { RequestHeaders } from './lib/request-headers.ts'
export { type Claims, type SealOptions, seal, type UnsealResult, unseal } from './lib/seal.ts'
export { Secret } from './lib/secret.ts'
export {
  type BaseSession,
  clearSessionCookies,
  createSessionCookies,
  readSession,
  type SessionOptions,
  type SessionResult,
  sealSession,
  type UnsealedSession,
  unsealSession,
} from './lib/session.ts'
export { readViewer, type Viewer } from './lib/viewer.ts'
export { type GeoHeaders, readVisitor, type Visitor, vercelGeoHeaders } from './lib/visitor.ts'

import { formatChallenge, readViewer } from '@repo/auth-headers'
import { setCacheHeaders } from '@repo/cache-headers'

export const config = { runtime: 'nodejs', maxDuration: 10 }

const API_KEY = 'key_0123456789'

const sessionOptions = {
  secrets: [process.env.NOTES_SECRET],
  siteUrl: 'http://localhost',
  cookieName: 'notes-session',
  lifetimeSeconds: 3600,
  serialize: (session) => session,
  parse: ({ email, signedInAt }) => email && { email, signedInAt },
}

export async function getServerSideProps({ req, res }) {
  setCacheHeaders(res, { scope: 'private' })
  const viewer = await readViewer(req.headersDistinct, sessionOptions)
  if (viewer.kind === 'session') return { props: { owner: viewer.session.email } }
  if (viewer.kind === 'token' && viewer.token.reveal() === API_KEY) {
    return { props: { owner: 'the owner of the key' } }
  }
  res.statusCode = 401
  res.setHeader('WWW-Authenticate', formatChallenge('Notes', viewer.message))
  return { props: { owner: null } }
}

export default function NotesPage({ owner }) {
  return <h1>{owner ? `Notes of ${owner}` : 'Sign in to see your notes'}</h1>
}

export const config = { runtime: 'edge' }

export default function near() {
  return new Response('near', { headers: { 'Cache-Control': 'public, s-maxage=60' } })
}

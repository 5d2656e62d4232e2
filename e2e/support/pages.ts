/** A page of each kind and in each state: what must hold of every page is tested on these. */
export const pages = [
  '/',
  '/search?q=rocket',
  '/search?q=user:acme&language=Go&archived=no',
  '/search',
  '/owners/acme',
  '/repos/acme/rocket',
  '/repos/acme/blank',
  '/repos/acme/polyglot',
  '/repos/failures/languages--status-500',
  '/repos/failures/status-500',
  '/status',
  '/learn',
  '/learn/first-page',
  '/learn/errors/thrown',
  '/nowhere',
]

/** The code of a snippet; with `page`, it is part of that page below `pages/learn`. */
type SnippetSource = { language: 'http' | 'sh' | 'tsx'; code: string; page?: string }

/** The snippets of the lessons by lesson and name. `vitest run -u` writes their HTML to `snippets`. */
export const snippetSources: Readonly<Record<string, Readonly<Record<string, SnippetSource>>>> = {
  authorization: {
    requestsByCurl: {
      language: 'sh',
      code: `# Without credentials: a browser is redirected to sign in, and comes back.
curl -i SITE_URL/me

# With a token: the page of its owner.
curl -i -H "Authorization: Bearer $TOKEN" SITE_URL/me

# With another scheme: 401, and WWW-Authenticate names the error. Never the anonymous page.
curl -i -H "Authorization: Basic abc" SITE_URL/me`,
    },
  },

  caching: {
    documentationHeader: {
      language: 'http',
      code: 'Cache-Control: public, s-maxage=10, stale-while-revalidate=59',
    },
    publicHeaders: {
      language: 'http',
      code: `Cache-Control: public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600
CDN-Cache-Control: max-age=60, stale-while-revalidate=600`,
    },
  },

  'caching-pitfalls': {
    headerBeforeFetch: {
      language: 'tsx',
      code: `res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')
const data = await fetchThatMayThrow()`,
    },
    privateWithSMaxAge: {
      language: 'tsx',
      code: `res.setHeader('Cache-Control', 'private, s-maxage=60')`,
    },
    varyCookie: {
      language: 'tsx',
      code: `res.setHeader('Vary', 'Cookie')
res.setHeader('Cache-Control', 'public, s-maxage=60')`,
    },
    noMustRevalidate: {
      language: 'tsx',
      code: `res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')`,
    },
  },

  'edge-runtime': {
    edgeConfig: {
      language: 'tsx',
      code: `export const config = { runtime: 'experimental-edge' } satisfies EdgePage`,
      page: 'runtime/edge.tsx',
    },
  },

  errors: {
    headerBeforeThrow: {
      language: 'tsx',
      code: `res.setHeader('Cache-Control', 'public, s-maxage=10, stale-while-revalidate=59')
const repo = await readFromGitHub() // throws: the 500 is sent with the header above`,
    },
  },

  'first-page': {
    // As Next's documentation prints it.
    documentationExample: {
      language: 'tsx',
      code: `import type { InferGetServerSidePropsType, GetServerSideProps } from 'next'

type Repo = {
  name: string
  stargazers_count: number
}

export const getServerSideProps = (async () => {
  // Fetch data from external API
  const res = await fetch('https://api.github.com/repos/vercel/next.js')
  const repo: Repo = await res.json()
  // Pass data to the page via props
  return { props: { repo } }
}) satisfies GetServerSideProps<{ repo: Repo }>

export default function Page({
  repo,
}: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return (
    <main>
      <p>{repo.stargazers_count}</p>
    </main>
  )
}`,
    },
    pageExample: {
      language: 'tsx',
      code: `type Props = { fullName: string; stars: number | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    const { data } = await github.getRepo(owner, repo)

    setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
    return { props: { fullName: data.fullName, stars: data.stars } satisfies Props }
  })) satisfies GetServerSideProps<Props>`,
      page: 'first-page.tsx',
    },
    typingExamples: {
      language: 'tsx',
      code: `// 1. satisfies: the function keeps its own, narrower type, and the page infers its props from it.
export const getServerSideProps = (async () => {
  return { props: { stars: 12431 } }
}) satisfies GetServerSideProps<Props>

export default function Page({ stars }: InferGetServerSidePropsType<typeof getServerSideProps>) {
  return <p>{stars}</p>
}

// 2. An annotation: the function's type is widened to "props, or a redirect, or not found",
//    so the page declares its props itself.
export const getServerSideProps: GetServerSideProps<Props> = async () => {
  return { props: { stars: 12431 } }
}

export default function Page({ stars }: Props) {
  return <p>{stars}</p>
}`,
    },
  },

  geolocation: {
    forgedCountry: { language: 'sh', code: `curl -H "COUNTRY_HEADER: CH" …` },
  },

  'node-runtime': {
    nodeConfig: {
      language: 'tsx',
      code: `export const config = { runtime: 'nodejs', maxDuration: 10 } satisfies NodePage`,
      page: 'runtime/node.tsx',
    },
  },

  'on-the-server': {
    directRead: {
      language: 'tsx',
      code: `const { data } = await github.getRepo(owner, repo)`,
      page: 'on-the-server.tsx',
    },
  },

  'props-are-public': {
    nextData: {
      language: 'tsx',
      code: `<script id="__NEXT_DATA__" type="application/json">
  {"props":{"pageProps":{"shown":{"fullName":"FULL_NAME","stars":STARS}, …`,
    },
  },
}

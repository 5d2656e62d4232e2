/** Next's own example of getServerSideProps, as its documentation prints it. */
export const documentationExample = `import type { InferGetServerSidePropsType, GetServerSideProps } from 'next'

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
}`

/** The same function on the live page. A test compares it with the file of the page. */
export const pageExample = `type Props = { fullName: string; stars: number | null }

export const getServerSideProps = ((context) =>
  servePage(context, async ({ github, res }) => {
    const { owner, repo } = getExampleRepo()
    const { data } = await github.getRepo(owner, repo)

    setCacheHeaders(res, { scope: 'public', sMaxAge: 60, staleWhileRevalidate: 600 })
    return { props: { fullName: data.fullName, stars: data.stars } satisfies Props }
  })) satisfies GetServerSideProps<Props>`

/** Both ways to type the function. */
export const typingExamples = `// 1. satisfies: the function keeps its own, narrower type, and the page infers its props from it.
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
}`

// Vercel tells a build where it has the sources from.
const owner = process.env.NEXT_PUBLIC_VERCEL_GIT_REPO_OWNER
const name = process.env.NEXT_PUBLIC_VERCEL_GIT_REPO_SLUG
const onVercel = owner && name ? `https://github.com/${owner}/${name}` : undefined

/** Where this project's sources can be read, if the build was told; without a slash at its end. */
export const repositoryUrl = process.env.NEXT_PUBLIC_REPOSITORY_URL || onVercel

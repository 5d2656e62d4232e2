import { getTitle } from './get-title.js'

export const getServerSideProps = () => ({ props: { title: getTitle() } })

export default function TitlePage({ title }) {
  return <h1>{title}</h1>
}

export { getServerSideProps } from '../lib/title-page.jsx'

export default function ExportedPage({ title }) {
  return <h1>{title}</h1>
}

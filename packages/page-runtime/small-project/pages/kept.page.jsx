export async function getStaticProps() {
  return { props: {} }
}

export default function KeptPage() {
  return <p>A page that is made when the project is built</p>
}

export function getServerSideProps() {
  return { props: {} }
}

export default function EmptyPage() {
  return <p>An empty page</p>
}

export async function getServerSideProps() {
  return { props: {} }
}

export default function PlainPage() {
  return <p>A page that asks for nothing</p>
}

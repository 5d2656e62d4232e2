export const config = { runtime: 'experimental-edge' }

export async function getServerSideProps({ params }) {
  return { props: { id: params.id } }
}

export default function EdgePage({ id }) {
  return <p>{id}</p>
}

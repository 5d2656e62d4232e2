export const config = { runtime: 'nodejs', maxDuration: 30 }

export async function getServerSideProps({ res }) {
  res.setHeader('Cache-Control', 'public, s-maxage=60')
  return { props: {} }
}

export default function SlowPage() {
  return <p>A page that may take its time</p>
}

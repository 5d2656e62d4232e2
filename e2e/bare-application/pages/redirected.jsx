export function getServerSideProps({ query: { status, permanent } }) {
  return {
    redirect: {
      destination: '/',
      ...(status && { statusCode: Number(status) }),
      ...(permanent && { permanent: permanent === 'true' }),
    },
  }
}

export default function RedirectedPage() {
  return null
}

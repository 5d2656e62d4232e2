export default function StartPage() {
  return <p>A page without a function</p>
}

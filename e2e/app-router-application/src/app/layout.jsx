import '@repo/ui/global.css'

export default function Layout({ children }) {
  return (
    <html lang="en" data-color-mode="auto" data-light-theme="light" data-dark-theme="dark">
      <body>{children}</body>
    </html>
  )
}

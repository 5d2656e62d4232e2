import { Head, Html, Main, NextScript } from 'next/document'

export default function Document() {
  return (
    <Html lang="en" data-color-mode="auto" data-light-theme="light" data-dark-theme="dark">
      <Head>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {/* Blocks on purpose: the chosen theme is there before the first paint. */}
        <script src="/theme.js" />
      </Head>
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}

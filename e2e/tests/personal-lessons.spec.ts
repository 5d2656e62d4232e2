import { getData } from '../support/data-route.ts'
import { devUrl, geoHeaders } from '../support/servers.ts'
import { expect, test } from '../support/test.ts'

const { country, region, city, timeZone } = geoHeaders

for (const read of ['html', 'data'] as const) {
  test(`a secret in the props is an error that no cache stores, as ${read}`, async ({
    request,
  }) => {
    const path = '/learn/errors/secret'
    const response = await (read === 'html' ? request.get(path) : getData(request, path))
    expect(response.status()).toBe(500)
    expect(response.headers()['cache-control']).toBe('private, no-store')
    expect(await response.text()).not.toContain('a-token-that-must-not-leave')
  })
}

test('the page about a country is cached for each country, and contains no other location data', async ({
  request,
}) => {
  const headers = { [country]: 'CH', [city]: 'Z%C3%BCrich', [timeZone]: 'Europe/Zurich' }
  for (const response of [
    await request.get('/learn/geolocation', { headers }),
    await getData(request, '/learn/geolocation', headers),
  ]) {
    expect(response.headers()['cache-control']).toMatch(/^public, max-age=0, must-revalidate, s-m/)
    expect(response.headers().vary?.toLowerCase()).toContain(country)
    const body = await response.text()
    expect(body).toContain('Switzerland')
    expect(body).not.toContain('Zürich')
    expect(body).not.toContain('Europe/Zurich')
  }
})

test.describe(() => {
  test.use({ baseURL: devUrl })

  test('without a geolocation header the page about a country does not vary', async ({
    request,
  }) => {
    const response = await request.get('/learn/geolocation')
    expect(response.status()).toBe(200)
    expect(response.headers().vary ?? '').not.toContain('country')
    expect(await response.text()).toContain('No platform sets the country here')
  })
})

test('the page with city and time zone is not cached', async ({ request }) => {
  const headers = {
    [country]: 'CH',
    [region]: 'ZH',
    [city]: 'Z%C3%BCrich',
    [timeZone]: 'Europe/Zurich',
    'accept-language': 'de-CH, en;q=0.5',
  }
  const response = await getData(request, '/learn/geolocation/yours', headers)
  expect(response.headers()['cache-control']).toBe('private, no-store')
  expect((await response.json()).pageProps.visitor).toEqual({
    country: 'CH',
    region: 'ZH',
    city: 'Zürich',
    timeZone: 'Europe/Zurich',
    languages: ['de-CH', 'en'],
  })
})

test('an invalid value, or another header, is ignored', async ({ request }) => {
  const headers = {
    [country]: 'Switzerland',
    [city]: '%E0%A4%A',
    [timeZone]: 'Mars/Base',
    'x-vercel-ip-country': 'CH',
    'cf-ipcountry': 'CH',
  }
  const response = await getData(request, '/learn/geolocation/yours?country=CH&city=Bern', headers)
  expect(response.status()).toBe(200)
  expect((await response.json()).pageProps.visitor).toMatchObject({
    country: null,
    city: null,
    timeZone: null,
  })
})

test('the authorization lesson requests one URL with the header and without it', async ({
  page,
}) => {
  await page.goto('/learn/authorization')
  const field = page.getByRole('textbox', { name: 'Authorization' })
  const button = page.getByRole('button', { name: 'Request /me' })
  const result = page.getByRole('main').getByRole('status')

  await expect(field).toHaveValue('Bearer sample-token-ann')
  await expect(result).toHaveText('')
  await button.click()
  await expect(result).toContainText('Status200')
  await expect(result).toContainText('Cache-Controlprivate, no-store')

  await field.fill('')
  await button.click()
  await expect(result).toContainText('Final URL/sign-in?returnTo=%2Fme')

  await field.fill('Basic abc')
  await button.click()
  await expect(result).toContainText('Status401')
  await expect(result).toContainText('WWW-AuthenticateBearer realm="GitHub"')

  const row = page.getByRole('row', { name: /^public, max-age=60/ })
  await expect(row).toContainText('cacheable and shared')
})

test('the props lesson compares the size of the whole object with the size of its fields', async ({
  page,
}) => {
  await page.goto('/learn/props-are-public')
  const figures = page.getByRole('main').getByRole('definition')
  await expect(figures.first()).toHaveText(/^\d,\d{3}\d* fields/)
  await expect(figures.last()).toContainText('2 fields')
  const code = page.getByRole('group', { name: 'The part of __NEXT_DATA__' })
  const data = await page.locator('#__NEXT_DATA__').textContent()
  const [shown] = /"shown":\{.+?\}/.exec(data ?? '') ?? []
  await expect(code).toContainText(shown ?? 'the props')
  await expect(code.locator('.pl-c1')).toHaveText(/^\d+$/)
  await expect(page.getByRole('row', { name: /^10n/ })).toContainText(
    'status 500: Do not know how to serialize a BigInt',
  )
})

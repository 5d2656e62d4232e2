import { isIP } from 'node:net'

/** The key of all clients without an address from the proxy: they share a budget. */
const UNKNOWN = 'unknown'

// Providers assign at least a /64 to each customer, often a /56, and addresses in it change at will.
const IPV6_PREFIX_BITS = 56
const GROUP_BITS = 16

/**
 * Returns the key by which a client is counted: its IPv4 address, or the /56 prefix of its IPv6
 * address. In a list, such as `X-Forwarded-For`, only the last address is from the trusted proxy.
 */
export function clientKey(header: string | readonly string[] | undefined): string {
  const last = String(header ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  const address = withoutPort(last ?? '')
  const version = isIP(address)
  if (version === 4) return address
  return version === 6 ? ipv6Key(address) : UNKNOWN
}

// Some proxies add the port: `192.0.2.1:1234`, `[2001:db8::1]:1234`.
function withoutPort(address: string): string {
  if (address.startsWith('[')) return address.slice(1).split(']', 1)[0] ?? ''
  return address.includes('.') && address.split(':').length === 2
    ? (address.split(':', 1)[0] ?? '')
    : address
}

function ipv6Key(address: string): string {
  const groups = parseGroups(address)
  const isMappedIpv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMappedIpv4)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.')
  return groups
    .map((group, index) => maskGroup(group, IPV6_PREFIX_BITS - index * GROUP_BITS))
    .join(':')
}

/** Returns a group of an address with only its first bits. */
function maskGroup(group: number, bits: number): string {
  const dropped = GROUP_BITS - Math.min(Math.max(bits, 0), GROUP_BITS)
  return ((group >> dropped) << dropped).toString(16)
}

/** Returns the eight groups of an IPv6 address. */
function parseGroups(address: string): number[] {
  // URL writes every address in one form (RFC 5952). A zone names an interface, not a client.
  const { hostname } = new URL(`http://[${address.split('%', 1)[0]}]`)
  const [head = [], tail = []] = hostname
    .slice(1, -1)
    .split('::')
    .map((part) => part.split(':').filter(Boolean))
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0')
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16))
}

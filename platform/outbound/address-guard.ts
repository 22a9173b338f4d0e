import { lookup as resolve } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'

/** Addresses that are nobody's on the public Internet: own machine, inner networks, documentation, multicast. */
const inner: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 127],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
]

function listOf(nets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList()
  for (const [net, bits] of nets) list.addSubnet(net, bits, isIPv6(net) ? 'ipv6' : 'ipv4')
  return list
}

const innerList = listOf(inner)
let allowedList = listOf([])
let allowedWords: readonly string[] = []

/**
 * Opens inner networks to outbound calls, for a whole installation: `10.20.0.0/16,192.168.3.7`. A government network
 * is private throughout, so its operator names it in `HOUQIN_OUTBOUND_ALLOW`. Replaces what was allowed before.
 * @throws RangeError naming the entry that is no address or network
 */
export function allowNetworks(words: string): void {
  const entries = words
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((entry) => {
      const [net = '', bits] = entry.split('/')
      const family = isIP(net)
      const length = bits === undefined ? (family === 6 ? 128 : 32) : Number(bits)
      if (family === 0 || !Number.isInteger(length) || length < 0 || length > (family === 6 ? 128 : 32))
        throw new RangeError(`not an address or network: ${entry}`)
      return [net, length] as const
    })
  allowedList = listOf(entries)
  allowedWords = entries.map(([net, bits]) => `${net}/${bits}`)
}

/** The inner networks that are open, as written. */
export function allowedNetworks(): readonly string[] {
  return allowedWords
}

/** Whether a call may go to this IP address; an IPv4 address in IPv6 dress counts as what it is. */
export function mayCall(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  const plain = mapped ? mapped[1]! : address
  const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4'
  if (allowedList.check(plain, family)) return true
  if (family === 'ipv6' && /^::ffff:/i.test(plain)) return false
  return !innerList.check(plain, family)
}

/** Whether the operator named a network this IP address lies in. */
export function isOpened(address: string): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  return allowedList.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4')
}

/** An address that outbound calls are kept from. */
export class ForbiddenAddress extends Error {
  constructor(host: string) {
    super(`${host} lies in an inner network that is not open to outbound calls`)
    this.name = 'ForbiddenAddress'
  }
}

/**
 * The IP address to connect to. It is looked up once and then used, so that a name cannot answer differently for the
 * check and for the call. @throws ForbiddenAddress; the resolver's own error when the name is unknown
 */
export async function callableAddress(
  host: string,
  may: (address: string) => boolean = mayCall,
): Promise<{ address: string; family: 4 | 6 }> {
  const bare = host.replace(/^\[|\]$/g, '')
  const found = isIP(bare)
    ? [{ address: bare, family: isIP(bare) }]
    : await resolve(bare, { all: true, verbatim: true })
  const open = found.find(({ address }) => may(address))
  if (!open) throw new ForbiddenAddress(host)
  return { address: open.address, family: open.family === 6 ? 6 : 4 }
}

import { describe, expect, it } from 'vitest'
import { readJt808 } from './read-jt808.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

/**
 * Worked out by hand. Body: alarm 0, status 3 (ACC on, fixed), 22.543210° N = 0x0157FB8A, 114.057890° E = 0x06CC6112,
 * altitude 35 m, 46.8 km/h = 468 = 0x01D4, direction 90, 2026-03-02 09:05:07. The checksum is the XOR of all before it.
 */
const body = '00000000 00000003 0157FB8A 06CC6112 0023 01D4 005A 260302090507'
const head2019 = '0200 401C 01 00000000013812345678 0007'
const head2013 = '0200 001C 013812345678 0007'

function framed(plain: string): Buffer {
  const whole = bytes(plain)
  const sum = whole.reduce((left, byte) => left ^ byte, 0)
  const escaped = [...whole, sum].flatMap((byte) =>
    byte === 0x7e ? [0x7d, 2] : byte === 0x7d ? [0x7d, 1] : [byte],
  )
  return Buffer.from([0x7e, ...escaped, 0x7e])
}

describe('JT/T 808 position reports', () => {
  it.each([
    ['of 2019', head2019],
    ['of 2013', head2013],
  ])('are read %s', (_, head) => {
    const [result] = readJt808(framed(`${head} ${body}`))
    expect(result).toEqual({
      kind: 'position',
      position: {
        terminal: '13812345678',
        serial: 7,
        at: new Date('2026-03-02T09:05:07+08:00'),
        lat: 22.543242,
        lon: 114.05749,
        speedKmh: 46.8,
        fixed: true,
      },
    })
  })

  it('undo the escape, in the place and in the checksum', () => {
    // Longitude 0x067E7D12 holds both bytes that are escaped: 7E → 7D 02, 7D → 7D 01.
    const frame = framed(`${head2019} ${body.replace('06CC6112', '067E7D12')}`)
    expect(frame.toString('hex')).toContain('067d027d0112')
    const [result] = readJt808(frame)
    expect(result).toMatchObject({ kind: 'position', position: { lon: 0x06_7e_7d_12 / 1e6 } })
  })

  it('are read one after the other, south and west below zero', () => {
    const south = body.replace('00000003', '0000000E')
    const results = readJt808(Buffer.concat([framed(`${head2019} ${body}`), framed(`${head2019} ${south}`)]))
    expect(results.map(({ kind }) => kind)).toEqual(['position', 'position'])
    expect(results[1]).toMatchObject({ position: { lat: -22.543242, lon: -114.05749 } })
  })

  it('are refused with the reason when they are not whole, and others are told apart', () => {
    const good = framed(`${head2019} ${body}`)
    const changed = Buffer.from(good)
    changed[20]! ^= 1
    expect(readJt808(changed)).toEqual([{ kind: 'refused', why: 'CHECKSUM' }])
    expect(readJt808(good.subarray(0, 9))).toEqual([{ kind: 'refused', why: 'FRAME' }])
    expect(readJt808(framed(`${head2019.replace('401C', '4010')} ${body}`))).toEqual([
      { kind: 'refused', why: 'LENGTH' },
    ])
    expect(readJt808(framed(`${head2019} ${body.replace('260302', '260230')}`))).toEqual([
      { kind: 'refused', why: 'TIME' },
    ])
    expect(readJt808(framed(`${head2019} ${body.replace('00000003', '00000023')}`))).toEqual([
      { kind: 'refused', why: 'ENCRYPTED' },
    ])
    expect(readJt808(framed('0002 4000 01 00000000013812345678 0008'))).toEqual([
      { kind: 'other', message: 2 },
    ])
    expect(readJt808(bytes('7e7e'))).toEqual([])
    expect(readJt808(bytes('7e7d037e'))).toEqual([{ kind: 'refused', why: 'FRAME' }])
  })
})

/** A number as people write it, understood; `raw` is kept because the reading may be wrong. */
export interface ReadFigure {
  raw: string
  value: number
  unit: string
  /** 约, 近, 超, 余 …, empty when the number is given as exact. */
  qualifier: string
}

const exponents: Record<string, number> = { '': 0, 千: 3, 万: 4, 亿: 8, 万亿: 12 }

// 千 before a unit of measure belongs to the unit: 3千瓦时 is 3 kWh.
const shape =
  /^(大约|约|近|将近|超过|超|逾|共计|共|累计)?(-?\d+(?:[,，]\d{3})*(?:\.\d+)?)(余|多)?(万亿|亿|万|千(?![瓦克米卡伏帕赫]))?(余|多)?(\D*)$/

/**
 * Reads a Chinese figure with its multiplier, qualifier and unit: 约425000万人次 is 4.25 × 10⁹ 人次.
 * @returns null when it is no single number
 */
export function parseFigure(raw: string): ReadFigure | null {
  const text = raw.normalize('NFKC').replaceAll(/\s+/g, '')
  const match = shape.exec(text)
  if (!match) return null
  const [, before = '', digits = '', inner = '', multiplier = '', outer = '', unit = ''] = match
  // The exponent is written behind the digits: 18.68e4 is exact, 18.68 × 10000 is not.
  const value = Number(`${digits.replaceAll(/[,，]/g, '')}e${exponents[multiplier]}`)
  return Number.isFinite(value) ? { raw, value, unit, qualifier: before + (inner || outer) } : null
}

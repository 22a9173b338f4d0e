const digits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }

function numberOf(words: string): number | null {
  if (/^\d{1,3}$/.test(words)) return Number(words)
  if (words.includes('十')) {
    const [tens, ones] = words.split('十') as [string, string]
    const high = tens ? digits[tens] : 1
    const low = ones ? digits[ones] : 0
    return high === undefined || low === undefined ? null : high * 10 + low
  }
  return digits[words] ?? null
}

/** A floor as people write it (3楼, 三层, 地下一层, B1, -1, 3F, 首层, 屋顶), to number and usual words; null when it is not understood. */
export function parseFloor(words: string): { floor: string; floorNumber: number } | null {
  const text = words.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase()
  if (/^(屋顶|天面|楼顶)层?$/.test(text)) return { floor: '屋顶', floorNumber: 200 }
  if (/^(首层|大堂)$/.test(text)) return { floor: '1楼', floorNumber: 1 }
  if (/^(室外|院内)$/.test(text)) return { floor: '室外', floorNumber: 0 }
  const below = text.match(/^(?:B|-|地下|负)([0-9一二三四五六七八九十]*)[层楼F室]?$/)
  const above = text.match(/^(?:第)?([0-9一二三四五六七八九十]+)[层楼F]?$/)
  const number = below ? numberOf(below[1] || '1') : above ? numberOf(above[1]!) : null
  if (number === null || number === 0 || number > 150) return null
  if (below) return number > 20 ? null : { floor: `地下${number}层`, floorNumber: -number }
  return { floor: `${number}楼`, floorNumber: number }
}

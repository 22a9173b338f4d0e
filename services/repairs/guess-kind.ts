import type { FaultKind } from './words.ts'

/**
 * Words by which an old sheet's description tells the kind of fault; the first that occurs decides, so what is
 * particular (电梯, 空调) stands before what is general (灯, 漏水). Nothing found: `OTHER`.
 */
export const kindWords: readonly (readonly [FaultKind, readonly string[]])[] = [
  ['ELEVATOR', ['电梯', '轿厢', '扶梯']],
  ['AIR_CONDITIONING', ['空调', '制冷', '制热', '风机盘管', '新风', '暖气']],
  ['NETWORK', ['网络', '网线', '网口', '电话', '路由', '断网', '弱电']],
  [
    'ROOF_WALLS',
    ['屋面', '屋顶', '墙', '渗漏', '渗水', '吊顶', '天花', '地砖', '瓷砖', '粉刷', '防水', '开裂'],
  ],
  ['GREENING', ['绿化', '绿植', '树', '草坪', '花坛', '浇灌']],
  ['DOORS_WINDOWS', ['门', '窗', '锁', '玻璃', '合页', '闭门器', '把手']],
  [
    'PLUMBING_ELECTRIC',
    ['灯', '电', '线路', '插座', '开关', '跳闸', '水', '管', '龙头', '堵塞', '马桶', '洁具', '阀'],
  ],
]

/** The kind of fault that a description speaks of; `place` decides where the words leave it open (屋面 漏水). */
export function guessKind(description: string, place = ''): FaultKind {
  const leak = description.includes('漏')
  if (leak && /屋面|屋顶|顶楼|天台/.test(place)) return 'ROOF_WALLS'
  const found = kindWords.find(([, words]) => words.some((word) => description.includes(word)))
  return found?.[0] ?? 'OTHER'
}

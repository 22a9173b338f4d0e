import { type Text, text } from '#kernel/contract/text.ts'
import { type FaultKind, faultKinds } from '../words.ts'

/** What belongs to a kind, in the words people use. */
export const kindNotes: Record<FaultKind, Text> = {
  PLUMBING_ELECTRIC: text('灯、插座、龙头', 'Lights, sockets, taps, toilets'),
  AIR_CONDITIONING: text('不冷、漏水、响', 'No cold or heat, leaks, noise'),
  ELEVATOR: text('停梯、异响', 'Stopped, noisy, uneven'),
  DOORS_WINDOWS: text('门锁、玻璃', 'Locks, hinges, panes'),
  NETWORK: text('断网、电话不通', 'No network or telephone'),
  ROOF_WALLS: text('渗漏、掉皮', 'Leaks, cracks, peeling'),
  GREENING: text('枯枝、倒伏、浇水', 'Dead or fallen plants, watering'),
  OTHER: text('家具、标牌等', 'Furniture, signs, the rest'),
}

/** The usual complaints by kind: one tap instead of typing. */
export const quickPhrases: Record<FaultKind, readonly Text[]> = {
  PLUMBING_ELECTRIC: [
    text('灯不亮', 'Light does not work'),
    text('插座没电', 'Socket is dead'),
    text('跳闸', 'The breaker trips'),
    text('水龙头漏水', 'Tap leaks'),
    text('马桶堵了', 'Toilet is blocked'),
    text('没有热水', 'No hot water'),
  ],
  AIR_CONDITIONING: [
    text('不制冷', 'Does not cool'),
    text('不制热', 'Does not heat'),
    text('漏水', 'Leaks water'),
    text('声音大', 'Noisy'),
    text('遥控器坏了', 'Remote is broken'),
    text('有异味', 'Smells'),
  ],
  ELEVATOR: [
    text('停在楼层不动', 'Stands still'),
    text('门关不上', 'Door does not close'),
    text('有异响', 'Strange noise'),
    text('按钮失灵', 'Buttons do not react'),
    text('平层不准', 'Stops uneven with the floor'),
  ],
  DOORS_WINDOWS: [
    text('门锁坏了', 'Lock is broken'),
    text('门关不严', 'Door does not shut'),
    text('钥匙断在锁里', 'Key broke in the lock'),
    text('玻璃破了', 'Pane is broken'),
    text('窗户关不上', 'Window does not shut'),
  ],
  NETWORK: [
    text('上不了网', 'No network'),
    text('网速很慢', 'Network is slow'),
    text('网口坏了', 'Outlet is broken'),
    text('电话不通', 'Telephone is dead'),
  ],
  ROOF_WALLS: [
    text('屋顶漏雨', 'Roof leaks'),
    text('墙面渗水', 'Damp wall'),
    text('墙皮脱落', 'Paint peels'),
    text('吊顶松动', 'Ceiling is loose'),
    text('地砖松动', 'Loose tile'),
  ],
  GREENING: [
    text('绿植枯了', 'Plant has died'),
    text('树枝折断', 'Branch is broken'),
    text('草坪积水', 'Lawn stands in water'),
    text('有虫害', 'Pests'),
  ],
  OTHER: [
    text('桌椅坏了', 'Desk or chair is broken'),
    text('柜门坏了', 'Cupboard door is broken'),
    text('标牌掉了', 'Sign came off'),
    text('有异味', 'Smells'),
  ],
}

/** What a report says whose reporter only tapped the kind; written down in Chinese, as the desk reads it. */
export function plainWords(kind: FaultKind): string {
  return `${faultKinds[kind].zh}故障`
}

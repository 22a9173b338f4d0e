import { type Text, text } from '#kernel/contract/text.ts'
import type { FaultKind } from './words.ts'

/** One thing to think of before setting out (细想). `code` is stable: what was ticked refers to it. */
export interface PrepareItem {
  readonly code: string
  readonly title: Text
}

const item = (code: string, zh: string, en: string): PrepareItem => ({ code, title: text(zh, en) })

const always = [item('call', '先与报修人约好上门时间', 'Agree the visit with whoever reported it')]

/** What to bring and to settle beforehand, by kind of fault. */
export const prepareLists: Readonly<Record<FaultKind, readonly PrepareItem[]>> = {
  PLUMBING_ELECTRIC: [
    ...always,
    item('tester', '验电笔、绝缘手套', 'Voltage tester, insulating gloves'),
    item(
      'shut-off',
      '确认断电或关阀的位置并挂牌',
      'Know where to switch off or shut the valve; hang the tag',
    ),
    item('spares', '常用水管、灯管、开关配件', 'Usual pipe, lamp and switch spares'),
  ],
  AIR_CONDITIONING: [
    ...always,
    item('gauge', '压力表、温度计', 'Pressure gauge, thermometer'),
    item('filter', '滤网、清洗用具', 'Filters and cleaning tools'),
    item('ladder', '人字梯，地面防护垫', 'Step ladder, floor cover'),
  ],
  ELEVATOR: [
    ...always,
    item('licence', '持证人员两人到场', 'Two licensed people on site'),
    item('barrier', '层门护栏和停梯告示', 'Landing barriers and an out-of-service notice'),
    item('contractor', '通知维保单位', 'Maintenance contractor told'),
  ],
  DOORS_WINDOWS: [
    ...always,
    item('lock', '锁具、合页、闭门器', 'Locks, hinges, door closers'),
    item('glass', '玻璃尺寸与防割手套', 'Glass size, cut-resistant gloves'),
  ],
  NETWORK: [
    ...always,
    item('line-tester', '测线仪、水晶头、跳线', 'Line tester, plugs, patch cords'),
    item('room-key', '弱电间钥匙', 'Key of the wiring closet'),
  ],
  ROOF_WALLS: [
    ...always,
    item('harness', '安全带、安全帽，查看当日天气', "Harness, helmet; look at the day's weather"),
    item('material', '防水、腻子等材料', 'Sealing and filling material'),
    item('cover', '室内物品遮盖', 'Covers for what stands inside'),
  ],
  GREENING: [
    ...always,
    item('shears', '枝剪、锯、手套', 'Shears, saw, gloves'),
    item('barrier', '作业警示牌和围挡', 'Warning signs and barriers'),
  ],
  OTHER: [...always, item('tools', '通用工具箱', 'General tool box')],
}

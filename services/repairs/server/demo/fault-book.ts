import type { FaultKind } from '../../words.ts'

/** What breaks, what was found, what was done about it, and what was used: name, unit, fen apiece. */
export interface Fault {
  readonly words: string
  readonly cause: string
  readonly done: string
  readonly part?: readonly [name: string, unit: string, fen: number]
}

const fault = (words: string, cause: string, done: string, part?: Fault['part']): Fault => ({
  words,
  cause,
  done,
  ...(part ? { part } : {}),
})

/** Ordinary faults of an office compound, in the words people use. */
export const faultBook: Readonly<Record<FaultKind, readonly Fault[]>> = {
  PLUMBING_ELECTRIC: [
    fault('日光灯不亮，换过启辉器也没用', '整流器烧坏', '更换为 LED 灯管', ['LED 灯管', '支', 2600]),
    fault('水龙头一直滴水', '阀芯磨损', '更换阀芯', ['陶瓷阀芯', '个', 1850]),
    fault('插座没电，电脑开不了机', '空气开关跳闸', '排查短路后合闸'),
    fault('洗手池下水慢，快溢出来了', '存水弯堵塞', '疏通并清洗存水弯'),
    fault('马桶冲不停水', '浮球阀卡滞', '更换水箱配件', ['水箱配件', '套', 4800]),
    fault('走廊应急灯常亮', '蓄电池失效', '更换应急灯', ['应急灯', '盏', 8600]),
    fault('开水器不加热', '加热管结垢', '除垢并更换加热管', ['加热管', '根', 12_800]),
    fault('办公室一半的灯不亮', '线路接头松动', '重新压接接头'),
  ],
  AIR_CONDITIONING: [
    fault('空调不制冷，室内 30 度', '制冷剂不足', '补充制冷剂并检漏', ['制冷剂', 'kg', 9800]),
    fault('空调漏水，滴在桌上', '冷凝水管堵塞', '疏通冷凝水管，清洗接水盘'),
    fault('风机盘管噪声大', '轴承磨损', '更换风机轴承', ['风机轴承', '个', 6500]),
    fault('暖风不热', '电动阀故障', '更换电动二通阀', ['电动二通阀', '个', 18_500]),
    fault('空调有异味', '滤网积尘', '清洗滤网和翅片'),
    fault('温控面板没有显示', '面板损坏', '更换温控面板', ['温控面板', '块', 15_600]),
  ],
  ELEVATOR: [
    fault('电梯运行有异响', '导靴磨损', '更换导靴并润滑', ['导靴', '副', 32_000]),
    fault('电梯平层不准，有台阶', '平层感应器偏移', '校正感应器'),
    fault('电梯按钮按了没反应', '按钮触点氧化', '更换按钮', ['外呼按钮', '个', 8800]),
    fault('电梯门关了又开', '光幕脏污', '清洁光幕'),
  ],
  DOORS_WINDOWS: [
    fault('门锁打不开，钥匙转不动', '锁芯卡死', '更换锁芯', ['锁芯', '个', 6800]),
    fault('玻璃门关不严，风很大', '闭门器漏油', '更换闭门器', ['闭门器', '个', 11_500]),
    fault('窗户推不动', '滑轮损坏', '更换窗滑轮', ['窗滑轮', '副', 1600]),
    fault('卫生间隔断门合页掉了', '合页断裂', '更换合页', ['合页', '副', 1200]),
    fault('窗玻璃裂了一道', '应力开裂', '更换玻璃', ['钢化玻璃', '平方米', 16_000]),
  ],
  NETWORK: [
    fault('网口没有信号，换了网线也不行', '水晶头氧化', '重做水晶头'),
    fault('电话没有拨号音', '配线架跳线松脱', '重新卡接'),
    fault('会议室网络时断时续', '接入交换机端口故障', '更换端口并测试'),
    fault('新工位需要一个网口', '原有端口不足', '增放一条网线', ['六类网线', '米', 350]),
  ],
  ROOF_WALLS: [
    fault('顶层天花板渗水，有水渍', '屋面防水层开裂', '局部修补防水', ['防水涂料', '桶', 26_800]),
    fault('墙皮起鼓脱落', '墙体返潮', '铲除后重新批刮', ['腻子', '袋', 3600]),
    fault('吊顶板掉下来一块', '龙骨松动', '加固龙骨更换板块', ['矿棉板', '块', 2200]),
    fault('走廊地砖松动翘起', '粘结层空鼓', '重新铺贴', ['地砖', '块', 4500]),
    fault('雨天窗台渗水', '窗框密封胶老化', '重打密封胶', ['密封胶', '支', 1800]),
  ],
  GREENING: [
    fault('楼前绿植枯黄倒伏', '灌溉喷头堵塞', '疏通喷头并补种', ['绿篱苗', '株', 1200]),
    fault('树枝被风吹断，挡住人行道', '大风折枝', '锯除断枝并清运'),
    fault('草坪积水不退', '排水口淤堵', '清理排水口'),
    fault('绿植叶片有虫', '蚜虫', '喷施低毒药剂', ['药剂', '瓶', 2600]),
  ],
  OTHER: [
    fault('办公椅升降失灵', '气杆漏气', '更换气杆', ['气杆', '根', 3800]),
    fault('文件柜抽屉卡住', '导轨变形', '更换导轨', ['导轨', '副', 2400]),
    fault('门牌脱落', '粘胶老化', '重新安装'),
    fault('窗帘拉不动', '轨道滑块断', '更换滑块', ['滑块', '包', 900]),
  ],
}

/** Larger works of a year, by kind: what it is, and about what it costs in yuan. */
export const majorBook: readonly (readonly [FaultKind, string, number])[] = [
  ['ROOF_WALLS', '屋面整体防水翻新，雨季多处渗漏', 96_000],
  ['ROOF_WALLS', '走廊及部分房间墙面翻新', 58_000],
  ['ROOF_WALLS', '外墙空鼓面砖排险和修复', 84_000],
  ['PLUMBING_ELECTRIC', '给水主管道老化更换', 73_000],
  ['PLUMBING_ELECTRIC', '配电柜改造和回路增容', 118_000],
  ['PLUMBING_ELECTRIC', '卫生间整体改造', 66_000],
  ['AIR_CONDITIONING', '冷却塔填料更换和水系统清洗', 49_000],
  ['AIR_CONDITIONING', '风机盘管成批更换', 88_000],
  ['ELEVATOR', '电梯主板和曳引系统大修', 135_000],
  ['DOORS_WINDOWS', '外窗更换为断桥铝窗', 102_000],
  ['NETWORK', '楼层弱电间综合布线改造', 61_000],
  ['OTHER', '大厅导视标识系统更新', 32_000],
]

export const contractors = [
  '澜城防水工程有限公司',
  '青禾建筑装饰有限公司',
  '安泰机电维保有限公司',
  '东门市政工程队',
  '湖滨修缮工程有限公司',
  '恒固建设工程有限公司',
] as const

export const praises = [
  '师傅来得很快，修好后还把桌面擦干净了。',
  '一次修好，态度热情。',
  '讲清楚了原因，很专业。',
  '比承诺的时间还早。',
  '谢谢师傅，午休时间也赶过来。',
]
export const complaints = ['等得有点久，希望提前告知。', '修好后又坏了一次。', '现场没有清理干净。']

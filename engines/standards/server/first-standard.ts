import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const clauses: ClauseInput[] = [
  clause(
    'WX-01',
    ['到场告知', 'Announce yourself'],
    [
      '维修人员到场应先说明身份、维修内容和预计用时，征得使用人同意后进入。',
      'On arrival say who you are, what will be done and how long it takes; enter when the user agrees.',
    ],
    must('已向使用人说明身份、内容和用时', 'User told who, what and how long'),
  ),
  clause(
    'WX-02',
    ['断电关水挂牌', 'Isolate and tag'],
    [
      '作业前应切断电源或关闭阀门，验电后在开关处挂“有人工作、禁止合闸”牌，作业完毕由挂牌人取下。',
      'Cut the power or close the valve, test, and hang a tag at the switch; who hung it takes it down.',
    ],
    must('已断电（关水）、验电并挂牌', 'Isolated, tested and tagged', { allowsNa: true }),
  ),
  clause(
    'WX-03',
    ['现场保护', 'Protect the place'],
    [
      '办公家具、地面和设备应遮盖，通道处设围挡或警示，噪声作业避开会议和午休。',
      'Cover furniture, floor and devices; cordon off passages; keep noise out of meetings and the noon rest.',
    ],
    must('家具地面已遮盖，通道已围挡', 'Furniture and floor covered, passage cordoned off'),
  ),
  clause(
    'WX-04',
    ['原因和方案告知', 'Explain cause and plan'],
    [
      '查明原因后应告知使用人处理办法；需停用、更换大件或延长时间的，应先征得同意并报调度。',
      'Tell the user the cause and the plan; ask before shutting down, replacing large parts or taking longer.',
    ],
    must('已告知原因和处理办法', 'Cause and plan explained'),
  ),
  clause(
    'WX-05',
    ['更换件登记', 'Register parts'],
    [
      '更换的配件应登记名称、规格和数量，旧件当面交清或按规定回收。',
      'Note name, type and quantity of parts replaced; hand over or recover the old ones.',
    ],
    must('更换件已登记，旧件已交清', 'Parts noted, old ones handed over', { allowsNa: true }),
  ),
  clause(
    'WX-06',
    ['高处作业', 'Work at height'],
    [
      '2 m 以上作业应系安全带、有人监护，六级以上大风和雷雨天不得做室外高处作业。',
      'Above two metres: harness and a second person; none outdoors in strong wind or thunderstorm.',
    ],
    must('安全带已系，有人监护', 'Harness on, second person present', { allowsNa: true }),
  ),
  clause(
    'WX-07',
    ['隐蔽部位验收', 'Check before covering'],
    [
      '管线、防水等将被覆盖的部位，封闭前应会同使用单位检查并留影。',
      'Pipes, wiring and waterproofing are checked with the user unit and photographed before they are covered.',
    ],
    must('隐蔽部位已验收', 'Checked before covering', { allowsNa: true }),
  ),
  clause(
    'WX-08',
    ['通电通水试验', 'Power and water test'],
    [
      '恢复供电前应测绝缘电阻，恢复供水后应观察 10 分钟无渗漏。',
      'Measure insulation before power returns; watch ten minutes for leaks after water returns.',
    ],
    must('绝缘电阻不低于 0.5 MΩ', 'Insulation at least 0.5 MΩ', {
      allowsNa: true,
      limit: { min: 0.5, max: null, unit: 'MΩ' },
    }),
    must('通电（通水）正常，无渗漏', 'Power and water in order, no leak'),
  ),
  clause(
    'WX-09',
    ['空调运行检测', 'Air-conditioning test'],
    [
      '修复后应运行 15 分钟，测进出风温差，清洗滤网，排水通畅。',
      'Run fifteen minutes, measure the difference between return and supply air, clean the filter, check the drain.',
    ],
    must('进出风温差不小于 8 ℃', 'Air difference at least 8 ℃', {
      allowsNa: true,
      limit: { min: 8, max: null, unit: '℃' },
    }),
    must('滤网已清洗，排水通畅', 'Filter cleaned, drain clear'),
  ),
  clause(
    'WX-10',
    ['电梯停用与恢复', 'Lift out of service and back'],
    [
      '检修时层站应设围挡和停用告示；恢复前应空载、载人各试运行一次，由持证人员签字。',
      'Cordon off landings and post a notice; before return run once empty and once with people, signed by a certified person.',
    ],
    must('层站已围挡并告示', 'Landings cordoned off with notice'),
    must('空载、载人试运行正常', 'Test runs empty and with people in order'),
  ),
  clause(
    'WX-11',
    ['启闭试验', 'Open and close test'],
    [
      '门窗锁具修复后应连续启闭 5 次，灵活到位、锁闭可靠。',
      'Open and close five times: smooth, and it locks.',
    ],
    must('连续启闭五次正常', 'Opened and closed five times in order'),
  ),
  clause(
    'WX-12',
    ['通断测试', 'Line test'],
    ['网络电话修复后应逐口测试通断，线缆两端标识清楚。', 'Test every outlet; label both ends of the cable.'],
    must('端口通断正常', 'Outlets tested'),
    must('线缆标识清楚', 'Cable labelled', { mandatory: false, allowsNa: true }),
  ),
  clause(
    'WX-13',
    ['清理现场', 'Clean up'],
    [
      '作业结束应清走废料和工具，擦净地面桌面，家具复位。',
      'Take away waste and tools, wipe floor and desk, put furniture back.',
    ],
    must('现场已清理，家具已复位', 'Cleaned up, furniture back'),
  ),
  clause(
    'WX-14',
    ['使用人确认', 'User confirms'],
    [
      '应当面演示修复结果，说明使用注意事项，请使用人确认。',
      'Show the result, explain what to mind, ask the user to confirm.',
    ],
    must('已演示并由使用人确认', 'Shown and confirmed by the user'),
  ),
  clause(
    'WX-15',
    ['前后拍照', 'Photos before and after'],
    [
      '渗漏、墙面和改造类作业，应在同一位置拍摄作业前后照片。',
      'For leaks, walls and rebuilding: photos before and after from the same place.',
    ],
    must('已拍摄完工照片', 'Photo of the finished work', { needsPhoto: true }),
  ),
]

/** The standard a bureau begins with, in words of our own; people change it by issuing a new version. */
export const firstStandard = {
  code: 'HQ/WX-001',
  title: '物业维修服务规范',
  titleEn: 'Rules for repair services',
  nodeCode: 'TG-02',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定物业维修到场、作业、试验、清理和确认的要求，适用于本中心及其服务单位在办公区内的日常维修，不适用于新建和整体改造工程。',
      bodyEn:
        'Rules arriving, working, testing, cleaning up and confirming. It applies to everyday repairs by the centre and its contractors, not to building works.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    { part: 'TERMS' as const, body: '无', bodyEn: 'None' },
    {
      part: 'POSTS' as const,
      body: '维修工执行，班组长检查，调度受理和督办。',
      bodyEn: 'Repairers carry it out, foremen check, dispatchers take on and follow up.',
    },
  ],
  clauses,
}

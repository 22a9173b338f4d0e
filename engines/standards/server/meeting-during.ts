import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const inSession: ClauseInput[] = [
  clause(
    'HY-14',
    ['迎候引导', 'Welcome'],
    [
      '服务员应在会议开始前 20 分钟以上到岗，着装统一，在入口和电梯口引导参会人员签到、入座。',
      'Attendants are at their posts 20 minutes before, dressed alike, and lead people from door and lift to the list and their seats.',
    ],
    must('到岗距会议开始不少于 20 分钟', 'In place at least 20 minutes before', {
      limit: { min: 20, max: null, unit: '分钟' },
    }),
    must('入口、电梯口均有人引导', 'Somebody at the door and at the lift'),
  ),
  clause(
    'HY-15',
    ['茶水服务', 'Serve tea'],
    [
      '会议开始后 20 分钟内应续第一次水，此后每次间隔不得超过 30 分钟，先主席台后会场，不得从发言人身前伸手。主办单位要求不进场的，应在会场外备水。',
      'The first refill comes within 20 minutes, the next ones never more than 30 minutes apart, the rostrum first, never across a speaker. Where the organiser wants nobody in, water stands outside.',
    ],
    must('首次续水在会议开始后 20 分钟内', 'First refill within 20 minutes', {
      limit: { min: 0, max: 20, unit: '分钟' },
    }),
    must('续水间隔不超过 30 分钟', 'Refills at most 30 minutes apart', {
      limit: { min: 0, max: 30, unit: '分钟' },
    }),
    must('茶水服务到位，无遗漏座位', 'Tea served, no seat left out'),
  ),
  clause(
    'HY-16',
    ['音响值守', 'Stand by at the desk'],
    [
      '音响师应全程在音控位值守，话筒啸叫、无声或黑屏应在 3 分钟内恢复，不能恢复的应在 3 分钟内换用备用设备。',
      'The engineer stays at the desk; howling, silence or a black screen is over within 3 minutes, or the spare is in use.',
    ],
    must('音响师全程在岗', 'Engineer at the desk throughout'),
    must('故障恢复或换用备用设备不超过 3 分钟', 'Fault over, or spare in use, within 3 minutes', {
      allowsNa: true,
      limit: { min: 0, max: 3, unit: '分钟' },
    }),
  ),
  clause(
    'HY-17',
    ['保密和秩序', 'Discretion and order'],
    [
      '服务人员不得记录、拍摄和传播会议内容，不得翻看会议文件，手机应静音。会场门外应有人值守，无关人员不得进入。',
      'Nobody of the service notes, films or passes on anything, or looks into papers; phones are silent. Somebody stands outside and lets in nobody else.',
    ],
    must('服务人员未记录、拍摄、翻看会议内容', 'Nothing noted, filmed or looked into'),
    must('会场门外有人值守', 'Somebody outside the door'),
  ),
  clause(
    'HY-18',
    ['应急处置', 'Emergencies'],
    [
      '停电、火情或人员突发疾病时，服务员应立即报告会务主管并按应急预案处置：1 分钟内报告，5 分钟内有人到场，疏散时应先引导主席台和行动不便人员。',
      'In a power cut, a fire or a sudden illness the supervisor knows within 1 minute and somebody is there within 5; the rostrum and those who walk with difficulty are led out first.',
    ],
    must('突发情况已按预案处置并报告', 'Handled by the plan and reported', { allowsNa: true }),
  ),
]

const reset: ClauseInput[] = [
  clause(
    'HY-19',
    ['送离和遗留物品', 'See people out, lost things'],
    [
      '服务员应送参会人员离场，并在散会后 15 分钟内逐座检查遗留物品和文件，登记后移交主办单位；涉密文件应当场交回。',
      'People are seen out; within 15 minutes every seat is looked over and what was left is noted and handed to the organiser, confidential papers on the spot.',
    ],
    must('已逐座检查，遗留物品已登记移交', 'Every seat looked over, things noted and handed over'),
  ),
  clause(
    'HY-20',
    ['关闭设备', 'Switch off'],
    [
      '音响师和服务员应关闭音响、投影、灯光和空调，清点话筒和遥控器，损坏的设备应在当天报修。',
      'Sound, projector, light and climate are switched off, microphones and remotes counted; what is broken is reported on the same day.',
    ],
    must('设备电源已关闭', 'Devices switched off'),
    must('话筒、遥控器清点无误', 'Microphones and remotes counted'),
  ),
  clause(
    'HY-21',
    ['会后保洁', 'Clean afterwards'],
    [
      '保洁员应在散会后 40 分钟内清走垃圾、擦净桌面地面，茶具应送洗消毒。',
      'Within 40 minutes waste is out, tables and floor are clean, cups are on their way to be washed and disinfected.',
    ],
    must('垃圾已清走，桌面地面已擦净', 'Waste out, tables and floor clean'),
    must('茶具已送洗消毒', 'Cups sent to be washed and disinfected'),
  ),
  clause(
    'HY-22',
    ['备场复原', 'Reset the room'],
    [
      '服务员应在散会后 60 分钟内把桌椅、席卡架、话筒和窗帘恢复到备场状态并拍照，会场状态应改为可用。',
      'Within 60 minutes tables, plate holders, microphones and curtains are back as they stand by, photographed, and the room shows as free.',
    ],
    must('会场已恢复备场状态，已拍照', 'Room reset and photographed', { needsPhoto: true }),
    must('散会至备场完成不超过 60 分钟', 'Reset within 60 minutes', {
      limit: { min: 0, max: 60, unit: '分钟' },
    }),
  ),
  clause(
    'HY-23',
    ['意见回访', 'Ask for opinions'],
    [
      '承接员应在散会后 1 个工作日内征求主办单位意见，意见和改进办法应记入会议记录。',
      'Within one working day the organiser is asked; what was said and what will change is noted with the meeting.',
    ],
    must('已征求主办单位意见并记录', 'Organiser asked, answer noted'),
  ),
]

/** What is done outside the room while people arrive and leave; behind the others, so that their codes stay. */
const arrival: ClauseInput[] = [
  clause(
    'HY-24',
    ['停车引导', 'Guide parking'],
    [
      '需要停车保障的会议，引导员应在会议开始前 30 分钟以上到岗，按主办单位报的车辆数预留车位，摆好指引牌，引导车辆停放，消防通道和无障碍车位不得占用。散会时应引导车辆有序驶离。',
      'For meetings that ask for parking, the guide is in place at least 30 minutes before, keeps as many places as the organiser named, puts out the signs and guides the cars; fire lanes and accessible places stay free. Afterwards the cars are guided out.',
    ],
    must('预留车位数与主办单位报的车辆数一致', 'As many places kept as the organiser named'),
    must('到岗距会议开始不少于 30 分钟', 'In place at least 30 minutes before the start', {
      limit: { min: 30, max: null, unit: '分钟' },
    }),
    must('指引牌已摆好，消防通道和无障碍车位未被占用', 'Signs out, fire lanes and accessible places free'),
  ),
  clause(
    'HY-25',
    ['电梯保障', 'Attend the lift'],
    [
      '需要电梯保障的会议，服务员应在会议开始前 30 分钟以上试运行电梯，确认轿厢整洁、照明和紧急呼叫正常，并在入场和散会时专人值守。电梯故障时应立即停用，改走备用路线，并报告维修。',
      'For meetings that ask for it, the lift is tried at least 30 minutes before: clean, lit, its emergency call working; somebody attends it while people come and go. One that fails is taken out of use at once, people take the other way, and it is reported.',
    ],
    must('电梯已试运行，轿厢整洁，照明正常', 'Lift tried, clean and lit'),
    must('紧急呼叫试通正常', 'Emergency call tried and in order'),
    must('入场和散会时有专人值守', 'Attended while people come and go'),
    must('故障时已停用并改走备用路线', 'When it failed: out of use, the other way taken', { allowsNa: true }),
  ),
]

/** 会中服务、会后备场，以及会场外的停车和电梯. */
export const meetingClausesDuring: readonly ClauseInput[] = [...inSession, ...reset, ...arrival]

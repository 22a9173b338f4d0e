import type { ClauseInput } from '../schema.ts'
import { clause, must } from './write-clause.ts'

const takeOn: ClauseInput[] = [
  clause(
    'HY-01',
    ['受理登记', 'Take the request'],
    [
      '承接员应登记会议名称、主办单位、联系人、起止时间、人数、会场和保障要求，与主办单位逐项核对，并在收到需求后 30 分钟内答复能否承接。',
      'Note name, organiser, contact, times, people, room and what is needed; go through it with the organiser and answer within 30 minutes whether it can be served.',
    ],
    must('会议要素已登记齐全，并与主办单位核对', 'All particulars noted and gone through with the organiser'),
    must('收到需求至答复不超过 30 分钟', 'Answered within 30 minutes', {
      limit: { min: 0, max: 30, unit: '分钟' },
    }),
  ),
  clause(
    'HY-02',
    ['会议类别和保密', 'Kind of meeting, confidentiality'],
    [
      '承接员应区分领导例会和部门工作会议，并请主办单位确认保密要求。涉密会议的会场不得留有未经检查的录音、摄像和联网设备。',
      'Tell regular leadership meetings from working meetings and have the organiser state what is confidential. No unchecked recording or connected device stays in a room for confidential meetings.',
    ],
    must('会议类别和保密要求已由主办单位确认', 'Kind and confidentiality confirmed by the organiser'),
    must('涉密会场已检查，无未经检查的设备', 'Room for a confidential meeting checked, no unchecked device', {
      allowsNa: true,
    }),
  ),
  clause(
    'HY-03',
    ['任务分派', 'Hand out the tasks'],
    [
      '承接员应把会议拆成会场布置、主席台、席卡、音响、茶水、休息室、会中、保洁和备场任务，每项应有一名责任人和完成时刻，并在会议开始前 4 小时以上派到责任人。临时会议应随接随派。',
      'Split the meeting into its tasks, one person in charge and one due time each, handed out at least 4 hours before; for a meeting at short notice at once.',
    ],
    must('各项任务均有责任人和完成时刻', 'Every task has a person in charge and a due time'),
  ),
  clause(
    'HY-04',
    ['变更处理', 'Changes'],
    [
      '时间、人数、会场或座次变更的，承接员应在接到后 10 分钟内通知受影响的责任人，并更新任务和会场图。',
      'Tell everybody concerned within 10 minutes of a change of time, people, room or seating; bring tasks and plan up to date.',
    ],
    must('变更已通知受影响的责任人，会场图已更新', 'Those concerned told, plan up to date', {
      allowsNa: true,
    }),
  ),
]

const setUp: ClauseInput[] = [
  clause(
    'HY-05',
    ['会场布置', 'Set up the room'],
    [
      '服务员应按会场图摆放桌椅，横竖成线，座位数应多于到会人数，主通道净宽不得小于 1.2 m，安全出口不得遮挡。',
      'Tables and chairs stand by the plan and in line, with more seats than people; the main aisle is at least 1.2 m wide and no exit is blocked.',
    ],
    must('桌椅与会场图一致，横竖成线', 'Tables and chairs by the plan, in line'),
    must('主通道净宽不小于 1.2 m', 'Main aisle at least 1.2 m', {
      limit: { min: 1.2, max: null, unit: 'm' },
    }),
    must('安全出口畅通，标志完好', 'Exits clear, signs in order'),
  ),
  clause(
    'HY-06',
    ['主席台摆放', 'Arrange the rostrum'],
    [
      '主席台座次应由主办单位书面确认。服务员应按确认的座次摆放座椅、席卡、话筒、茶杯和文件，逐位与座次表核对，并在会议开始前 30 分钟以上拍照。座次改动的，应重新核对、重新拍照。',
      'The organiser confirms the order of seats in writing. Chairs, name plates, microphones, cups and papers follow it, checked seat by seat and photographed at least 30 minutes before; after a change again.',
    ],
    must('主席台座次、席卡与座次表逐位核对一致', 'Seats and plates agree with the list, seat by seat'),
    must('主席台摆放到位，开会前已拍照', 'Rostrum arranged, photographed before the start', {
      needsPhoto: true,
    }),
  ),
  clause(
    'HY-07',
    ['席卡制作和摆放', 'Name plates'],
    [
      '席卡姓名和职务应由两人分别与名单核对，字面朝向会场，前后左右对齐。备用空白席卡应有 5 张以上。',
      'Two people check names and posts against the list, each by himself; plates face the room and stand in line; at least 5 blank ones are kept ready.',
    ],
    must('席卡姓名、职务经两人核对无误', 'Names and posts checked by two'),
    must('席卡已摆齐，备用空白席卡不少于 5 张', 'Plates in line, 5 blank ones ready'),
  ),
  clause(
    'HY-08',
    ['话筒、灯光、音响调试', 'Test microphones, light and sound'],
    [
      '音响师应在会议开始前 30 分钟以上完成话筒、灯光、音响和投影的联合调试，逐只试音，更换电量不足的电池，并备好 1 只以上备用话筒。联网会议还应与对方会场试通图像和声音。',
      'Microphones, light, sound and projector are tested together at least 30 minutes before; every microphone is tried, weak batteries are changed, one spare is ready. With a remote site, picture and sound are tried both ways.',
    ],
    must('话筒逐只试音正常，无啸叫', 'Every microphone tried, no howling'),
    must('灯光试开正常', 'Light tried and in order'),
    must('音响、投影联合调试正常', 'Sound and projector tested together and in order'),
    must('调试完成距会议开始不少于 30 分钟', 'Finished at least 30 minutes before the start', {
      limit: { min: 30, max: null, unit: '分钟' },
    }),
    must('备用话筒和电池已备好', 'Spare microphone and batteries ready'),
    must('与对方会场的图像和声音已试通', 'Picture and sound tried with the remote site', { allowsNa: true }),
  ),
  clause(
    'HY-09',
    ['茶水准备', 'Prepare the tea'],
    [
      '茶具应洗净消毒，无破损。服务员应在会议开始前 20 分钟以上备足开水，水温不得低于 80 ℃，每个座位放置一杯或一瓶水，忌茶或有饮食要求的应按名单单独准备。',
      'Cups are clean, disinfected and whole. Water of at least 80 ℃ is ready 20 minutes before; every seat has a cup or a bottle, and wishes on the list are seen to.',
    ],
    must('茶具已洗净消毒，无破损', 'Cups clean, disinfected, whole'),
    must('开水水温不低于 80 ℃', 'Water at least 80 ℃', { limit: { min: 80, max: null, unit: '℃' } }),
    must('茶水已按座位摆齐', 'Tea or water at every seat'),
  ),
  clause(
    'HY-10',
    ['休息室安排', 'Arrange the lounge'],
    [
      '设休息室的会议，服务员应在会议开始前 40 分钟以上开门通风、开启空调、备好茶水和纸巾，并在门口放置指引。休息室与会场之间的路线应提前走一遍，电梯应有人照看。',
      'Where there is a lounge it is open and aired 40 minutes before, with climate, tea and tissues ready and a sign at the door. The way to the room is walked beforehand and the lift is attended.',
    ],
    must('休息室已指定，指引已放好', 'Lounge assigned, sign in place'),
    must('休息室茶水、纸巾、空调已备好', 'Tea, tissues and climate ready'),
  ),
  clause(
    'HY-11',
    ['室温和照明', 'Room climate and light'],
    [
      '服务员应在会议开始前 30 分钟以上开启空调和新风，入场时室温应在 18 ℃ 至 28 ℃ 之间，桌面照度不得低于 300 lx。',
      'Climate and fresh air run 30 minutes before; people come into a room of 18 to 28 ℃, with at least 300 lx on the table.',
    ],
    must('入场时室温在 18 ℃ 至 28 ℃ 之间', 'Room at 18 to 28 ℃ when people come', {
      limit: { min: 18, max: 28, unit: '℃' },
    }),
    must('桌面照度不低于 300 lx', 'At least 300 lx on the table', {
      mandatory: false,
      allowsNa: true,
      limit: { min: 300, max: null, unit: 'lx' },
    }),
  ),
  clause(
    'HY-12',
    ['会前保洁', 'Clean beforehand'],
    [
      '保洁员应在会议开始前 60 分钟以上完成会场、休息室、走廊和卫生间保洁，并补足洗手液和纸巾。',
      'Room, lounge, corridor and lavatories are clean 60 minutes before, soap and tissues filled up.',
    ],
    must('会场、走廊和卫生间已清洁', 'Room, corridor and lavatories clean'),
    must('洗手液和纸巾已补足', 'Soap and tissues filled up'),
  ),
  clause(
    'HY-13',
    ['会前检查', 'Check before the start'],
    [
      '会务主管应在会议开始前 30 分钟对照本标准逐项检查并签认，发现的问题应在开始前改正。',
      'The supervisor checks by this standard 30 minutes before the start and signs; what is wrong is put right before it.',
    ],
    must('会前检查已由会务主管签认', 'Check signed by the supervisor'),
    must('检查发现的问题已改正', 'What was found is put right', { allowsNa: true }),
  ),
]

/** 会议承接、会场准备. */
export const meetingClausesBefore: readonly ClauseInput[] = [...takeOn, ...setUp]

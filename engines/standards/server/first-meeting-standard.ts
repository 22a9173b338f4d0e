import { meetingClausesBefore } from './meeting-before.ts'
import { meetingClausesDuring } from './meeting-during.ts'

/**
 * 会议服务规范: what the centre does for a meeting, in the four steps of `meeting-clauses.ts`. In words of our own;
 * the limits are the centre's, people change them by issuing a new version.
 */
export const firstMeetingStandard = {
  code: 'HQ/HY-001',
  nodeCode: 'TG-02',
  title: '会议服务规范',
  titleEn: 'Rules for meeting services',
  source: '本中心制定（初始版本，可按实际修订）',
  changeNote: '初始版本',
  parts: [
    {
      part: 'SCOPE' as const,
      body: '本标准规定会议承接、会场准备、会中服务、会后备场四个环节的要求，适用于本中心在自有和租用会议室承办的会议，不适用于由会议中心或宾馆自行保障的会议。',
      bodyEn:
        'Rules taking on, setting up, service during the session and resetting. It applies to meetings the centre serves in its own and rented rooms, not to those a conference hotel serves itself.',
    },
    { part: 'REFERENCES' as const, body: '无', bodyEn: 'None' },
    {
      part: 'TERMS' as const,
      body: '备场：会议结束后把会场恢复到下一场会议开始前的状态。\n会场图：标明桌椅、主席台、话筒和席卡位置的平面图。',
      bodyEn:
        'Reset: bringing a room back to the state in which the next meeting can begin. Room plan: shows tables, rostrum, microphones and name plates.',
    },
    {
      part: 'POSTS' as const,
      body: '会议承接员负责承接和变更；会场服务员负责布置、主席台、席卡、茶水、休息室和备场；音响师负责话筒、灯光、音响；保洁员负责会前会后保洁；会务主管负责会前检查和签认。',
      bodyEn:
        'The meeting clerk takes on and passes on changes; attendants set up, serve and reset; the sound engineer tests; cleaners clean; the meeting supervisor checks and signs.',
    },
  ],
  clauses: [...meetingClausesBefore, ...meetingClausesDuring],
}

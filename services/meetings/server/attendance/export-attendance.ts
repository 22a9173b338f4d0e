import type { Ctx } from '#kernel/context.ts'
import type { FileAnswer, InputOf } from '#kernel/contract/action.ts'
import { sheetAnswer } from '#kernel/import/sheet-answer.ts'
import { localMinute } from '#kernel/sheets/local-minute.ts'
import type { attendanceActions } from '../../actions/attendance-actions.ts'
import type { ParticipantRow } from '../../attendance-schema.ts'
import { marks } from '../../attendance-words.ts'
import { sayMeetingTime } from '../../document/say-meeting-time.ts'
import { writeAttendanceDocx } from '../../document/write-attendance-docx.ts'
import type { MeetingSelection } from '../select-meetings.ts'
import { findListed } from './find-list.ts'
import { participantOf, selectParticipants } from './select-participants.ts'

type Action = (typeof attendanceActions)['exportAttendance']

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** 签到表 as a sheet, or to print and sign. @throws Problem 403, 404, 422 */
export async function exportAttendance(
  ctx: Ctx,
  { meetingId, format }: InputOf<Action>,
): Promise<FileAnswer> {
  const meeting = await findListed(ctx, meetingId)
  const people = (await selectParticipants(ctx, meetingId).execute()).map(participantOf)
  const name = `${meeting.number} 签到表`
  if (format === 'docx')
    return {
      bytes: await writeAttendanceDocx(sheetOf(meeting, people)),
      mediaType: docxType,
      fileName: `${name}.docx`,
      rows: people.length,
    }
  const content = {
    title: '签到表',
    columns: [
      { heading: '序号', kind: 'number' as const },
      { heading: '姓名', kind: 'text' as const },
      { heading: '单位', kind: 'text' as const, width: 28 },
      { heading: '职级', kind: 'text' as const },
      { heading: '到会情况', kind: 'text' as const },
      { heading: '签到时间', kind: 'datetime' as const, width: 18 },
      { heading: '代会人', kind: 'text' as const },
      { heading: '代会人单位', kind: 'text' as const, width: 28 },
      { heading: '登记', kind: 'text' as const },
    ],
    rows: people.map((one, index) => [
      index + 1,
      one.name,
      one.unit,
      one.rank ?? '',
      one.mark ? marks[one.mark].zh : '',
      one.arrivedAt ? localMinute(one.arrivedAt) : null,
      one.substitute?.name ?? '',
      one.substitute?.unit ?? '',
      one.markedBy ?? '',
    ]),
  }
  return sheetAnswer(content, format ?? 'xlsx', name)
}

function sheetOf(meeting: MeetingSelection, people: readonly ParticipantRow[]) {
  const came = people.filter(({ arrivedAt }) => arrivedAt !== null).length
  return {
    meeting: meeting.title,
    time: sayMeetingTime(meeting.starts_at, meeting.ends_at),
    room: meeting.room?.name ?? '',
    summary: `应到 ${people.length} 人${came > 0 ? `，实到 ${came} 人` : ''}`,
    people: people.map(({ name, unit, mark, arrivedAt, substitute }) => ({
      name,
      unit,
      // Left empty for a signature where nobody signed in otherwise.
      signed: arrivedAt ? localMinute(arrivedAt).slice(11) : mark ? marks[mark].zh : '',
      note: [mark === 'LATE' ? marks.LATE.zh : '', substitute ? `由${substitute.name}代` : '']
        .filter(Boolean)
        .join('，'),
    })),
  }
}

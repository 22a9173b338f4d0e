import { Transformer } from '@napi-rs/image'
import { directory } from '#engines/directory/module.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import type { Role } from '#kernel/contract/roles.ts'
import { kernel } from '#kernel/module.ts'
import type { World } from '#test/harness.ts'
import { meetings } from '../module.ts'

const { actions } = meetings
type NewMeeting = InputOf<typeof actions.bookMeeting>

/** What tests of meetings begin with: a room at 一号办公楼, a meeting in it on Thursday morning. */
export function meetingStory(world: World) {
  const roomId = async (name: string) => {
    const { items } = await world.as('dispatcher').call(actions.listRooms, { search: name })
    return items[0]!.id
  }
  return {
    roomId,
    async siteId(name = '一号办公楼') {
      const { items } = await world.as('dispatcher').call(directory.actions.listSites, { search: name })
      return items[0]!.id
    },
    async addRoom(more: Partial<InputOf<typeof actions.createRoom>> = {}) {
      const { id } = await world.as('manager').call(actions.createRoom, {
        code: 'H1',
        name: '第一会议室',
        siteId: await this.siteId(),
        capacity: 40,
        layouts: [
          { layout: 'CLASSROOM', capacity: 30 },
          { layout: 'THEATRE', capacity: 40 },
        ],
        ...more,
      })
      return id
    },
    meeting: (room: string, more: Partial<NewMeeting> = {}): NewMeeting => ({
      title: '预算协调会',
      roomId: room,
      from: '2026-03-05T09:00:00+08:00',
      to: '2026-03-05T11:00:00+08:00',
      headcount: 12,
      services: [],
      ...more,
    }),
    book: (role: Role, input: NewMeeting) => world.as(role).call(actions.bookMeeting, input),
    read: (role: Role, meetingId: string) => world.as(role).call(actions.readMeeting, { meetingId }),
    async uploadPhoto(role: Role) {
      const side = 8
      const bytes = await Transformer.fromRgbaPixels(
        new Uint8Array(side * side * 4).fill(160),
        side,
        side,
      ).png()
      return (await world.as(role).call(kernel.actions.storeFile, {}, { file: { name: 'a.png', bytes } })).id
    },
    /** Answers every line of a task that is under way, readings just within the limit. */
    async answerAll(role: Role, taskId: string) {
      const { checklist } = await world.as(role).call(actions.readTask, { taskId })
      const answers = []
      for (const { line } of checklist.lines)
        answers.push({
          lineId: line.id,
          result: 'OK' as const,
          ...(line.limit ? { reading: line.limit.min ?? line.limit.max } : {}),
          ...(line.needsPhoto ? { photoId: await this.uploadPhoto(role) } : {}),
        })
      if (answers.length > 0) await world.as(role).call(actions.recordTaskChecklist, { taskId, answers })
    },
    async personId(name: string) {
      const { items } = await world.as('dispatcher').call(directory.actions.listPeople, { search: name })
      return items[0]!.id
    },
  }
}

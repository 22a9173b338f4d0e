import { Select } from 'antd'
import { directory } from '#engines/directory/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { type Layout, layouts } from '../words.ts'

const messages = defineMessages({
  narrow: text('按院区、设备、布局挑选', 'By campus, equipment, layout'),
  campus: text('院区', 'Campus'),
  equipment: text('要有的设备', 'Equipment'),
  hint: text('如：投影、视频会议', 'projector, video'),
  layout: text('布局', 'Layout'),
})

/** What a room must be like besides free and large enough. */
export interface WantedRoom {
  campusId: string | null
  equipment: string[]
  layout: Layout | null
}
export const anyRoom: WantedRoom = { campusId: null, equipment: [], layout: null }

/** As the reads of rooms take it. */
export function inputOf({ campusId, equipment, layout }: WantedRoom) {
  return {
    ...(campusId ? { campusId } : {}),
    ...(equipment.length > 0 ? { equipment } : {}),
    ...(layout ? { layout } : {}),
  }
}

/** Things a room is often chosen for; any other word can be typed. */
const usualThings = ['投影', '话筒', '视频会议', 'LED', '音响']

interface NarrowRoomsProps {
  value: WantedRoom
  onChange: (next: WantedRoom) => void
}

/** Folded away: the usual booking needs none of it. */
export function NarrowRooms({ value, onChange }: NarrowRoomsProps) {
  const t = useText(messages)
  return (
    <details className="meeting-accessories room-narrow">
      <summary>{t('narrow')}</summary>
      <Wishes value={value} onChange={onChange} />
    </details>
  )
}

function Wishes({ value, onChange }: NarrowRoomsProps) {
  const t = useText(messages)
  const localised = useLocalised()
  const campuses = useRead(directory.actions.listCampuses, {})
  const set = (part: Partial<WantedRoom>) => onChange({ ...value, ...part })
  return (
    <div className="meeting-time">
      <div className="meeting-pick">
        <span>{t('campus')}</span>
        <Select
          aria-label={t('campus')}
          allowClear
          value={value.campusId}
          onChange={(campusId: string | undefined) => set({ campusId: campusId ?? null })}
          options={(campuses.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className="meeting-pick">
        <span>{t('equipment')}</span>
        <Select
          aria-label={t('equipment')}
          mode="tags"
          maxCount={10}
          placeholder={t('hint')}
          value={value.equipment}
          onChange={(equipment: string[]) => set({ equipment })}
          options={usualThings.map((thing) => ({ value: thing, label: thing }))}
        />
      </div>
      <div className="meeting-pick">
        <span>{t('layout')}</span>
        <Select
          aria-label={t('layout')}
          allowClear
          value={value.layout}
          onChange={(layout: Layout | undefined) => set({ layout: layout ?? null })}
          options={(Object.keys(layouts) as Layout[]).map((layout) => ({
            value: layout,
            label: localised(layouts[layout]),
          }))}
        />
      </div>
    </div>
  )
}

import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { repairs } from '../module.ts'
import { searchSites } from './search-sites.ts'

const messages = defineMessages({
  site: text('哪一处物业', 'Which site'),
  siteHint: text('楼名、拼音或首字母', 'Name, pinyin or initials'),
  whole: text('整处物业一张（大厅、楼道用）', 'One for the whole site (lobby, corridors)'),
  rooms: text('哪些房间，各一张', 'Which rooms, one each'),
  all: text('全选', 'All'),
  none: text('全不选', 'None'),
  where: text('贴在哪里（可不填）', 'Where it will hang (optional)'),
  make: text('生成 {n} 张', 'Make {n}'),
  made: text('已生成 {n} 张', '{n} made'),
  noRooms: text(
    '这处物业还没有房间资料，可以先做整处一张。',
    'This site has no rooms yet; make one for the whole site.',
  ),
  limit: text('一次最多 200 张，请分楼层生成。', 'At most 200 at once; make them floor by floor.'),
})

/** The server makes at most so many at once. */
const mostAtOnce = 200

/** Makes codes for a site or for many of its rooms at once. */
export function MakeCodes({ onDone }: { onDone: (siteId: string) => void }) {
  const t = useText(messages)
  const [siteId, setSiteId] = useState<string | null>(null)
  const [whole, setWhole] = useState(false)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [placeText, setPlaceText] = useState('')
  const make = useWrite(repairs.actions.createPlaceCodes, {
    quiet: true,
    invalidates: ['/repairs/place-codes'],
    success: t('made', { n: whole ? 1 : chosen.size }),
    onDone: () => onDone(siteId ?? ''),
  })
  const n = whole ? 1 : chosen.size
  const send = () => {
    if (!siteId) return
    make.mutate({
      siteId,
      ...(whole ? {} : { roomIds: [...chosen] }),
      ...(whole && placeText.trim() ? { placeText: placeText.trim() } : {}),
    })
  }
  return (
    <div className="hq-stack">
      <Section title={t('site')} look="plain">
        <SearchSelect
          name="repairs.sites"
          label={t('site')}
          placeholder={t('siteHint')}
          search={searchSites}
          value={siteId}
          onChange={(next) => {
            setSiteId(next)
            setChosen(new Set())
          }}
        />
      </Section>
      {siteId ? (
        <>
          <Checkbox checked={whole} onChange={({ target }) => setWhole(target.checked)}>
            {t('whole')}
          </Checkbox>
          {whole ? (
            <Input
              aria-label={t('where')}
              placeholder={t('where')}
              maxLength={200}
              value={placeText}
              onChange={({ target }) => setPlaceText(target.value)}
            />
          ) : (
            <RoomChoice siteId={siteId} chosen={chosen} onChange={setChosen} />
          )}
          {make.error ? <Problem error={make.error} /> : null}
          {n > mostAtOnce ? <p role="alert">{t('limit')}</p> : null}
          <div>
            <Button
              type="primary"
              size="large"
              disabled={n === 0 || n > mostAtOnce}
              loading={make.isPending}
              onClick={send}
            >
              {t('make', { n })}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}

interface RoomChoiceProps {
  siteId: string
  chosen: ReadonlySet<string>
  onChange: (chosen: ReadonlySet<string>) => void
}

function RoomChoice({ siteId, chosen, onChange }: RoomChoiceProps) {
  const t = useText(messages)
  const rooms = useRead(directory.actions.listRooms, { siteId, limit: 200 }, { keep: false })
  if (rooms.isPending) return <Loading compact />
  if (rooms.error) return <Problem error={rooms.error} onRetry={() => void rooms.refetch()} />
  const floors = [...new Set(rooms.data.items.map((room) => room.floor))]
  const toggle = (ids: readonly string[]) => {
    const on = ids.every((id) => chosen.has(id))
    const next = new Set(chosen)
    for (const id of ids) {
      if (on) next.delete(id)
      else next.add(id)
    }
    onChange(next)
  }
  if (floors.length === 0) return <p className="hq-faint">{t('noRooms')}</p>
  const all = rooms.data.items.map((room) => room.id)
  return (
    <Section
      title={t('rooms')}
      look="plain"
      extra={
        <button type="button" className="hq-quiet" onClick={() => toggle(all)}>
          {t(all.every((id) => chosen.has(id)) ? 'none' : 'all')}
        </button>
      }
    >
      {floors.map((floor) => {
        const here = rooms.data.items.filter((room) => room.floor === floor)
        const ids = here.map((room) => room.id)
        const on = ids.filter((id) => chosen.has(id)).length
        return (
          <fieldset key={floor} className="hq-floor">
            <legend>
              <Checkbox
                checked={on === ids.length}
                indeterminate={on > 0 && on < ids.length}
                onChange={() => toggle(ids)}
              >
                {floor}
              </Checkbox>
            </legend>
            <div className="hq-floor-rooms">
              {here.map((room) => (
                <Checkbox key={room.id} checked={chosen.has(room.id)} onChange={() => toggle([room.id])}>
                  {room.name}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        )
      })}
    </Section>
  )
}

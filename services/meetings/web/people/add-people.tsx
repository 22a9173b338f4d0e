import { Button, Input } from 'antd'
import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { useWrite } from '#kernel/web/use-write.ts'
import { Problem } from '#ui/problem.tsx'
import { type Choice, SearchSelect } from '#ui/search-select.tsx'
import { Section } from '#ui/section.tsx'
import { meetings } from '../../module.ts'
import { searchUnits } from '../choices.ts'

const messages = defineMessages({
  title: text('登记参会人', 'Add participants'),
  person: text('从通讯录选人', 'From the directory'),
  wholeUnit: text('整个单位的人一起加入', 'Everybody of a unit at once'),
  unitDone: text('加入 {added} 人，{repeated} 人已在名单上', '{added} added, {repeated} were listed already'),
  name: text('姓名', 'Name'),
  unit: text('单位', 'Unit'),
  add: text('加入', 'Add'),
  paste: text('粘贴名单', 'Paste a list'),
  hint: text(
    '每行一人：姓名、单位、职级，用空格、逗号或表格列分开；从 Excel 或微信复制即可。',
    'One a line: name, unit, rank, by blank, comma or column; copy it from a sheet or a message.',
  ),
  take: text('加入名单', 'Take it over'),
  done: text(
    '加入 {added} 人（{known} 人在通讯录），{repeated} 人已在名单上',
    '{added} added ({known} of the directory), {repeated} were listed already',
  ),
  unread: text('这些行没有姓名：{lines}', 'These lines hold no name: {lines}'),
})

/** People of the directory, guests by name, or a whole list as it was copied. */
export function AddPeople({ meetingId }: { meetingId: string }) {
  const t = useText(messages)
  const session = useSession()
  const [guest, setGuest] = useState({ name: '', unit: '' })
  const add = useWrite(meetings.actions.addParticipants, {
    invalidates: ['/meetings'],
    onDone: () => setGuest({ name: '', unit: '' }),
  })
  const addUnit = useWrite(meetings.actions.addUnit, { invalidates: ['/meetings'] })
  const addGuest = () =>
    add.mutate({ meetingId, items: [{ name: guest.name.trim(), unit: guest.unit.trim() }] })
  return (
    <Section title={t('title')}>
      <div className="hq-stack">
        {session.allowed(directory.actions.listPeople.permission) ? (
          <SearchSelect
            name="meetings.people"
            label={t('person')}
            placeholder={t('person')}
            search={searchPeople}
            value={null}
            onChange={(personId) => personId && add.mutate({ meetingId, items: [{ personId }] })}
          />
        ) : null}
        {session.allowed(directory.actions.listUnits.permission) ? (
          <SearchSelect
            name="meetings.units"
            label={t('wholeUnit')}
            placeholder={t('wholeUnit')}
            search={searchUnits}
            value={null}
            onChange={(unitId) => unitId && addUnit.mutate({ meetingId, unitId })}
          />
        ) : null}
        {addUnit.data ? (
          <p role="status">{t('unitDone', { added: addUnit.data.added, repeated: addUnit.data.repeated })}</p>
        ) : null}
        <div className="people-add">
          <Input
            aria-label={t('name')}
            placeholder={t('name')}
            maxLength={60}
            value={guest.name}
            onChange={({ target }) => setGuest({ ...guest, name: target.value })}
          />
          <Input
            aria-label={t('unit')}
            placeholder={t('unit')}
            maxLength={100}
            value={guest.unit}
            onChange={({ target }) => setGuest({ ...guest, unit: target.value })}
            onPressEnter={() => guest.name.trim() && addGuest()}
          />
          <Button disabled={!guest.name.trim()} loading={add.isPending} onClick={addGuest}>
            {t('add')}
          </Button>
        </div>
        <PasteList meetingId={meetingId} />
      </div>
    </Section>
  )
}

async function searchPeople(words: string): Promise<Choice[]> {
  const { items } = await call(directory.actions.listPeople, { search: words, limit: 20 })
  return items.map((person) => ({ value: person.id, label: person.name, note: person.unitName }))
}

function PasteList({ meetingId }: { meetingId: string }) {
  const t = useText(messages)
  const [list, setList] = useState('')
  const paste = useWrite(meetings.actions.pasteParticipants, {
    quiet: true,
    invalidates: ['/meetings'],
    onDone: () => setList(''),
  })
  return (
    <details>
      <summary>{t('paste')}</summary>
      <div className="hq-stack">
        <p className="hq-faint">{t('hint')}</p>
        <Input.TextArea
          aria-label={t('paste')}
          autoSize={{ minRows: 4, maxRows: 16 }}
          maxLength={200_000}
          value={list}
          onChange={({ target }) => setList(target.value)}
        />
        <div>
          <Button
            type="primary"
            disabled={!list.trim()}
            loading={paste.isPending}
            onClick={() => paste.mutate({ meetingId, list })}
          >
            {t('take')}
          </Button>
        </div>
        {paste.data ? (
          <p role="status">
            {t('done', { added: paste.data.added, known: paste.data.known, repeated: paste.data.repeated })}
            {paste.data.unread.length > 0 ? (
              <>
                <br />
                {t('unread', {
                  lines: paste.data.unread.map(({ line, words }) => `${line} “${words}”`).join('；'),
                })}
              </>
            ) : null}
          </p>
        ) : null}
        {paste.error ? <Problem error={paste.error} /> : null}
      </div>
    </details>
  )
}

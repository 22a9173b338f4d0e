import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { useOrderWrite } from '#engines/orders/web/use-order-write.ts'
import { urgencies } from '#engines/orders/words.ts'
import type { InputOf } from '#kernel/contract/action.ts'
import { call } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'
import { useSession } from '#kernel/web/use-session.ts'
import { ChoiceTiles } from '#ui/choice-tiles.tsx'
import { Problem } from '#ui/problem.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { SidePanel } from '#ui/side-panel.tsx'
import { repairs } from '../../module.ts'
import { faultKinds } from '../../words.ts'
import type { ChosenPlace } from '../chosen-place.ts'
import { PlacePicker } from '../place-picker.tsx'
import '../repairs.css'
import { CallDuplicates, CallerOrders } from './call-duplicates.tsx'
import { searchPeople, searchUnits } from './directory-choices.ts'

const messages = defineMessages({
  title: text('接电话代报', 'Take a call'),
  caller: text('谁来电（姓名、拼音）', 'Who is calling (name or pinyin)'),
  stranger: text('名单里没有，写姓名', 'Not in the directory: write the name'),
  known: text('从名单里选', 'Choose from the directory'),
  name: text('来电人姓名', 'Caller’s name'),
  unit: text('单位', 'Unit'),
  phone: text('回拨电话', 'Number to call back'),
  place: text('在哪里', 'Where'),
  kind: text('什么坏了', 'What is broken'),
  words: text('来电人怎么说', 'What the caller says'),
  urgency: text('急不急', 'How urgent'),
  owner: text('首问责任人：{name}（您），以后不变', 'First-contact owner: {name} (you); this never changes'),
  submit: text('登记（Ctrl+回车）', 'Enter it (Ctrl+Enter)'),
  missing: text('还差：{what}', 'Still missing: {what}'),
  sent: text('已登记 {number}，承诺{when}前办好', 'Entered as {number}; promised by {when}'),
  sentBare: text('已登记 {number}', 'Entered as {number}'),
})

type Call = Partial<InputOf<typeof repairs.actions.takeCall>>

interface TakeCallProps {
  onClose: () => void
  /** The caller asks about this order, which is there already. */
  onFollow: (orderId: string) => void
}

/** What a caller tells, entered while they speak; open repairs at the same place show as soon as the place is known. */
export function TakeCallPanel({ open, ...rest }: { open: boolean } & TakeCallProps) {
  const t = useText(messages)
  return (
    <SidePanel open={open} title={t('title')} onClose={rest.onClose}>
      <TakeCall {...rest} />
    </SidePanel>
  )
}

function TakeCall({ onClose, onFollow }: TakeCallProps) {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const [draft, setDraft] = useState<Call>({ urgency: 'NORMAL' })
  const [place, setPlace] = useState<ChosenPlace | null>(null)
  const [stranger, setStranger] = useState(false)
  const [knownName, setKnownName] = useState('')
  const [tried, setTried] = useState(false)
  const { message } = App.useApp()
  const change = (next: Call) => setDraft((before) => ({ ...before, ...next }))
  const take = useOrderWrite(repairs.actions.takeCall, {
    quiet: true,
    onDone: ({ number, finishDueAt }) => {
      message.success(
        finishDueAt ? t('sent', { number, when: format.when(finishDueAt) }) : t('sentBare', { number }),
      )
      onClose()
    },
  })
  const missing = [
    draft.callerPersonId || (draft.callerName?.trim() && draft.callerUnitId) ? '' : t('caller'),
    place ? '' : t('place'),
    draft.kind ? '' : t('kind'),
    draft.description?.trim() ? '' : t('words'),
  ].filter(Boolean)
  const submit = () => {
    setTried(true)
    const { kind, description } = draft
    if (missing.length > 0 || !place || !kind || !description) return
    take.mutate({
      ...draft,
      kind,
      description,
      siteId: place.siteId,
      roomId: place.roomId,
      ...(place.placeText ? { placeText: place.placeText } : {}),
    })
  }
  const chooseCaller = async (personId: string | null) => {
    change({ callerPersonId: personId })
    if (!personId) return
    // What the directory knows is not asked again.
    const person = await call(directory.actions.readPerson, { personId })
    setKnownName(person.name)
    change(person.mobile ? { callerPhone: person.mobile } : {})
  }
  const callerName = draft.callerPersonId ? knownName : (draft.callerName?.trim() ?? '')
  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        // Keys pressed in a dialog above the form come by here too.
        const own = event.target instanceof Node && event.currentTarget.contains(event.target)
        if (own && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
      }}
    >
      {stranger ? (
        <div className="call-pair">
          <Labelled title={t('name')} id="call-name">
            <Input
              id="call-name"
              maxLength={50}
              value={draft.callerName ?? ''}
              onChange={({ target }) => change({ callerName: target.value })}
            />
          </Labelled>
          <Labelled title={t('unit')} id="call-unit">
            <SearchSelect
              id="call-unit"
              name="directory.units"
              search={searchUnits}
              value={draft.callerUnitId}
              onChange={(callerUnitId) => change({ callerUnitId })}
            />
          </Labelled>
        </div>
      ) : (
        <Labelled title={t('caller')} id="call-person">
          <SearchSelect
            id="call-person"
            name="directory.people"
            autoFocus
            search={searchPeople}
            value={draft.callerPersonId}
            onChange={(personId) => void chooseCaller(personId)}
          />
        </Labelled>
      )}
      <div className="call-pair">
        <Labelled title={t('phone')} id="call-phone">
          <Input
            id="call-phone"
            type="tel"
            maxLength={26}
            value={draft.callerPhone ?? ''}
            onChange={({ target }) => change({ callerPhone: target.value || undefined })}
          />
        </Labelled>
        <Button
          type="link"
          onClick={() => {
            setStranger(!stranger)
            change({ callerPersonId: null, callerName: undefined, callerUnitId: null })
          }}
        >
          {t(stranger ? 'known' : 'stranger')}
        </Button>
      </div>
      {draft.callerPersonId && knownName ? (
        <CallerOrders
          key={draft.callerPersonId}
          personId={draft.callerPersonId}
          callerName={knownName}
          onFollow={onFollow}
        />
      ) : null}
      <h3>{t('place')}</h3>
      <PlacePicker value={place} onChange={setPlace} known={[]} />
      <h3>{t('kind')}</h3>
      <ChoiceTiles
        label={t('kind')}
        value={draft.kind}
        onChange={(value) => change({ kind: kinds.find((kind) => kind === value) })}
        options={kinds.map((value) => ({ value, title: faultKinds[value] }))}
      />
      {place ? (
        <CallDuplicates place={place} kind={draft.kind} callerName={callerName} onFollow={onFollow} />
      ) : null}
      <Labelled title={t('words')} id="call-words">
        <Input.TextArea
          id="call-words"
          maxLength={2000}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={draft.description ?? ''}
          onChange={({ target }) => change({ description: target.value })}
        />
      </Labelled>
      <h3>{t('urgency')}</h3>
      <ChoiceTiles
        label={t('urgency')}
        value={draft.urgency}
        onChange={(value) => change({ urgency: value === 'URGENT' ? 'URGENT' : 'NORMAL' })}
        options={[
          { value: 'NORMAL', title: urgencies.NORMAL },
          { value: 'URGENT', title: urgencies.URGENT },
        ]}
      />
      <p className="hq-soft">{t('owner', { name: session.name })}</p>
      {take.error ? <Problem error={take.error} /> : null}
      {tried && missing.length > 0 ? (
        <p role="alert" className="call-missing">
          {t('missing', { what: missing.join('、') })}
        </p>
      ) : null}
      <Button type="primary" size="large" htmlType="submit" loading={take.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}

const kinds = Object.keys(faultKinds) as (keyof typeof faultKinds)[]

function Labelled({ title, id, children }: { title: string; id: string; children: React.ReactNode }) {
  return (
    <div className="call-field">
      <label htmlFor={id}>{title}</label>
      {children}
    </div>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { directory } from '#engines/directory/module.ts'
import { call } from '#kernel/contract/client.ts'
import { allRoles, type Role, roles } from '#kernel/contract/roles.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import type { Ask } from '../schema.ts'

const messages = defineMessages({
  head: text('申请单位负责人', 'Head of the requester’s unit'),
  everybody: text('{role}（岗位）', '{role} (role)'),
  roles: text('岗位', 'Roles'),
  people: text('指定的人', 'Named people'),
  hint: text('选岗位，或输入姓名', 'Choose a role, or type a name'),
})

const keyOf = (ask: Ask) =>
  ask.kind === 'ROLE' ? `ROLE:${ask.role}` : ask.kind === 'PERSON' ? `PERSON:${ask.personId}` : 'UNIT_HEAD'

function askOf(key: string): Ask {
  const [kind, id] = key.split(':') as [string, string]
  if (kind === 'ROLE') return { kind, role: id as Role }
  return kind === 'PERSON' ? { kind, personId: id } : { kind: 'UNIT_HEAD' }
}

interface AskPickerProps {
  value?: Ask[]
  onChange?: (value: Ask[]) => void
  id?: string
  label: string
}

/** Who: a role, the head of the requester’s unit, or people by name. */
export function AskPicker({ value = [], onChange, id, label }: AskPickerProps) {
  const t = useText(messages)
  const say = useLocalised()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = useQuery({
    queryKey: ['choices', 'directory.people', asked],
    queryFn: async () =>
      (await call(directory.actions.listPeople, { ...(asked ? { search: asked } : {}), limit: 20 })).items,
    placeholderData: (before) => before,
  })
  const named = useNamed(value.flatMap((ask) => (ask.kind === 'PERSON' ? [ask.personId] : [])))
  const people = new Map([
    ...named.map((person) => [person.id, person.name] as const),
    ...(found.data ?? []).map((person) => [person.id, `${person.name} · ${person.unitName}`] as const),
  ])
  const general = [
    { value: 'UNIT_HEAD', label: t('head') },
    ...allRoles
      .filter((role) => role !== 'auditor')
      .map((role) => ({ value: `ROLE:${role}`, label: t('everybody', { role: say(roles[role]) }) })),
  ]
  return (
    <Select
      {...(id ? { id } : {})}
      mode="multiple"
      aria-label={label}
      placeholder={t('hint')}
      value={value.map(keyOf)}
      onChange={(keys: string[]) => {
        setWords('')
        onChange?.(keys.map(askOf))
      }}
      showSearch={{
        onSearch: setWords,
        filterOption: fits,
      }}
      options={[
        { label: t('roles'), options: general },
        {
          label: t('people'),
          options: [...people].map(([personId, name]) => ({ value: `PERSON:${personId}`, label: name })),
        },
      ]}
    />
  )
}

/** People were found by the server, which knows pinyin. */
function fits(typed: string, option: object | undefined): boolean {
  const { value = '', label = '' } = (option ?? {}) as { value?: string; label?: string }
  return value.startsWith('PERSON:') || label.includes(typed)
}

/** The names of people chosen before, who are in no search. */
function useNamed(ids: readonly string[]): { id: string; name: string }[] {
  const wanted = [...ids].sort()
  const read = useQuery({
    queryKey: ['choices', 'directory.named', wanted],
    queryFn: () => Promise.all(wanted.map((personId) => call(directory.actions.readPerson, { personId }))),
    enabled: wanted.length > 0,
    staleTime: 60_000,
    placeholderData: (before) => before,
  })
  return read.data ?? []
}

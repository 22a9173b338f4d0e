import { Select } from 'antd'
import { useLocalised } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { standards } from '../module.ts'

interface NodeSelectProps {
  value?: string | null
  onChange?: (value: string | null) => void
  id?: string
  /** Offers no node at all under this name. */
  none?: string
}

/** Chooses a node of the standard system. */
export function NodeSelect({ value, onChange, id, none }: NodeSelectProps) {
  const localised = useLocalised()
  const tree = useRead(standards.actions.readTree, {})
  const nodes = (tree.data?.nodes ?? []).map((node) => ({
    value: node.id,
    label: `${'　'.repeat(node.depth)}${node.code} ${localised(node.title)}`,
  }))
  return (
    <Select<string>
      id={id}
      showSearch={{ optionFilterProp: 'label' }}
      loading={tree.isLoading}
      value={value ?? (none ? '' : undefined)}
      onChange={(chosen) => onChange?.(chosen === '' ? null : chosen)}
      options={none ? [{ value: '', label: none }, ...nodes] : nodes}
    />
  )
}

import { useEffect, useRef } from 'react'
import type { OutputOf } from '#kernel/contract/action.ts'
import type { Text } from '#kernel/contract/text.ts'
import { useFormat } from '#kernel/web/format.ts'
import { LinkTo } from '#kernel/web/link-to.tsx'
import { useLocalised, useText } from '#kernel/web/messages.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Loading } from '#ui/loading.tsx'
import { Problem } from '#ui/problem.tsx'
import { directory } from '../module.ts'
import { unitKinds } from '../words.ts'
import { messages } from './messages.ts'

type Unit = OutputOf<typeof directory.actions.listUnits>['items'][number]

/** Units in the order of their tree, with how deep each stands. */
export function treeOrder(units: readonly Unit[]): { unit: Unit; depth: number }[] {
  const known = new Set(units.map(({ id }) => id))
  const below = (parentId: string | null, depth: number): { unit: Unit; depth: number }[] =>
    units
      .filter((unit) => (unit.parentId && known.has(unit.parentId) ? unit.parentId : null) === parentId)
      .flatMap((unit) => [{ unit, depth }, ...below(unit.id, depth + 1)])
  return below(null, 0)
}

/** Served units and the centre's sections with their people; the chosen one narrows the list beside it. */
export function UnitTree({ chosen }: { chosen: string | undefined }) {
  const t = useText(messages)
  const tree = useRef<HTMLElement>(null)
  const { data, error, refetch } = useRead(directory.actions.listUnits, { limit: 200 })
  const loaded = data !== undefined
  useEffect(() => {
    if (loaded && chosen) tree.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [loaded, chosen])
  if (error) return <Problem error={error} onRetry={refetch} />
  if (!data) return <Loading />
  return (
    <nav ref={tree} className="directory-tree" aria-label={t('units')}>
      <LinkTo to="/organisation" current={chosen === undefined} className="directory-unit">
        {t('allPeople')}
      </LinkTo>
      {(['client', 'centre'] as const).map((kind) => (
        <Branch
          key={kind}
          title={unitKinds[kind]}
          units={data.items.filter((unit) => unit.kind === kind)}
          chosen={chosen}
        />
      ))}
    </nav>
  )
}

function Branch(props: { title: Text; units: readonly Unit[]; chosen: string | undefined }) {
  const localised = useLocalised()
  const format = useFormat()
  if (props.units.length === 0) return null
  return (
    <>
      <h2>{localised(props.title)}</h2>
      {treeOrder(props.units).map(({ unit, depth }) => (
        <LinkTo
          key={unit.id}
          to={`/organisation?unitId=${unit.id}`}
          current={unit.id === props.chosen}
          className={`directory-unit directory-depth-${Math.min(depth, 3)}`}
        >
          <span>{unit.name}</span>
          <span className="hq-faint">{format.number(unit.people)}</span>
        </LinkTo>
      ))}
    </>
  )
}

import { useStore } from '#kernel/web/store.ts'
import { useDesk } from './grid-desk.ts'
import { useGridWords } from './use-grid-words.ts'

export interface GridFootProps {
  id: string
  canMake: boolean
  canMove: boolean
}

/** What has just happened, seen and spoken; the keys while nothing has. */
export function GridFoot({ id, canMake, canMove }: GridFootProps) {
  const { t } = useGridWords()
  const desk = useDesk()
  const said = useStore(desk.said)
  const keys = [t('keysWalk'), canMake ? t('keysMake') : '', canMove ? t('keysMove') : '']
  const held = canMake || canMove ? t('keysHeld') : ''
  const keysWords = [...keys, held].filter(Boolean).join(t('semicolon'))
  return (
    <div className="hq-tg-foot">
      <p role="status" className={said?.bad ? 'hq-tg-bad' : undefined}>
        {said?.words ?? ''}
      </p>
      <p id={id} className={said ? 'hq-hidden' : 'hq-faint hq-tg-keys'}>
        {keysWords}
      </p>
    </div>
  )
}

import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useText } from '#kernel/web/messages.ts'

const messages = defineMessages({
  loading: text('正在读取', 'Loading'),
  slow: text('比平常慢，仍在读取……', 'Slower than usual, still loading…'),
})

/** Shows that work is going on: nothing before 300 ms, a word more after 4 s. */
export function Loading({ compact }: { compact?: boolean }) {
  const t = useText(messages)
  const [stage, setStage] = useState<'hidden' | 'shown' | 'slow'>('hidden')
  useEffect(() => {
    const shown = setTimeout(() => setStage('shown'), 300)
    const slow = setTimeout(() => setStage('slow'), 4000)
    return () => {
      clearTimeout(shown)
      clearTimeout(slow)
    }
  }, [])
  return (
    <div
      className={compact ? 'hq-loading hq-loading-compact' : 'hq-loading'}
      role="status"
      aria-live="polite"
    >
      {stage === 'hidden' ? null : <Spin size={compact ? 'small' : 'medium'} />}
      {stage === 'hidden' ? null : (
        <span className="hq-faint">{t(stage === 'slow' ? 'slow' : 'loading')}</span>
      )}
    </div>
  )
}

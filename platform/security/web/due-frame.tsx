import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Mark } from '#kernel/web/mark.tsx'
import { useText } from '#kernel/web/messages.ts'
import { sessionKey } from '#kernel/web/use-session.ts'
import { useSignOut } from '#kernel/web/use-sign-out.ts'
import { messages } from './messages.ts'

/** Asks anew who is signed in: what was owed is paid, and the page behind appears. */
export function useGoOn(): () => void {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: sessionKey })
}

/** One thing to do before anything else, and the way out. */
export function DueFrame({ title, why, children }: { title: string; why: string; children: ReactNode }) {
  const t = useText(messages)
  const signOut = useSignOut()
  return (
    <main className="hq-door">
      <div className="hq-door-card hq-door-wide">
        <header className="hq-door-head">
          <Mark />
          <div>
            <h1>{title}</h1>
            <p className="hq-soft">{why}</p>
          </div>
        </header>
        {children}
        <footer className="hq-door-foot">
          <Button type="text" onClick={() => void signOut()}>
            {t('signOut')}
          </Button>
        </footer>
      </div>
    </main>
  )
}

import { Button } from 'antd'
import { ApiProblem } from '#kernel/contract/client.ts'
import { text } from '#kernel/contract/text.ts'
import { defineMessages, useLocalised, useText } from '#kernel/web/messages.ts'
import { stringifySearch, usePath, useSearch } from '#kernel/web/navigate.ts'
import { useRead } from '#kernel/web/use-read.ts'
import { Problem } from '#ui/problem.tsx'
import { singleSignOn } from '../module.ts'
import { doorProblems } from '../problems.ts'

const messages = defineMessages({
  by: text('用{title}登录', 'Sign in with {title}'),
  ways: text('其他登录方式', 'Other ways to sign in'),
})

/** One button for each provider, and why the last attempt was refused; only words of ours, whatever the address says. */
export default function DoorButtons() {
  const t = useText(messages)
  const say = useLocalised()
  const path = usePath()
  const [{ refused, ...search }] = useSearch()
  const { data } = useRead(singleSignOn.actions.listDoors, {})
  const code = typeof refused === 'string' && Object.hasOwn(doorProblems, refused) ? refused : null
  const words = code ? say(doorProblems[code as keyof typeof doorProblems]) : ''
  const to = `${path}${stringifySearch(search)}`
  const query = to === '/' ? '' : `?to=${encodeURIComponent(to)}`
  if (!code && !data?.items.length) return null
  return (
    <div className="hq-stack">
      {code ? (
        <Problem
          error={new ApiProblem({ type: 'about:blank', title: words, status: 403, code, detail: words })}
        />
      ) : null}
      {data?.items.length ? (
        <nav className="hq-stack" aria-label={t('ways')}>
          {data.items.map(({ id, title }) => (
            <Button key={id} size="large" block href={`/api/auth/single-sign-on/${id}${query}`}>
              {t('by', { title })}
            </Button>
          ))}
        </nav>
      ) : null}
    </div>
  )
}

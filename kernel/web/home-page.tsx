import { type ComponentType, lazy, Suspense, useMemo } from 'react'
import { text } from '#kernel/contract/text.ts'
import { Empty } from '#ui/empty.tsx'
import { Loading } from '#ui/loading.tsx'
import { Page } from '#ui/page.tsx'
import { Tile, Tiles } from '#ui/tiles.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { useFormat } from './format.ts'
import { homeScreen, menuOf } from './menu.ts'
import { defineMessages, useText } from './messages.ts'
import { useSession } from './use-session.ts'
import { useSettled } from './use-settled.ts'
import type { HomeCard, WebModule, WebPage } from './web-module.ts'

const messages = defineMessages({
  hello: text('{name}，您好', 'Hello, {name}'),
  none: text('还没有为您开通服务', 'No service is open to you yet'),
  next: text('请管理员为您的账户分配角色。', 'Ask your administrator to give your account a role.'),
})

// One lazy component per block for the life of the page: made in render, it would be fetched and reset each time.
const made = new Map<HomeCard | WebPage, { key: number; Card: ComponentType }>()

function madeOf(card: HomeCard | WebPage): { key: number; Card: ComponentType } {
  const known = made.get(card) ?? { key: made.size, Card: lazy(card.load) }
  made.set(card, known)
  return known
}

/** The first screen of a role: a page as a whole, or its cards in order; without either, its menu as large tiles. */
export function HomePage({ modules }: { modules: readonly WebModule[] }) {
  const screen = homeScreen(modules, useSession())
  if (!screen) return <HomeCards modules={modules} />
  const { Card } = madeOf(screen)
  return (
    <Suspense fallback={<Loading />}>
      <Card />
    </Suspense>
  )
}

function HomeCards({ modules }: { modules: readonly WebModule[] }) {
  const t = useText(messages)
  const format = useFormat()
  const session = useSession()
  const cards = useMemo(
    () =>
      modules
        .flatMap((module) => module.home ?? [])
        .filter((card) => card.roles.some((role) => session.roles.includes(role)))
        .sort((a, b) => a.order - b.order),
    [modules, session.roles],
  )
  const settled = useSettled(cards)
  const entries = menuOf(modules, session).flatMap((group) => group.entries)
  return (
    <Page title={t('hello', { name: session.name })} subtitle={format.day(Date.now())}>
      {settled ? null : (
        <div className="hq-home-wait">
          <Loading />
        </div>
      )}
      <div className={settled ? 'hq-stack' : 'hq-stack hq-home-coming'}>
        {cards.map(madeOf).map(({ key, Card }) => {
          return (
            // One card that breaks must not take the others along.
            <ErrorBoundary key={key} resetKey="">
              <Suspense fallback={<Loading />}>
                <Card />
              </Suspense>
            </ErrorBoundary>
          )
        })}
        {cards.length === 0 && entries.length > 0 ? (
          <Tiles>
            {entries.map((entry) => (
              <Tile key={entry.path} to={entry.path} icon={entry.icon} title={entry.title} />
            ))}
          </Tiles>
        ) : null}
        {cards.length === 0 && entries.length === 0 ? (
          <Empty icon="home" title={t('none')} next={t('next')} />
        ) : null}
      </div>
    </Page>
  )
}

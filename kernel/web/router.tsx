import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { type ComponentType, lazy } from 'react'
import { Loading } from '#ui/loading.tsx'
import { HomePage } from './home-page.tsx'
import { parseSearch, stringifySearch } from './navigate.ts'
import { NotFound } from './not-found.tsx'
import { PageGate } from './page-gate.tsx'
import { doorBlocks, dutyPages, SessionGate } from './session-gate.tsx'
import { Shell } from './shell.tsx'
import type { WebModule, WebPage } from './web-module.ts'

/** `/repairs/:orderId` as the router writes it. */
export function routePath(path: string): string {
  return path.replace(/:(\w+)/g, '$$$1')
}

function RoutedPage({ page, content: Content }: { page: WebPage; content: ComponentType }) {
  return (
    <PageGate permission={page.permission}>
      <Content />
    </PageGate>
  )
}

/** Builds the addresses of the whole application from the modules' pages. */
export function buildRouter(modules: readonly WebModule[]) {
  const duties = dutyPages(modules)
  const doors = doorBlocks(modules)
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound })
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: Outlet })
  const bare = createRoute({
    getParentRoute: () => root,
    id: 'bare',
    component: () => (
      <SessionGate duties={duties} doors={doors}>
        <Outlet />
      </SessionGate>
    ),
  })
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    component: () => (
      <SessionGate duties={duties} doors={doors}>
        <Shell modules={modules}>
          <Outlet />
        </Shell>
      </SessionGate>
    ),
  })
  const home = createRoute({
    getParentRoute: () => framed,
    path: '/',
    component: () => <HomePage modules={modules} />,
  })
  const pages = modules.flatMap((module) => module.pages)
  const parentOf = (page: WebPage) =>
    page.permission === 'public' ? open : page.frame === 'bare' ? bare : framed
  const routesUnder = (parent: typeof open | typeof bare | typeof framed) =>
    pages
      .filter((page) => parentOf(page) === parent)
      .map((page) => {
        const content = lazy(page.load)
        return createRoute({
          getParentRoute: () => parent,
          path: routePath(page.path),
          component: () => <RoutedPage page={page} content={content} />,
        })
      })
  const lost = createRoute({ getParentRoute: () => framed, path: '$', component: NotFound })
  return createRouter({
    routeTree: root.addChildren([
      open.addChildren(routesUnder(open)),
      bare.addChildren(routesUnder(bare)),
      framed.addChildren([home, ...routesUnder(framed), lost]),
    ]),
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPendingComponent: Loading,
  })
}

import './older-browsers.ts'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem } from '#kernel/contract/client.ts'
import { kernelWeb } from './kernel-web.ts'
import { applyLocale, currentLocale } from './locale.ts'
import { Look } from './look.tsx'
import { followOwner } from './offline/follow-owner.ts'
import { catchInstallOffer } from './offline/install.ts'
import { loadKept } from './offline/keep-answers.ts'
import { watchNetwork } from './offline/outbox.ts'
import { registerWorker } from './offline/register-worker.ts'
import { buildRouter } from './router.tsx'
import { sessionKey } from './use-session.ts'
import type { WebModule } from './web-module.ts'

function newQueryClient(): QueryClient {
  // A session that ended anywhere brings the sign-in page back, with the address kept.
  const onError = (error: Error) => {
    if (error instanceof ApiProblem && error.body.status === 401) client.setQueryData(sessionKey, null)
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => count < 2 && !(error instanceof ApiProblem && error.body.status < 500),
        networkMode: 'always',
      },
    },
  })
  return client
}

/** Starts the web application of the given modules in `#root`. */
export function startWeb(business: readonly WebModule[]): void {
  const modules = [kernelWeb, ...business]
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no #root')
  const client = newQueryClient()
  const router = buildRouter(modules)
  catchInstallOffer()
  void Promise.all([applyLocale(currentLocale()), loadKept(client)]).finally(() => {
    followOwner(client, modules)
    watchNetwork()
    registerWorker()
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <Look>
            <RouterProvider router={router} />
          </Look>
        </QueryClientProvider>
      </StrictMode>,
    )
  })
}

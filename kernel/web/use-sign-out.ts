import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { fetchJson } from './fetch-json.ts'

/** Ends the session; the page is loaded afresh, so that nothing of this account stays in memory. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await fetchJson('POST', '/api/auth/sign-out', {})
    client.clear()
    window.location.assign('/')
  }, [client])
}

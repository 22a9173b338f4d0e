import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import { invalidatePaths } from '#kernel/web/invalidate-paths.ts'
import { remember, remembered } from '#kernel/web/store.ts'
import { repairs } from '../../module.ts'
import { type LineDraft, type ListedLine, sendable } from './checklist-draft.ts'

type Drafts = Readonly<Record<string, LineDraft>>

/** Milliseconds in which further taps join the same send, and after which a lost connection is tried again. */
const gather = 500
const patience = 15_000

const memory = (orderId: string) => `checklist.${orderId}`

function kept(orderId: string): Drafts {
  const text = remembered(memory(orderId))
  return text ? (JSON.parse(text) as Drafts) : {}
}

/**
 * The checklist of a task in a basement: each tap is kept on the phone at once and sent when there is a signal. Sending
 * replaces the line's answer, so that a repeat is harmless. `waiting` counts what is not yet at the server.
 */
export function useChecklist(orderId: string, lines: readonly ListedLine[]) {
  const client = useQueryClient()
  const [drafts, setDrafts] = useState<Drafts>(() => kept(orderId))
  const [refusal, setRefusal] = useState<ApiProblem | null>(null)
  const [again, setAgain] = useState(0)
  const newest = useRef(drafts)
  const sending = useRef(false)
  const keep = useCallback(
    (next: Drafts) => {
      newest.current = next
      setDrafts(next)
      remember(memory(orderId), Object.keys(next).length > 0 ? JSON.stringify(next) : null)
    },
    [orderId],
  )
  const send = useCallback(async () => {
    const sent = newest.current
    const answers = sendable(lines, sent)
    if (sending.current || answers.length === 0) return
    sending.current = true
    try {
      await call(repairs.actions.recordChecklist, { orderId, answers }, { idempotencyKey: uuidv7() })
      await invalidatePaths(client, ['/repairs'])
      // What was tapped again meanwhile stays to be sent.
      const gone = new Set(answers.map(({ lineId }) => lineId))
      keep(
        Object.fromEntries(
          Object.entries(newest.current).filter(([id, draft]) => !gone.has(id) || draft !== sent[id]),
        ),
      )
      setRefusal(null)
    } catch (error) {
      if (error instanceof ApiProblem) setRefusal(error)
    } finally {
      sending.current = false
      setAgain((n) => n + 1)
    }
  }, [lines, orderId, client, keep])
  const waiting = sendable(lines, drafts).length
  // A refusal waits for the worker; a lost connection for the signal or a while.
  useEffect(() => {
    if (waiting === 0 || refusal) return
    const timer = setTimeout(() => void send(), again === 0 ? gather : patience)
    return () => clearTimeout(timer)
  }, [waiting, refusal, send, again])
  useEffect(() => {
    const hear = () => void send()
    window.addEventListener('online', hear)
    return () => window.removeEventListener('online', hear)
  }, [send])
  const answer = (lineId: string, draft: LineDraft) => {
    setRefusal(null)
    setAgain(0)
    keep({ ...newest.current, [lineId]: draft })
  }
  return { drafts, answer, waiting, refusal, send: () => void send() }
}

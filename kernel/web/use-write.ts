import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef } from 'react'
import { uuidv7 } from 'uuidv7'
import type { Action, InputOf, OutputOf } from '#kernel/contract/action.ts'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import { invalidatePaths } from './invalidate-paths.ts'
import { problemOf } from './problem-of.ts'

export interface WriteOptions<A> {
  /** Prefixes of action paths whose answers grow stale, `['/repairs']`. */
  invalidates?: readonly string[]
  /** Said when it is done. */
  success?: string
  /** The form shows the refusal itself (`<EntryForm problem={write.error}>`); no note in the corner. */
  quiet?: boolean
  onDone?: (answer: OutputOf<A>, input: InputOf<A>) => void
}

/** Whether the server has decided. One whose database was away may have saved it: the same key finds out. */
function isAnswer(error: Error): boolean {
  return error instanceof ApiProblem && error.body.status < 502
}

/**
 * Writes through a typed action. The same input keeps its Idempotency-Key until it is answered, so that a phone which
 * lost its connection may repeat it harmlessly; refusals are shown in the server's words.
 */
export function useWrite<A extends Action>(
  action: A,
  options: WriteOptions<A> = {},
): UseMutationResult<OutputOf<A>, Error, InputOf<A>> {
  const client = useQueryClient()
  const { message, notification } = App.useApp()
  const intent = useRef({ input: '', key: '' })
  return useMutation<OutputOf<A>, Error, InputOf<A>>({
    mutationFn: (input) => {
      const written = JSON.stringify(input)
      // crypto.randomUUID is missing on plain-http addresses of an inner network.
      if (intent.current.input !== written) intent.current = { input: written, key: uuidv7() }
      return call(action, input, { idempotencyKey: intent.current.key })
    },
    retry: (count, error) => count < 2 && !isAnswer(error),
    networkMode: 'always',
    onSuccess: async (answer, input) => {
      intent.current = { input: '', key: '' }
      if (options.success) message.success(options.success)
      options.onDone?.(answer, input)
      await invalidatePaths(client, options.invalidates ?? [])
    },
    onError: (error) => {
      if (isAnswer(error)) intent.current = { input: '', key: '' }
      if (options.quiet) return
      const told = problemOf(error)
      notification.error({
        title: told.title,
        description: told.detail || undefined,
        placement: 'top',
        key: told.code,
      })
    },
  })
}

/** Gives the function that sends one file through an upload action; for `<Uploader upload={…}>`. */
export function useUpload<A extends Action>(
  action: A,
  input: InputOf<A>,
): (file: Blob, fileName: string) => Promise<OutputOf<A>> {
  return (file, fileName) => call(action, input, { file, fileName, idempotencyKey: uuidv7() })
}

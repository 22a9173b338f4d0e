import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, call } from '#kernel/contract/client.ts'
import type { Board } from '../../display-schema.ts'
import { meetings } from '../../module.ts'

export interface ShownBoard {
  board: Board | null
  /** The server's clock now, in milliseconds. */
  at: number
  /** Since when nothing was heard of the server; null while it answers. */
  staleSince: number | null
  /** The address is not valid any more. */
  refused: ApiProblem | null
  refresh: () => Promise<void>
}

/** Asked at least so often, whatever the stream says; and how long silence may last before the screen says so. */
const everyMs = 10_000
const patienceMs = 25_000
const tickMs = 1000

/**
 * The board of a door screen, kept right: the stream says when something changed, and every ten seconds it is asked
 * anyway. What it showed last stays, also over a restart without network.
 */
export function useBoard(code: string): ShownBoard {
  const [board, setBoard] = useState<Board | null>(() => readKept(code))
  const [refused, setRefused] = useState<ApiProblem | null>(null)
  const [now, setNow] = useState(Date.now)
  const clock = useRef({ offset: 0, heard: Date.now(), tag: '', asking: false, again: false })

  const refresh = useCallback(async () => {
    const state = clock.current
    // A change that comes while one is asked is asked for afterwards.
    if (state.asking) {
      state.again = true
      return
    }
    state.asking = true
    try {
      const answer = await call(meetings.actions.readDisplay, {
        code,
        ...(state.tag ? { seen: state.tag } : {}),
      })
      state.offset = answer.at - Date.now()
      state.heard = Date.now()
      state.tag = answer.tag
      setRefused(null)
      if (answer.board) {
        setBoard(answer.board)
        keep(code, answer.board)
      }
    } catch (error) {
      const gone = error instanceof ApiProblem && [404, 410].includes(error.body.status)
      if (gone) setRefused(error)
    } finally {
      state.asking = false
    }
    if (state.again) {
      state.again = false
      await refresh()
    }
  }, [code])

  useEffect(() => {
    void refresh()
    const source = new EventSource(`/api/public/displays/${encodeURIComponent(code)}/live`)
    source.addEventListener('hello', () => void refresh())
    source.addEventListener('changed', () => void refresh())
    const poll = setInterval(() => void refresh(), everyMs)
    const tick = setInterval(() => setNow(Date.now()), tickMs)
    return () => {
      source.close()
      clearInterval(poll)
      clearInterval(tick)
    }
  }, [code, refresh])

  const { offset, heard } = clock.current
  return {
    board,
    at: now + offset,
    staleSince: now - heard > patienceMs ? heard + offset : null,
    refused,
    refresh,
  }
}

const keyOf = (code: string) => `houqin.display.${code.slice(-22)}`

function keep(code: string, board: Board): void {
  try {
    localStorage.setItem(keyOf(code), JSON.stringify(board))
  } catch {
    // A screen without storage begins empty after a restart.
  }
}

function readKept(code: string): Board | null {
  try {
    const kept = localStorage.getItem(keyOf(code))
    return kept ? (JSON.parse(kept) as Board) : null
  } catch {
    return null
  }
}

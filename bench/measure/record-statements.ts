import pg from 'pg'

/** One statement as it went to the database; `identity` is the sign-in library's own connection. */
export interface Statement {
  text: string
  /** Planned once a connection under this name. */
  name?: string | undefined
  values: readonly unknown[]
  on: 'houqin' | 'identity'
  /** What came back, by row and column. */
  answer: readonly Record<string, unknown>[]
}

interface Sent {
  text: string
  name?: string
  values?: readonly unknown[]
}

/** The client's own settings tell which pool it is of. */
function poolOf(client: pg.Client): Statement['on'] {
  const { options } = Reflect.get(client, 'connectionParameters') as { options?: string }
  return options?.includes('search_path=identity') ? 'identity' : 'houqin'
}

/** Runs some work and writes down every statement that this process sends meanwhile, in order. */
export async function recordStatements(work: () => Promise<unknown>): Promise<Statement[]> {
  const recorded: Statement[] = []
  const original = Reflect.get(pg.Client.prototype, 'query') as (...sent: unknown[]) => unknown
  Reflect.set(pg.Client.prototype, 'query', function record(this: pg.Client, ...sent: unknown[]) {
    const [first, second] = sent
    const { text, name, values }: Sent =
      typeof first === 'string'
        ? { text: first, values: Array.isArray(second) ? second : [] }
        : (first as Sent)
    const place = recorded.push({ text, name, values: values ?? [], on: poolOf(this), answer: [] }) - 1
    const answered = Reflect.apply(original, this, sent)
    if (!(answered instanceof Promise)) return answered
    return answered.then((result: { rows?: Record<string, unknown>[] }) => {
      recorded[place] = { ...recorded[place]!, answer: result.rows ?? [] }
      return result
    })
  })
  try {
    await work()
  } finally {
    Reflect.set(pg.Client.prototype, 'query', original)
  }
  return recorded
}

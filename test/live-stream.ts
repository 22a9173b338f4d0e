/** A page that listens to what happens. */
export interface LiveStream {
  /** Reads until the word comes or the stream ends. @returns everything said so far */
  until(word: string): Promise<string>
  close(): void
}

/** Opens the live stream of a server over the network. */
export async function openStream(address: string, cookie: string): Promise<LiveStream> {
  const abort = new AbortController()
  const response = await fetch(`${address}/api/live`, { headers: { cookie }, signal: abort.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let seen = ''
  return {
    close: () => abort.abort(),
    async until(word) {
      while (!seen.includes(word)) {
        const { value, done } = await reader.read()
        if (done) break
        seen += value
      }
      return seen
    },
  }
}

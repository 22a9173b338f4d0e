import { useFormat } from '#kernel/web/format.ts'
import { useLocalised } from '#kernel/web/messages.ts'
import { orderSentence } from './order-sentence.ts'

/** Gives the sentence of an order in the reader's language. */
export function useSentence(): (order: Parameters<typeof orderSentence>[0]) => string {
  const say = useLocalised()
  const format = useFormat()
  return (order) => orderSentence(order, say, format)
}

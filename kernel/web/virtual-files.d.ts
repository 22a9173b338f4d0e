declare module 'virtual:event-words' {
  const words: Record<string, { zh: string; en: string }>
  export default words
}
